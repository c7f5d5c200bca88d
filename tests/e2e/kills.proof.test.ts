/** S2 with a kill at every instant that matters, one after another: the same story as if nothing had happened. */
import { describe } from 'vitest';
import { disasters } from './support/disasters.ts';
import { holdsAfter } from './support/holds-after.ts';

describe('S2 with all kills', () => {
  holdsAfter(Object.values(disasters), 900_000);
});
