/** Plays every way through a definition, bit by bit, so that others are answered meanwhile. */
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { Exploration } from '../contract/api/definitions.ts';
import type { Definition } from '../contract/index.ts';
import { type Known, modelOf } from '../core/check/index.ts';
import { exploring, stretch } from '../core/explore/index.ts';
import { InvalidDefinition } from '../core/index.ts';

/** As much as somebody who draws can wait for: some seconds of work. */
const MOST = { maxStates: 1_000, maxSteps: 5_000 };
/** Milliseconds of work at a stretch. */
const STRETCH = 10;

/** Undefined where it cannot be carried out at all. */
export async function explored(
  definition: Definition,
  known: Known,
): Promise<z.output<typeof Exploration> | undefined> {
  try {
    const work = exploring(modelOf(definition, known), MOST);
    for (;;) {
      const until = performance.now() + STRETCH;
      const done = stretch(work, () => performance.now() >= until);
      if (done) {
        const { findings, complete, states } = done.value;
        return { findings, complete, states };
      }
      await setImmediate();
    }
  } catch (error) {
    if (error instanceof InvalidDefinition) return undefined;
    throw error;
  }
}
