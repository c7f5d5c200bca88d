/** What checking and exploring a drawing costs as it grows, beside what reading and compiling the same drawing costs. */
import { Definition } from '../contract/index.ts';
import { check, modelOf } from '../core/check/index.ts';
import { explore } from '../core/explore/index.ts';
import { compile, contentHash } from '../core/index.ts';
import { drawingOf } from './drawing.ts';
import { cpuFor } from './process-cost.ts';
import { median } from './statistics.ts';

export const SIZES = [50, 100, 200, 400];

export interface Checked {
  elements: number;
  /** Milliseconds of processor time: medians over the rounds. */
  base: number;
  check: number;
  explore: number;
  states: number;
}

/** All sizes by turns in each round, so that other work on the machine falls on all alike. */
export async function checkSpeed({
  rounds,
  sizes = SIZES,
}: {
  rounds: number;
  sizes?: number[];
}): Promise<Checked[]> {
  const drawings = sizes.map((size) => drawingOf(size));
  const times = drawings.map(() => ({
    base: [] as number[],
    check: [] as number[],
    explore: [] as number[],
  }));
  let states: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    states = [];
    for (const [i, drawing] of drawings.entries()) {
      const json = JSON.stringify(drawing);
      const took = {
        base: await cpuFor(() => {
          const definition = Definition.parse(JSON.parse(json));
          compile(definition, contentHash(definition));
        }),
        check: await cpuFor(() => check(drawing)),
        explore: await cpuFor(() => {
          const { findings, states: seen, complete } = explore(modelOf(drawing));
          if (!complete || findings.length > 0)
            throw new Error(`Expected a sound drawing: ${JSON.stringify(findings)}`);
          states.push(seen);
        }),
      };
      if (round === 0) continue; // warming up
      for (const part of ['base', 'check', 'explore'] as const) times[i]?.[part].push(took[part]);
    }
  }
  return drawings.map(({ elements }, i) => ({
    elements: elements.length,
    base: median(times[i]?.base ?? []),
    check: median(times[i]?.check ?? []),
    explore: median(times[i]?.explore ?? []),
    states: states[i] ?? 0,
  }));
}
