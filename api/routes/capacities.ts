/** Routes of capacities (free room, voucher hours, places) and of people. */
import { z } from 'zod';
import { Capacities, Capacity, CapacitySet, InWorld, People } from '../../contract/api/capacities.ts';
import type { Capacity as Stored } from '../../store/index.ts';
import { route } from '../route.ts';

export const capacityRoutes = [
  route({
    id: 'capacities.list',
    method: 'get',
    path: '/capacities',
    action: 'capacity.read',
    summary: 'Capacities with what is used and left.',
    query: InWorld,
    answer: Capacities,
    async handle({ query, caller, deps }) {
      return { items: (await deps.store.capacities.list(caller.org, query.world)).map(shown) };
    },
  }),
  route({
    id: 'capacities.set',
    method: 'put',
    path: '/capacities/:name',
    action: 'capacity.write',
    summary: 'Sets how much there is; what is booked stays booked.',
    params: z.object({ name: z.string().min(1) }),
    body: CapacitySet,
    answer: Capacity,
    async handle({ params, body, caller, deps }) {
      const { capacities } = deps.store;
      const named = { org: caller.org, name: params.name };
      const at = deps.clock();
      if (!(await capacities.define({ ...named, total: body.total, at })))
        await capacities.resize(named, body.total, at);
      return shown((await capacities.get(named)) as Stored);
    },
  }),
  route({
    id: 'people.list',
    method: 'get',
    path: '/people',
    action: 'person.read',
    summary: 'People of the organisation, or of a rehearsal world, with the roles they hold.',
    query: InWorld,
    answer: People,
    async handle({ query, caller, deps }) {
      const { store } = deps;
      const [people, organisation, world] = await Promise.all([
        store.people.list(caller.org, query.world),
        store.organisations.get(caller.org),
        query.world ? store.worlds.get(query.world) : undefined,
      ]);
      const roles = query.world
        ? world?.org === caller.org
          ? world.roles
          : {}
        : (organisation?.roles ?? {});
      return {
        items: people.map(({ away, ...person }) => ({
          ...person,
          ...(away ? { away: { until: away.until, deputy: away.deputy } } : {}),
          roles: Object.keys(roles).filter((role) => roles[role]?.includes(person.id)),
        })),
      };
    },
  }),
];

const shown = ({ name, total, used, left, waiters }: Stored) => ({
  name,
  total,
  used,
  left,
  waiting: waiters.length,
});
