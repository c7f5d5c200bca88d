/** Brings an act of the caller to an instance of their organisation: in real time, or in the rehearsal world it lives in. */
import type { Acted } from '../contract/api/common.ts';
import type { Act } from '../contract/index.ts';
import type { InstanceSummary } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { mayAnywhere } from './held-roles.ts';
import { needOwnName, partIn, signed } from './part.ts';
import { type Action, actionOf } from './permissions.ts';
import { notFound, Problem, rejected } from './problem.ts';
import { needReach } from './reach.ts';
import type { Caller } from './route.ts';
import { needGoingOn } from './world-open.ts';

interface Acting {
  deps: Deps;
  caller: Caller;
  /** What the route needs; reading when nothing is said. */
  action?: Action;
  /** Names this request: a repeated one is carried out once. */
  id: string;
  /** It was asked before and may have been carried out; only the answer is missing. */
  repeated?: boolean;
}

/** The instance, if it is the caller's organisation's. Throws NOT_FOUND: what others have does not exist here. */
export async function ownInstance(
  { deps, caller, action = 'instance.read' }: Pick<Acting, 'deps' | 'caller' | 'action'>,
  instance: string,
): Promise<InstanceSummary> {
  const found = await deps.store.instances.summary(instance);
  if (found?.org !== caller.org) throw notFound('instance', instance, 'instance');
  await needReach({ deps, caller }, action, 'instance.read', {
    id: instance,
    what: 'instance',
    ...(found.initiative ? { initiative: found.initiative } : {}),
    ...(found.world ? { world: found.world } : {}),
  });
  return found;
}

type Unsigned = Act extends infer A ? (A extends Act ? Omit<A, 'by'> & { by?: string } : never) : never;

/** Who did it is whose token it is; in a rehearsal anybody's part may be played. */
export async function actOn(acting: Acting, instance: string, act: Unsigned): Promise<Acted> {
  const { deps, caller, id } = acting;
  const needed = actionOf[act.type];
  if (!mayAnywhere(caller.roles, needed))
    throw new Problem('PERMISSION_DENIED', `The role '${caller.role}' may not do this (${needed})`);
  const { status, world } = await ownInstance({ ...acting, action: needed }, instance);
  // Nothing asks a closed workflow: the read model knows. But this very act may be what ended it, and the server still knows its answer.
  const isOver = status === 'ended' || status === 'stopped';
  if (isOver && !acting.repeated)
    throw new Problem('INVALID_STATE', `'${instance}' has ${status === 'ended' ? 'ended' : 'been stopped'}`, {
      path: 'instance',
    });
  await needGoingOn(deps, world);
  if (world === undefined) needOwnName(caller);
  const answer = world
    ? await deps.worlds.act(world, instance, await played(acting, world, act), { id })
    : await deps.engine.act(instance, { ...act, by: signed(caller) } as Act, { id });
  if (!answer.ok) throw rejected(answer.rejection);
  if (needed === 'instance.repair')
    await deps.store.audit.add({
      org: caller.org,
      at: deps.clock(),
      by: signed(caller),
      action: `instance.${act.type}`,
      about: instance,
      detail: { n: answer.result.n },
    });
  const { n, projected } = answer.result;
  return { instance, n, projected };
}

/** `by` names a role or a person of the world; without it, it is the part that the caller plays. */
async function played({ deps, caller }: Acting, world: string, act: Unsigned): Promise<Act> {
  const roles = (await deps.store.worlds.get(world))?.roles ?? {};
  const by =
    act.by === undefined
      ? ((await partIn(deps, caller, world)).person ?? signed(caller))
      : (roles[act.by]?.[0] ?? act.by);
  return { ...act, by } as Act;
}
