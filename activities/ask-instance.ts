/** Activity `ask`: which notes an instance still stands behind. */
import { KeyDestroyed } from '../store/index.ts';
import type { Deps } from './deps.ts';
import type { Activities } from './types.ts';

export function askInstance({ engine }: Deps): Activities['ask'] {
  return async ({ instance, keys }) => {
    try {
      return await engine.holds(instance, keys);
    } catch (error) {
      // It was erased: nobody stands behind anything of it.
      if (error instanceof KeyDestroyed) return [];
      throw error;
    }
  };
}
