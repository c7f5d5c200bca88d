/** Every part dies once in the middle of S2: afterwards there is the same story as if nothing had happened. */
import { describe } from 'vitest';
import { disasters } from './support/disasters.ts';
import { holdsAfter } from './support/holds-after.ts';

const { viewMissing, temporalInAct, mongoInProjection, accepted, everything, lastAct } = disasters;

describe('S2 with a kill of each part and of all together', () => {
  holdsAfter([viewMissing, temporalInAct, mongoInProjection, accepted, everything, lastAct], 420_000);
});
