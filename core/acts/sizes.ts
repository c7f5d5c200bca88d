// Values too big for the state of an instance are refused at the door (ADR 0009).

import { Rejected } from '../engine/work.ts';
import type { Variables } from '../state.ts';

/** Bigger values belong in the store by key (ADR 0009). */
const MOST_BYTES = 16_384;

export function checkSizes(data: Variables, path: string): void {
  for (const [name, value] of Object.entries(data)) {
    if (JSON.stringify(value ?? null).length > MOST_BYTES) {
      throw new Rejected(
        'INVALID_ARGUMENT',
        `Expected '${name}' to be at most ${MOST_BYTES / 1024} kB; attach a file instead`,
        { path: `${path}.${name}` },
      );
    }
  }
}
