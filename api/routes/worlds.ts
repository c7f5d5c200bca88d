/** Routes of rehearsal worlds: play a process on a clock of its own, with nothing leaving it. */
import { z } from 'zod';
import { InstanceAct } from '../../contract/api/instances.ts';
import {
  Jump,
  Jumped,
  World,
  WorldActed,
  WorldCreated,
  WorldList,
  WorldStart,
} from '../../contract/api/worlds.ts';
import type { Side } from '../../contract/index.ts';
import type { Variables } from '../../core/state.ts';
import type { World as Stored } from '../../store/index.ts';
import { actOn, ownInstance } from '../act-on.ts';
import { momentOf } from '../dates.ts';
import { partIn, somebodyIn } from '../part.ts';
import { notFound, Problem, rejected } from '../problem.ts';
import { type Call, route } from '../route.ts';

const One = z.object({ world: z.string() });
const OneInstance = z.object({ world: z.string(), instance: z.string() });

/** A jump carries out everything due on the way. */
const FARTHEST_MS = 10 * 365.25 * 86_400_000;

export const worldRoutes = [
  route({
    id: 'worlds.list',
    method: 'get',
    path: '/worlds',
    action: 'world.read',
    summary: 'Rehearsal worlds, the newest first.',
    query: z.object({}).strict(),
    answer: WorldList,
    async handle({ caller, deps }) {
      return { items: (await deps.store.worlds.list(caller.org)).map(shown) };
    },
  }),
  route({
    id: 'worlds.create',
    method: 'post',
    path: '/worlds',
    action: 'world.write',
    summary:
      'A world whose clock stands at a moment, with people of its own and the organisation’s calendar.',
    body: WorldCreated,
    answer: World,
    status: 201,
    handle: createWorld,
  }),
  route({
    id: 'worlds.get',
    method: 'get',
    path: '/worlds/:world',
    action: 'world.read',
    summary: 'A world: what its clock shows, who is in it, what runs in it.',
    params: One,
    answer: World,
    handle: async (call) => shown(await ownWorld(call)),
  }),
  route({
    id: 'worlds.start',
    method: 'post',
    path: '/worlds/:world/instances',
    action: 'world.write',
    summary: 'Starts a process in a world, in the part of somebody there.',
    params: One,
    body: WorldStart,
    answer: WorldActed,
    status: 201,
    async handle(call) {
      const { body, caller, deps, id } = call;
      const world = await openWorld(call);
      const version = await deps.store.versions.latest(caller.org, body.process);
      if (!version) throw notFound('published process', body.process, 'process');
      const by =
        body.by !== undefined
          ? await somebodyIn(deps, world, body.by, 'by')
          : caller.part === undefined
            ? undefined
            : (await partIn(deps, caller, world.id)).person;
      const answer = await deps.worlds.start(world.id, {
        id: `pi_${id}`,
        org: caller.org,
        world: world.id,
        process: version.process,
        version: version.number,
        hash: version.hash,
        ...(body.element === undefined ? {} : { element: body.element }),
        ...(body.data === undefined ? {} : { data: body.data as Variables }),
        ...(by === undefined ? {} : { by }),
      });
      if (!answer.ok) throw rejected(answer.rejection);
      return { instance: `pi_${id}`, n: answer.result.n, projected: answer.result.projected };
    },
  }),
  route({
    id: 'worlds.act',
    method: 'post',
    path: '/worlds/:world/instances/:instance/acts',
    action: 'world.write',
    summary: 'Somebody in a world acts: `by` is one of its roles or people.',
    params: OneInstance,
    body: InstanceAct,
    answer: WorldActed,
    async handle(call) {
      const world = await openWorld(call);
      const { instance } = call.params;
      if ((await ownInstance(call, instance)).world !== world.id)
        throw notFound('instance', instance, 'instance');
      if (call.body.by !== undefined) await somebodyIn(call.deps, world, call.body.by, 'by');
      return actOn(call, instance, call.body);
    },
  }),
  route({
    id: 'worlds.jump',
    method: 'post',
    path: '/worlds/:world/jump',
    action: 'world.write',
    summary: 'On to a moment, or to the next thing that happens; everything due on the way happens in order.',
    params: One,
    body: Jump,
    answer: Jumped,
    async handle(call) {
      const { id, at } = await openWorld(call);
      const { deps, caller, body } = call;
      if (body.to === undefined) {
        const next = await deps.worlds.advanceNext(id, call.id);
        return { at: next ?? at, moments: next === undefined ? [] : [next] };
      }
      const to = await momentOf(deps, caller.org, body.to, 'to');
      if (to < at)
        throw new Problem(
          'INVALID_ARGUMENT',
          `Expected a moment from ${at} on: the clock of a world only goes forward`,
          {
            path: 'to',
          },
        );
      if (Date.parse(to) - Date.parse(at) > FARTHEST_MS)
        throw new Problem('INVALID_ARGUMENT', `Expected a moment within ten years of ${at}`, { path: 'to' });
      return { moments: await deps.worlds.advanceTo(id, to), at: to };
    },
  }),
  route({
    id: 'worlds.close',
    method: 'delete',
    path: '/worlds/:world',
    action: 'world.write',
    summary: 'Ends everything in a world; what happened in it can still be read.',
    params: One,
    answer: World,
    async handle(call) {
      const world = await ownWorld(call);
      await call.deps.worlds.close(world.id);
      return { ...shown(world), state: 'closed', members: [] };
    },
  }),
];

