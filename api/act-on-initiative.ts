/** An act on an initiative: stored once, then delivered to each running instance until all have answered. */
import type { z } from 'zod';
import type { ActRecord, InitiativeAct } from '../contract/api/initiatives.ts';
import type { Act } from '../contract/index.ts';
import { reachedBy } from '../core/reached-by.ts';
import type { Holders, Initiative, InitiativeAct as Stored } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { needOwnName, partIn } from './part.ts';
import { actionOf } from './permissions.ts';
import { permit } from './permit.ts';
import { Problem } from './problem.ts';
import { needReach } from './reach.ts';
import type { Call } from './route.ts';

type Asked = z.output<typeof InitiativeAct>;
const RUNNING = ['starting', 'running', 'paused', 'resting'] as const;

export async function actOnInitiative(
  { deps, caller, id }: Pick<Call<unknown, unknown, unknown>, 'deps' | 'caller' | 'id'>,
  initiative: Initiative,
  asked: Asked,
): Promise<ActRecord> {
  const needed = actionOf[asked.type];
  permit(caller, needed);
  await needReach({ deps, caller }, needed, 'initiative.read', {
    id: initiative.id,
    what: 'initiative',
    initiative: initiative.id,
    ...(initiative.world ? { world: initiative.world } : {}),
  });
  const { world } = initiative;
  if (world === undefined) needOwnName(caller);
  const own = world === undefined ? caller.person : (await partIn(deps, caller, world)).person;
  return bring(deps, initiative, { ...asked, by: own ?? asked.by }, id);
}

/** Stores the act under its id and brings it to every running instance. Who may, was asked before. */
export async function bring(
  deps: Delivering & Pick<Deps, 'clock'>,
  initiative: Initiative,
  act: Act,
  id: string,
): Promise<ActRecord> {
  const { store, clock } = deps;
  if (initiative.status === 'erased') throw new Problem('INVALID_STATE', 'This initiative was erased');
  const stored = `act_${id}`;
  const running = await store.instances.list({
    org: initiative.org,
    initiative: initiative.id,
    ...(initiative.world ? { world: initiative.world } : {}),
    status: [...RUNNING],
    limit: 500,
  });
  await store.acts.create({
    id: stored,
    org: initiative.org,
    initiative: initiative.id,
    at: clock(),
    act,
    instances: running.map(({ instance }) => instance),
  });
  await onTheRecord(deps, initiative.id, act);
  const created = (await store.acts.get(stored)) as Stored;
  await deliver(deps, created);
  return recordOf((await store.acts.get(stored)) as Stored);
}

export function recordOf({ id, initiative, at, act, done, deliveries }: Stored): ActRecord {
  return { id, initiative, at, ...(act ? { type: act.type } : {}), done, deliveries };
}

type Delivering = Pick<Deps, 'store' | 'engine' | 'worlds' | 'log'>;

/** Once per instance, however often it is called: the act's id is the id of the update. */
export async function deliver(
  { store, engine, worlds, log }: Delivering,
  { id, act, deliveries }: Stored,
): Promise<void> {
  if (!act) return;
  await Promise.all(
    deliveries.map(async ({ instance, state }) => {
      if (state !== 'pending') return;
      try {
        const world = (await store.instances.registration(instance))?.world;
        const answer = world
          ? await worlds.act(world, instance, act, { id })
          : await engine.act(instance, act, { id });
        await store.acts.answered(id, { instance, ...stateOf(answer) });
      } catch (error) {
        // It stays pending and is delivered again.
        log.warn(
          { act: id, instance, error: (error as Error).name },
          'an act on an initiative got no answer',
        );
      }
    }),
  );
}

function stateOf(answer: Awaited<ReturnType<Deps['engine']['act']>>) {
  if (answer.ok) return { state: 'confirmed' } as const;
  const { code, path } = answer.rejection;
  const gone = path === 'instance' && (code === 'INVALID_STATE' || code === 'NOT_FOUND');
  return gone ? ({ state: 'ended' } as const) : ({ state: 'refused', code } as const);
}

/** Delivers what is still pending, after a crash as well. */
export async function deliverPending(deps: Delivering): Promise<void> {
  for (const act of await deps.store.acts.pending()) await deliver(deps, act);
}

/** What the act says about people holds for what starts later too. */
async function onTheRecord({ store }: Pick<Deps, 'store'>, initiative: string, act: Act): Promise<void> {
  switch (act.type) {
    case 'absent': {
      const { person, until, deputy } = act;
      await store.people.change(person, {
        away: { ...(until ? { until } : {}), ...(deputy ? { deputy } : {}) },
      });
      return;
    }
    case 'back':
      return store.people.clearAway(act.person);
    case 'changeChannel': {
      const channel = reachedBy(act.to);
      if (channel) await store.people.change(act.person, { channel });
      return;
    }
    case 'assign':
      return changeRoles(store, initiative, (roles) => ({ ...roles, [act.role]: act.people }));
    default:
      return;
  }
}

async function changeRoles(
  store: Deps['store'],
  id: string,
  change: (roles: Holders) => Holders,
): Promise<void> {
  for (;;) {
    const initiative = await store.initiatives.get(id);
    if (!initiative || initiative.status === 'erased') return;
    if (await store.initiatives.save({ ...initiative, roles: change(initiative.roles) })) return;
  }
}
