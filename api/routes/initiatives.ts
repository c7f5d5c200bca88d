/** Routes of initiatives: registering one, reading it, and what concerns all that runs in it. */
import { z } from 'zod';
import {
  ActRecord,
  ActRecords,
  Erased,
  Erasure,
  InitiativeAct,
  InitiativeList,
  InitiativeRecords,
  InitiativeWhole,
  Registered,
  Registration,
  Timeline,
  TimelineQuery,
} from '../../contract/api/initiatives.ts';
import type { Initiative } from '../../store/index.ts';
import { actOnInitiative, recordOf } from '../act-on-initiative.ts';
import { erase } from '../erase.ts';
import { mayIn } from '../held-roles.ts';
import { needOwnName } from '../part.ts';
import { notFound, Problem } from '../problem.ts';
import { needReach, withinReach } from '../reach.ts';
import { register } from '../register.ts';
import { type Call, route } from '../route.ts';
import { SHOWN, timelineOf } from '../timeline.ts';

const One = z.object({ initiative: z.string() });

export async function ownInitiative(
  { deps, caller, action }: Pick<Call<unknown, unknown, unknown>, 'deps' | 'caller' | 'action'>,
  id: string,
): Promise<Initiative> {
  const found = await deps.store.initiatives.get(id);
  if (found?.org !== caller.org) throw notFound('initiative', id, 'initiative');
  await needReach({ deps, caller }, action, 'initiative.read', {
    id,
    what: 'initiative',
    initiative: id,
    ...(found.world ? { world: found.world } : {}),
  });
  return found;
}

export const initiativeRoutes = [
  route({
    id: 'initiatives.list',
    method: 'get',
    path: '/initiatives',
    action: 'initiative.read',
    summary: 'Initiatives, the newest first.',
    query: InitiativeList,
    answer: InitiativeRecords,
    async handle(call) {
      const { query, caller, deps } = call;
      const { ids, ...filter } = query;
      const reach = await withinReach(call, call.action);
      return { items: await deps.store.initiatives.list({ org: caller.org, ids, ...filter, ...reach }) };
    },
  }),
  route({
    id: 'initiatives.register',
    method: 'post',
    path: '/initiatives',
    action: 'initiative.register',
    summary:
      'Registers an initiative and starts its process. The same Idempotency-Key gives the same initiative.',
    body: Registration,
    answer: Registered,
    status: 201,
    handle: ({ body, caller, deps, id, action }) => {
      if (body.world === undefined && !mayIn(caller.roles, action, body.team))
        throw new Problem('PERMISSION_DENIED', 'Expected one of your own teams', { path: 'team' });
      if (body.world === undefined) needOwnName(caller);
      return register(deps, body, caller, id);
    },
  }),
  route({
    id: 'initiatives.get',
    method: 'get',
    path: '/initiatives/:initiative',
    action: 'initiative.read',
    summary: 'An initiative with its people and what runs in it.',
    params: One,
    answer: InitiativeWhole,
    async handle(call) {
      const initiative = await ownInitiative(call, call.params.initiative);
      const { store } = call.deps;
      const { org, id, world } = initiative;
      const [people, summaries] = await Promise.all([
        store.people.getMany([...new Set(Object.values(initiative.roles).flat())]),
        store.instances.list({ org, initiative: id, ...(world ? { world } : {}) }),
      ]);
      const instances = await Promise.all(
        summaries.map(async ({ instance, process, status }) => ({
          id: instance,
          process,
          status,
          ...(await store.instances.view(instance)),
        })),
      );
      return { ...initiative, people, instances };
    },
  }),
  route({
    id: 'initiatives.timeline',
    method: 'get',
    path: '/initiatives/:initiative/timeline',
    action: 'initiative.read',
    summary: 'What happened in an initiative, the newest first.',
    params: One,
    query: TimelineQuery,
    answer: Timeline,
    async handle(call) {
      const { id } = await ownInitiative(call, call.params.initiative);
      return {
        items: timelineOf(await call.deps.store.facts.ofInitiative(id, { ...call.query, types: SHOWN })),
      };
    },
  }),
  route({
    id: 'initiatives.act',
    method: 'post',
    path: '/initiatives/:initiative/acts',
    action: 'initiative.act',
    summary:
      'An act on the whole initiative (pause, absence, handing over, …), delivered once to each running instance.',
    params: One,
    body: InitiativeAct,
    answer: ActRecord,
    status: 202,
    async handle(call) {
      return actOnInitiative(call, await ownInitiative(call, call.params.initiative), call.body);
    },
  }),
  route({
    id: 'initiatives.acts',
    method: 'get',
    path: '/initiatives/:initiative/acts',
    action: 'initiative.read',
    summary: 'Acts on an initiative, with how far each instance has confirmed.',
    params: One,
    answer: ActRecords,
    async handle(call) {
      const { id, org } = await ownInitiative(call, call.params.initiative);
      return { items: (await call.deps.store.acts.ofInitiative(org, id)).map(recordOf) };
    },
  }),
  route({
    id: 'initiatives.erase',
    method: 'post',
    path: '/initiatives/:initiative/erasure',
    action: 'initiative.erase',
    summary: 'Ends everything that runs in an initiative and makes its words unreadable for good.',
    params: One,
    body: Erasure,
    answer: Erased,
    async handle(call) {
      return erase(call, await ownInitiative(call, call.params.initiative), call.body.why);
    },
  }),
];
