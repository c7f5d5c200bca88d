/** Refuses what only a member of a rehearsal world may be asked. */
import { refusal } from './refuse.ts';

export function worldly(world: string | undefined): void {
  if (world !== undefined) return;
  throw refusal({
    code: 'INVALID_STATE',
    message: 'Only members of a rehearsal world can be ticked or settled; this one lives in real time',
  });
}
