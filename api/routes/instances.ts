/** Routes of process instances: starting, reading, what will happen, and any act on one. */
import { z } from 'zod';
import {
  Facts,
  FactsQuery,
  Forecast,
  ForecastQuery,
  InstanceAct,
  InstanceList,
  InstanceRead,
  InstanceStart,
  InstanceSummaries,
  Started,
} from '../../contract/api/instances.ts';
import type { Variables } from '../../core/state.ts';
import { actOn, ownInstance } from '../act-on.ts';
import { forecast } from '../forecast.ts';
import { needOwnName, partIn } from '../part.ts';
import { notFound, Problem, rejected } from '../problem.ts';
import { withinReach } from '../reach.ts';
import { route } from '../route.ts';
import { needGoingOn } from '../world-open.ts';
import { ownInitiative } from './initiatives.ts';

const One = z.object({ instance: z.string() });

export const instanceRoutes = [
  route({
    id: 'instances.list',
    method: 'get',
    path: '/instances',
    action: 'instance.read',
    summary: 'Process instances, the newest first.',
    query: InstanceList,
    answer: InstanceSummaries,
    async handle(call) {
      const { query, caller, deps } = call;
      const { incidents, ...filter } = query;
      const reach = await withinReach(call, call.action);
      return {
        items: await deps.store.instances.list({
          org: caller.org,
          ...filter,
          ...(incidents ? { withIncidents: true } : {}),
          ...reach,
        }),
      };
    },
  }),
  route({
    id: 'instances.start',
    method: 'post',
    path: '/instances',
    action: 'instance.start',
    summary:
      'Starts a process, in an initiative or by itself. The same Idempotency-Key gives the same instance.',
    body: InstanceStart,
    answer: Started,
    status: 201,
    async handle(call) {
      const { body, caller, deps, id } = call;
      const { process, initiative, world, element, data } = body;
      const wanted = body.version;
      const version =
        wanted === undefined
          ? await deps.store.versions.latest(caller.org, process)
          : await deps.store.versions.get(caller.org, process, wanted);
      if (!version)
        throw notFound(
          'published process',
          wanted === undefined ? process : `${process}/${wanted}`,
          'process',
        );
      const home = initiative === undefined ? undefined : await ownInitiative(call, initiative);
      if (home && home.world !== world)
        throw new Problem(
          'INVALID_ARGUMENT',
          `Expected the world of initiative '${home.id}': ${home.world ?? 'none'}`,
          {
            path: 'world',
          },
        );
      if (world !== undefined && (await deps.store.worlds.get(world))?.org !== caller.org)
        throw notFound('rehearsal world', world, 'world');
      await needGoingOn(deps, world);
      if (world === undefined) needOwnName(caller);
      const by = world === undefined ? caller.person : (await partIn(deps, caller, world)).person;
      const instance = {
        id: `pi_${id}`,
        org: caller.org,
        process,
        version: version.number,
        hash: version.hash,
        ...(home ? { initiative: home.id } : {}),
        ...(world === undefined ? {} : { world }),
        ...(element === undefined ? {} : { element }),
        ...(data === undefined ? {} : { data: data as Variables }),
        ...(by === undefined ? {} : { by }),
      };
      const answer = await (world === undefined
        ? deps.engine.start(instance)
        : deps.worlds.start(world, instance));
      if (!answer.ok) throw rejected(answer.rejection);
      return { instance: instance.id, n: answer.result.n, projected: answer.result.projected };
    },
  }),
  route({
    id: 'instances.get',
    method: 'get',
    path: '/instances/:instance',
    action: 'instance.read',
    summary: 'One instance: what is open in it, what was walked, how it ended.',
    params: One,
    answer: InstanceRead,
    async handle(call) {
      const { org, initiative, world, version } = await ownInstance(call, call.params.instance);
      const view = await call.deps.store.instances.view(call.params.instance);
      if (!view) throw notFound('instance', call.params.instance, 'instance');
      const process = { ...view.process, ...(version === undefined ? {} : { version }) };
      return { ...view, process, org, ...(initiative ? { initiative } : {}), ...(world ? { world } : {}) };
    },
  }),
  route({
    id: 'instances.facts',
    method: 'get',
    path: '/instances/:instance/facts',
    action: 'instance.read',
    summary: 'What the engine did in an instance, oldest first, numbered without gaps.',
    params: One,
    query: FactsQuery,
    answer: Facts,
    async handle(call) {
      const { instance } = call.params;
      const { from, limit } = call.query;
      const { n } = await ownInstance(call, instance);
      const items = await call.deps.store.facts.of(instance, { from, limit });
      const last = items.at(-1)?.n ?? n;
      return { items, ...(last < n ? { next: last + 1 } : {}) };
    },
  }),
  route({
    id: 'instances.forecast',
    method: 'get',
    path: '/instances/:instance/forecast',
    action: 'instance.read',
    summary: 'What will happen if nobody acts, and when each step is or would be due, with the days counted.',
    params: One,
    query: ForecastQuery,
    answer: Forecast,
    async handle(call) {
      return forecast(call.deps, await ownInstance(call, call.params.instance), call.query.until);
    },
  }),
  route({
    id: 'instances.act',
    method: 'post',
    path: '/instances/:instance/acts',
    action: 'instance.read',
    summary: 'Any act on an instance; each kind of act needs its own permission.',
    params: One,
    body: InstanceAct,
    answer: Started,
    handle: (call) => actOn(call, call.params.instance, call.body),
  }),
];
