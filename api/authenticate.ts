/** Whose token a request carries. */
import type { Request, Response } from 'express';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';
import type { Caller } from './route.ts';

/** Throws UNAUTHENTICATED without a valid token, whatever is asked. */
export async function authenticate(
  request: Request,
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
): Promise<Caller> {
  const given = /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '')?.[1];
  const token = given === undefined ? undefined : await store.tokens.find(given, clock());
  if (!token)
    throw new Problem('UNAUTHENTICATED', 'Expected a valid token in the header Authorization: Bearer …', {
      headers: { 'WWW-Authenticate': 'Bearer realm="speelruimte"' },
    });
  const { org, role, person, id } = token;
  return { org, role, token: id, ...(person === undefined ? {} : { person }) };
}

/** Whoever `authenticate` found, further on in the same request. */
export const callerOf = (response: Response): Caller => response.locals.caller as Caller;
