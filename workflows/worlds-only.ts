/** The refusal of what only a rehearsal world may ask. */
import type { Rejection } from '../contract/index.ts';

export const worldsOnly: Rejection = {
  code: 'INVALID_STATE',
  message: 'Only members of a rehearsal world can be ticked or settled; this one lives in real time',
};
