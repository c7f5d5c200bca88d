/** Activity `ask`: which notes an instance still stands behind. */
import type { Deps } from './deps.ts';
import type { Activities } from './types.ts';

export function askInstance({ engine }: Deps): Activities['ask'] {
  return ({ instance, keys }) => engine.holds(instance, keys);
}
