/** Generated processes on a real Temporal server: after every step the state that the core has, by its hash, and the same facts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { liveServers } from '../../servers/in-tests.ts';
import { tellGenerated } from './support/generated.ts';

/** More of them, with other seeds: generated.proof.test.ts. */
const RUNS = 100;

describe('the engine on a server', () => {
  let told: Awaited<ReturnType<typeof tellGenerated>>;

  beforeAll(async () => {
    told = await tellGenerated(liveServers(), { runs: RUNS, seed: 20260301 });
  }, 900_000);

  it(`has the states and facts of the core, step by step, in ${RUNS} generated processes`, () => {
    expect(told.differences).toEqual([]);
    expect(told.steps).toBeGreaterThan(RUNS);
  });
});
