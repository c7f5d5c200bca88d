// A random process and the way through it that its drawing tells: the engine goes that way, and no other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../core/index.ts';
import { blocks, hasTimedBorder, processOf } from './random-process.ts';
import { walk, walkerOf } from './walk.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 300);
const dice = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 4, maxLength: 60 });
const timeless = blocks.filter((block) => !hasTimedBorder(block));

const counted = (ids: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const id of [...ids].sort()) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
};

describe('the way through a drawing', () => {
  it('is gone as it was told: every step is possible, each element is done as often as told, and it ends', () => {
    fc.assert(
      fc.property(timeless, dice, (block, d) => {
        const process = processOf(block);
        const walker = walkerOf(d);
        const way = process.walk(walker);

        const { world, instance, facts } = walk(process, way, walker.pick);

        const done = facts.flatMap((f) => (f.type === 'element.completed' ? [f.element] : []));
        expect(counted(done)).toEqual(counted(way.done));
        expect(world.state(instance)).toMatchObject({ status: 'ended', outcomes: ['done'] });
      }),
      { numRuns: runs },
    );
  }, 240_000);

  it('gives the same state after every step when everything but its JSON was forgotten before', () => {
    fc.assert(
      fc.property(timeless, dice, (block, d) => {
        const process = processOf(block);
        const told = process.walk(walkerOf(d));
        const hashes = (reload: boolean) => {
          const all: string[] = [];
          walk(process, told, walkerOf(d).pick, (world, instance) => {
            all.push(contentHash(JSON.parse(JSON.stringify(world.state(instance)))));
            if (reload) world.reload();
          });
          return all;
        };

        expect(hashes(true)).toEqual(hashes(false));
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  }, 240_000);
});
