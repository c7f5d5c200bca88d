/** Tells the ways through generated processes to the core and to a real server, one after another, so many to a rehearsal world. */
import fc from 'fast-check';
import { carryOutRemotely } from '../../../cli/hosts/temporal.ts';
import { coreHost } from '../../../core/scenario/core-host.ts';
import { carryOut } from '../../../core/scenario/host.ts';
import type { liveServers } from '../../../servers/in-tests.ts';
import { rehearsalHost } from '../../../worker/rehearsal-host.ts';
import { blocks, hasTimedBorder, processOf, type RandomProcess } from '../../core/engine/random-process.ts';
import { walkerOf } from '../../core/engine/walk.ts';
import { setupOfWays, tellWay } from '../../core/engine/way-story.ts';

/** A world asks all its members after every step, so it does not hold too many. */
const PER_WORLD = 25;

interface Told {
  /** Seeds and steps at which something was not the same. */
  differences: string[];
  steps: number;
}

export async function tellGenerated(
  { temporal, mongoUri }: ReturnType<typeof liveServers>,
  { runs, seed }: { runs: number; seed: number },
): Promise<Told> {
  const dice = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 4, maxLength: 60 });
  const sample = fc.sample(
    fc.tuple(
      blocks.filter((block) => !hasTimedBorder(block)),
      dice,
    ),
    { numRuns: runs, seed },
  );
  const all = sample.map(([block, dice], i) => {
    const process = apart(processOf(block), i);
    return { process, way: process.walk(walkerOf(dice)), pick: walkerOf(dice).pick };
  });
  const differences: string[] = [];
  let steps = 0;
  for (let first = 0; first < all.length; first += PER_WORLD) {
    const some = all.slice(first, first + PER_WORLD);
    const setup = setupOfWays(some.map(({ process }) => process));
    const { address, namespace } = temporal;
    const here = coreHost(setup);
    const there = await rehearsalHost({ temporal: { connection: { address }, namespace }, mongoUri }, setup);
    try {
      for (const [n, { process, way, pick }] of some.entries()) {
        const i = first + n;
        const core = carryOut(tellWay(process, way, pick), here);
        const server = await carryOutRemotely(tellWay(process, way, pick), there);
        steps += way.steps.length;
        const at = core.hashes.findIndex((hash, k) => hash !== server.hashes[k]);
        const step = JSON.stringify(way.steps[at - 1] ?? 'the start');
        if (at >= 0) differences.push(`process ${i} of seed ${seed}: the state after step ${at} (${step})`);
        else if (JSON.stringify(core.facts) !== JSON.stringify(server.facts))
          differences.push(`process ${i} of seed ${seed}: its facts`);
      }
    } finally {
      await there.close();
    }
  }
  return { differences, steps };
}

/** Each process has an id of its own, and so has what it calls. */
function apart(process: RandomProcess, i: number): RandomProcess {
  const ids = process.called.map(({ id }) => id);
  const rename = (text: string) =>
    ids.reduce((all, id) => all.replaceAll(`"process":"${id}"`, `"process":"r${i}_${id}"`), text);
  const renamed = <T extends { id: string }>(definition: T): T =>
    ({ ...JSON.parse(rename(JSON.stringify(definition))), id: `r${i}_${definition.id}` }) as T;
  return { ...process, definition: renamed(process.definition), called: process.called.map(renamed) };
}
