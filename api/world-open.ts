/** Rehearsal worlds that are over: what is in them can be read, and nothing can be asked of it. */
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

/** In real time, or in a world that is open. */
export async function goesOn({ store }: Pick<Deps, 'store'>, world: string | undefined): Promise<boolean> {
  return world === undefined || (await store.worlds.get(world))?.state === 'open';
}

/** Throws INVALID_STATE for a world that was closed. */
export async function needGoingOn(deps: Pick<Deps, 'store'>, world: string | undefined): Promise<void> {
  if (!(await goesOn(deps, world)))
    throw new Problem('INVALID_STATE', `'${world}' is closed`, { path: 'world' });
}
