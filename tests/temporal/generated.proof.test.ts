/** Thousands of generated processes on a real Temporal server, with the states and facts of the core; GENERATED_SEED and GENERATED_RUNS choose others. */
import { expect, it } from 'vitest';
import { liveServers } from '../../servers/in-tests.ts';
import { tellGenerated } from './support/generated.ts';

it('the engine has the states and facts of the core on a server, whatever the process', async () => {
  const runs = Number(process.env.GENERATED_RUNS ?? 2_000);
  const seed = Number(process.env.GENERATED_SEED ?? Math.floor(Math.random() * 1e9));

  const { differences } = await tellGenerated(liveServers(), { runs, seed });

  expect(differences).toEqual([]);
});
