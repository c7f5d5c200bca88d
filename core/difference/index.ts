// Differences between definitions, as screens see them.
export { type Change, type ChangeKind, difference } from './difference.ts';
export { forPeople, rolesIn, type Topic, type Touched } from './for-people.ts';
export { type Part, partsOf } from './parts.ts';
