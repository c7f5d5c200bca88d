/** Where a running instance stands, with everything the core needs to look ahead from there. */
import { type Ctx, compile, type State } from '../core/index.ts';
import type { InstanceSummary } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { notFound, Problem } from './problem.ts';
import { needGoingOn } from './world-open.ts';

export interface Standing {
  state: State;
  ctx: Ctx;
  /** The moment it is there. */
  at: string;
}

/** Throws INVALID_STATE when it has ended. `more`: hashes of definitions it is not on yet. */
export async function standing(
  { store, engine, clock }: Pick<Deps, 'store' | 'engine' | 'clock'>,
  { instance, org, world, status }: InstanceSummary,
  more: readonly string[] = [],
): Promise<Standing> {
  if (status === 'ended' || status === 'stopped')
    throw new Problem('INVALID_STATE', `'${instance}' has ended: nothing will happen`, { path: 'instance' });
  await needGoingOn({ store }, world);
  const [state, { calendar, settings }, open] = await Promise.all([
    engine.state(instance),
    engine.surroundings(org, world),
    world ? store.worlds.get(world) : undefined,
  ]);
  const definitions = await Promise.all(
    [...new Set([...state.definitions, ...more])].map(async (hash) => {
      const definition = await store.versions.definition(hash);
      if (!definition) throw notFound('definition', hash);
      return [hash, compile(definition, hash)] as const;
    }),
  );
  const compiled = new Map(definitions);
  const process = (hash: string) => {
    const found = compiled.get(hash);
    if (!found) throw new Error(`Expected the definition ${hash} among those of ${instance}`);
    return found;
  };
  return { state, ctx: { calendar, settings, process }, at: open?.at ?? clock() };
}
