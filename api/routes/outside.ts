/** Routes for other systems: what processes can ask of them, secrets and tokens, and what they tell us. */
import { z } from 'zod';
import {
  EventMessage,
  EventSent,
  EventSignal,
  JobDescriptions,
  NewToken,
  Secret,
  SecretName,
  SecretPut,
  Secrets,
  TokenMade,
  Tokens,
} from '../../contract/api/outside.ts';
import { addIsoDuration, parseIsoDuration } from '../../core/calendar/index.ts';
import { signed } from '../part.ts';
import { notFound, Problem } from '../problem.ts';
import { type Call, route } from '../route.ts';
import { needGoingOn } from '../world-open.ts';

type Calling = Pick<Call<unknown, unknown, unknown>, 'deps' | 'caller' | 'id'>;

export const outsideRoutes = [
  route({
    id: 'jobs.list',
    method: 'get',
    path: '/jobs',
    action: 'definition.read',
    summary: 'Automatic work that processes can ask for, with what goes in and what comes out.',
    answer: JobDescriptions,
    handle: async ({ deps }) => ({ items: deps.jobs }),
  }),
  route({
    id: 'secrets.list',
    method: 'get',
    path: '/secrets',
    action: 'secret.read',
    summary: 'Names of secrets for other systems, and where each may be sent; never their values.',
    answer: Secrets,
    handle: async ({ caller, deps }) => ({ items: await deps.store.secrets.list(caller.org) }),
  }),
  route({
    id: 'secrets.put',
    method: 'put',
    path: '/secrets/:name',
    action: 'secret.write',
    summary: 'Keeps a secret for other systems, or gives it another value. It is not shown again.',
    params: SecretName,
    body: SecretPut,
    answer: Secret,
    async handle(call) {
      const { params, body, caller, deps } = call;
      const secret = {
        name: params.name,
        origins: [...new Set(body.origins)],
        changedAt: deps.clock(),
        changedBy: signed(caller),
      };
      await deps.store.secrets.put(caller.org, { ...secret, value: body.value });
      await record(call, 'secret.changed', params.name, { origins: secret.origins.join(' ') });
      return secret;
    },
  }),
  route({
    id: 'secrets.remove',
    method: 'delete',
    path: '/secrets/:name',
    action: 'secret.write',
    summary: 'Forgets a secret; work that names it fails from now on.',
    params: SecretName,
    answer: Secrets,
    async handle(call) {
      const { params, caller, deps } = call;
      if (!(await deps.store.secrets.remove(caller.org, params.name)))
        throw notFound('secret', params.name, 'name');
      await record(call, 'secret.removed', params.name);
      return { items: await deps.store.secrets.list(caller.org) };
    },
  }),
  route({
    id: 'tokens.list',
    method: 'get',
    path: '/tokens',
    action: 'token.read',
    summary: 'Tokens of other systems: their roles, and when each was used last.',
    answer: Tokens,
    async handle({ caller, deps }) {
      const all = await deps.store.tokens.list(caller.org);
      return { items: all.map(({ org: _, ...token }) => token) };
    },
  }),
  route({
    id: 'tokens.add',
    method: 'post',
    path: '/tokens',
    action: 'token.write',
    summary: 'Makes a token for another system. It is in the answer, this once.',
    body: NewToken,
    answer: TokenMade,
    status: 201,
    keepsNoAnswer: true,
    async handle(call) {
      const { body, caller, deps } = call;
      const made = { org: caller.org, ...body, createdAt: deps.clock() };
      const { token, id } = await deps.store.tokens.mint(made);
      await record(call, 'token.added', id.slice(0, 12), { role: body.role });
      return { id, name: body.name, role: body.role, createdAt: made.createdAt, token };
    },
  }),
  route({
    id: 'tokens.revoke',
    method: 'delete',
    path: '/tokens/:token',
    action: 'token.write',
    summary: 'Ends a token: whoever uses it is refused from now on.',
    params: z.object({ token: z.string() }),
    answer: Tokens,
    async handle(call) {
      const { params, caller, deps } = call;
      if (!(await deps.store.tokens.revoke(caller.org, params.token, deps.clock())))
        throw notFound('token', params.token, 'token');
      await record(call, 'token.revoked', params.token.slice(0, 12));
      const all = await deps.store.tokens.list(caller.org);
      return { items: all.map(({ org: _, ...token }) => token) };
    },
  }),
  route({
    id: 'events.message',
    method: 'post',
    path: '/events/messages',
    action: 'event.send',
    summary:
      'Something happened elsewhere: brought to the process that waits longest for it, or one that begins with it.',
    body: EventMessage,
    answer: EventSent,
    async handle(call) {
      const { key, ttl, id, ...rest } = call.body;
      return send(call, {
        kind: 'message',
        ...rest,
        ...(key === undefined ? {} : { key: JSON.stringify(key) }),
        ...(ttl === undefined ? {} : { ttl }),
        id: `${call.caller.org}/message/${id ?? call.id}`,
      });
    },
  }),
  route({
    id: 'events.signal',
    method: 'post',
    path: '/events/signals',
    action: 'event.send',
    summary: 'Something happened elsewhere: brought to every process that listens for it.',
    body: EventSignal,
    answer: EventSent,
    handle: (call) =>
      send(call, { kind: 'signal', ...call.body, id: `${call.caller.org}/signal/${call.id}` }),
  }),
];

interface Told {
  kind: 'message' | 'signal';
  name: string;
  key?: string;
  data?: z.output<typeof EventMessage>['data'];
  ttl?: string;
  id: string;
  world?: string | undefined;
}

async function send({ caller, deps }: Calling, { ttl, world, ...told }: Told) {
  const { store, engine, worlds, clock } = deps;
  const { org } = caller;
  if (world !== undefined && (await store.worlds.get(world))?.org !== org)
    throw notFound('rehearsal world', world, 'world');
  await needGoingOn(deps, world);
  const at = world ? ((await store.worlds.get(world))?.at ?? clock()) : clock();
  const until =
    ttl === undefined ? undefined : keptUntil((await engine.surroundings(org, world)).calendar.zone, at, ttl);
  const sending = { org, ...told, ...(until ? { until } : {}), by: signed(caller) };
  const sent = await (world ? worlds.send(world, sending) : engine.send(sending));
  const isKept = until !== undefined && sent.reached.length + sent.started.length === 0;
  return { ...sent, ...(isKept ? { keptUntil: until } : {}) };
}

function keptUntil(zone: string, at: string, ttl: string): string {
  const duration = parseIsoDuration(ttl);
  const until = duration && addIsoDuration(zone, at, duration);
  if (until === undefined || until <= at)
    throw new Problem('INVALID_ARGUMENT', `Expected how long it is kept, such as PT1H or P7D, got '${ttl}'`, {
      path: 'ttl',
    });
  return until;
}

async function record(
  { caller, deps: { store, clock } }: Calling,
  action: string,
  about: string,
  detail?: Record<string, string>,
): Promise<void> {
  await store.audit.add({
    org: caller.org,
    at: clock(),
    by: signed(caller),
    action,
    about,
    ...(detail ? { detail } : {}),
  });
}
