/** Who asks: whose token a request carries, or whose session its cookie is. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Deps } from './deps.ts';
import { heldRoles } from './held-roles.ts';
import { Problem } from './problem.ts';
import type { Caller } from './route.ts';
import { fromOurPage, secretOf } from './session-cookie.ts';

type Needs = Pick<Deps, 'store' | 'clock' | 'installation'>;

/** The header that says whose part one plays in a rehearsal. */
export const PART_HEADER = 'Rehearsal-Part';
export const LONGEST_PART = 200;
const Part = z.string().min(1).max(LONGEST_PART).optional();

/** Throws UNAUTHENTICATED without a valid token or session, whatever is asked. */
export async function authenticate(request: Request, deps: Needs): Promise<Caller> {
  const header = request.get('Authorization');
  const part = partSaid(request);
  const caller = header === undefined ? await ofSession(request, deps) : await ofToken(header, deps);
  if (!caller)
    throw new Problem(
      'UNAUTHENTICATED',
      'Expected a session (POST /v1/session), or a valid token in the header Authorization: Bearer …',
      { headers: { 'WWW-Authenticate': 'Bearer realm="speelruimte"' } },
    );
  return part === undefined ? caller : { ...caller, part };
}

function partSaid(request: Request): string | undefined {
  const part = request.get(PART_HEADER);
  if (Part.safeParse(part).success) return part;
  throw new Problem('INVALID_ARGUMENT', `Expected a role or a person of at most ${LONGEST_PART} characters`, {
    path: PART_HEADER,
  });
}

async function ofToken(header: string, { store, clock }: Needs): Promise<Caller | undefined> {
  const given = /^Bearer (\S+)$/.exec(header)?.[1];
  const token = given === undefined ? undefined : await store.tokens.find(given, clock());
  if (!token) return undefined;
  const { org, role, person, id } = token;
  return { org, role, roles: [{ role }], token: id, ...(person === undefined ? {} : { person }) };
}

/** Roles and the account are looked up each time: what is taken away is gone at the next request. */
async function ofSession(
  request: Request,
  { store, clock, installation }: Needs,
): Promise<Caller | undefined> {
  const secret = secretOf(request, installation);
  const session = secret === undefined ? undefined : await store.sessions.use(secret, clock());
  if (!secret || !session) return undefined;
  const { org, person } = session;
  const [account, organisation] = await Promise.all([
    store.accounts.get(person),
    store.organisations.get(org),
  ]);
  if (!account || account.disabledAt || !organisation) return undefined;
  fromOurPage(request, secret, installation);
  const roles = heldRoles(organisation, person);
  return {
    org,
    person,
    // A key of one's own requests, the same in every session of a person.
    token: person,
    role: roles[0]?.role ?? 'nobody',
    roles,
    session: { secret, id: session.id, usedAt: session.usedAt, endsAt: session.endsAt },
    ...(account.mustChange ? { mustChange: true } : {}),
  };
}

/** Asks without saying who they are. */
export const NOBODY: Caller = { org: '*', role: 'nobody', roles: [{ role: 'nobody' }], token: '' };

/** Whoever `authenticate` found, further on in the same request. */
export const callerOf = (response: Response): Caller => response.locals.caller as Caller;
