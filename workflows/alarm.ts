/** The one timer of a workflow: set for the earliest due thing, set again when that changes. */
import { condition } from '@temporalio/workflow';
import type { Instant } from '../core/calendar/index.ts';

/** Calls `ring` when `due` has come. In a rehearsal world nothing is armed: `due` is undefined there. */
export async function alarm(due: () => Instant | undefined, ring: (due: Instant) => void): Promise<never> {
  for (;;) {
    await condition(() => due() !== undefined);
    const set = due();
    if (set === undefined) continue;
    const left = Date.parse(set) - Date.now();
    if (left > 0 && (await condition(() => due() !== set, left))) continue;
    ring(set);
    if (due() === set) throw new Error(`Expected what was due at ${set} to be done, but it is still due`);
  }
}