/** What is told of a world. */
const shown = ({ id, name, at, state, roles, members }: Stored): z.input<typeof World> => ({
  id,
  name,
  at,
  state,
  roles,
  members,
});

type In = Call<{ world: string }, unknown, unknown>;

async function ownWorld({ params, caller, deps }: In): Promise<Stored> {
  const found = await deps.store.worlds.get(params.world);
  if (found?.org !== caller.org) throw notFound('rehearsal world', params.world, 'world');
  return found;
}

async function openWorld(call: In): Promise<Stored> {
  const world = await ownWorld(call);
  if (world.state !== 'open')
    throw new Problem('INVALID_STATE', `'${world.id}' is closed`, { path: 'world' });
  return world;
}

const OUTSIDE: Record<string, Side | undefined> = {
  initiator: 'initiator',
  volunteer: 'volunteer',
  partner: 'partner',
  issuer: 'partner',
};

async function createWorld({
  body,
  caller,
  deps,
  id,
}: Call<unknown, unknown, z.output<typeof WorldCreated>>): Promise<z.input<typeof World>> {
  const { store, clock, worlds } = deps;
  const org = caller.org;
  const world = `wld_${id}`;
  const at = await momentOf(deps, org, body.at, 'at');
  const roles: Record<string, string[]> = {};
  for (const [role, people] of Object.entries(body.people))
    roles[role] = await Promise.all(
      people.map(async ({ side = OUTSIDE[role] ?? 'us', language = 'nl', ...person }, i) => {
        const personId = `${world}_${role}${i === 0 ? '' : i + 1}`;
        await store.people.create({ id: personId, org, world, side, language, ...person });
        return personId;
      }),
    );
  if (Object.keys(roles).length === 0) Object.assign(roles, await doubles(deps, org, world));
  await worlds.create({
    id: world,
    org,
    name: body.name,
    at,
    roles,
    ...(caller.person ? { by: caller.person } : {}),
  });
  const capacities =
    Object.keys(body.capacities).length > 0
      ? Object.entries(body.capacities).map(([name, { total, used }]) => ({ name, total, used }))
      : (await store.capacities.list(org)).map(({ name, total }) => ({ name, total, used: 0 }));
  for (const capacity of capacities) await store.capacities.define({ org, world, ...capacity, at: clock() });
  return shown((await store.worlds.get(world)) as Stored);
}

/** The organisation's own staff under the same names, with addresses that reach nobody. */
async function doubles({ store }: In['deps'], org: string, world: string): Promise<Record<string, string[]>> {
  const roles = (await store.organisations.get(org))?.roles ?? {};
  const people = await store.people.getMany([...new Set(Object.values(roles).flat())]);
  for (const { id, name = id, side, language, phone } of people)
    await store.people.create({
      id: `${world}_${id}`,
      org,
      world,
      name,
      side,
      language,
      mail: `${id}@rehearsal.invalid`,
      ...(phone ? { phone } : {}),
    });
  return Object.fromEntries(
    Object.entries(roles).map(([role, ids]) => [role, ids.map((id) => `${world}_${id}`)]),
  );
}
