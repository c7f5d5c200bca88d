// What rules say about inclusive joins rests on a picture of tokens; it must be the picture the engine has.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Definition } from '../../../contract/index.ts';
import { check, explore, modelOf } from '../../../core/check/index.ts';
import { search } from '../../../core/explore/search.ts';
import generalMerge from '../../patterns/wcp-38-general-synchronizing-merge.json' with { type: 'json' };
import { draw, end, outcomes, some, split, start, task } from './drawing.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 80);

/** Tasks, splits and inclusive joins with flows anywhere between them: loops around joins, joins on a circle, detours. */
const drawings = fc
  .record({
    tasks: fc.integer({ min: 2, max: 3 }),
    joins: fc.integer({ min: 1, max: 3 }),
    dice: fc.array(fc.nat(1_000), { minLength: 30, maxLength: 30 }),
  })
  .map(({ tasks, joins, dice }) => {
    const ids = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
    const [as, js] = [ids('a', tasks), ids('j', joins)];
    const targets = [...as, ...js, ...js, 'end'];
    const next = dice.values();
    const pick = () => targets[(next.next().value ?? 0) % targets.length];
    const flows = new Set([
      `start > s`,
      ...as.slice(0, 2).map((id) => `s > ${id}`),
      ...as.flatMap((id) => [`${id} > ${pick()} [y]`, `${id} > ${pick()} [n]`]),
      ...js.map((id) => `${id} > ${pick()}`),
      // What else is drawn comes by chance, so that a join has two ways in.
      ...as.slice(2).map((id, i) => `${as[i % 2]} > ${id} [y]`),
    ]);
    return draw(
      [
        start(),
        split('s'),
        ...as.map((id) => task(id, { outcomes: outcomes('y', 'n') })),
        ...js.map((id) => some(id)),
        end(),
      ],
      [...flows].join('; '),
    );
  });

const isJoin = ({ flows }: Definition, id: string) => flows.filter(({ to }) => to === id).length > 1;

/** Joins that may go on, where the drawing is small enough to be looked at whole. */
function goingOn(drawing: Definition): { onEngine: string[]; inPicture: string[] } | undefined {
  const model = modelOf(drawing);
  const played = search(model, { maxStates: 250 });
  if (!played.complete) return undefined;
  const picture = explore(model, '', { chosenByPeople: false });
  if (!picture.complete) return undefined;
  const joins = drawing.elements.filter(({ type, id }) => type === 'inclusiveGateway' && isJoin(drawing, id));
  return {
    onEngine: joins.flatMap(({ id }) => (played.begun.has(id) ? [id] : [])).sort(),
    inPicture: [...picture.fired].sort(),
  };
}

describe('an inclusive join in the picture that rules look at', () => {
  it('goes on just where it does on the engine', () => {
    let compared = 0;
    fc.assert(
      fc.property(drawings, (drawing) => {
        const seen = goingOn(drawing);
        if (!seen) return;
        compared += 1;

        expect(seen.inPicture).toEqual(seen.onEngine);
        // An inclusive join never waits for what does not come, so nothing may be said of one that goes on.
        const told = check(drawing).filter(({ rule }) => rule === 'join-never-completes');
        expect(told.filter(({ element }) => seen.onEngine.includes(element))).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(compared).toBeGreaterThan(runs / 5);
  }, 240_000);

  it('is left in peace in the stories of the general synchronizing merge, two on one circle among them', () => {
    const processes = Definition.array().parse(generalMerge);

    expect(processes).toHaveLength(2);
    for (const process of processes)
      expect(check(process).filter(({ rule }) => rule === 'join-never-completes')).toEqual([]);
  });

  it('does not wait for what another join holds on the same circle', () => {
    const drawing = draw(
      [
        start(),
        split('s'),
        some('j'),
        task('a', { outcomes: outcomes('on', 'done') }),
        some('k'),
        task('b'),
        end(),
      ],
      'start > s; s > j > a; s > k > b > j; a > k [on]; a > end [done]',
    );

    expect(goingOn(drawing)).toEqual({ onEngine: ['j', 'k'], inPicture: ['j', 'k'] });
    expect(check(drawing).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
