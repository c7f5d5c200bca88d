// Large drawings move too: far more changes than a hand counts, and a copy that is only written in another order is the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, Fact } from '../../../contract/index.ts';
import { World } from '../../../core/simulator/world.ts';
import { draw, end, script, split, start, task } from '../check/drawing.ts';
import { blocks, hasTimedBorder, processOf } from '../engine/random-process.ts';
import { takeStep, walk, walkerOf } from '../engine/walk.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 150);
const how = { why: 'a better drawing', by: 'cor' };
const timeless = blocks.filter((block) => !hasTimedBorder(block));
const dice = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 8, maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** So many ways side by side, each a task, a script and another task. */
function wide(ways: number, name = (id: string) => id): Definition {
  const each = numbers(ways);
  const steps = each.flatMap((i) => [task(name(`a${i}`)), script(name(`s${i}`)), task(name(`b${i}`))]);
  const flows = each.map(
    (i) => `${name('apart')} > ${name(`a${i}`)} > ${name(`s${i}`)} > ${name(`b${i}`)} > ${name('together')}`,
  );
  return draw(
    [start(name('start')), split(name('apart')), ...steps, split(name('together')), end(name('end'))],
    [`${name('start')} > ${name('apart')}`, ...flows, `${name('together')} > ${name('end')}`].join('; '),
  );
}

function begun(definition: Definition) {
  const world = new World({
    at: '2026-06-01T08:00:00.000Z',
    definitions: [definition],
    roles: { supporter: ['bo'] },
  });
  const started = world.start({ definition });
  if ('rejection' in started) throw new Error(started.rejection.message);
  return { world, instance: started.instance };
}

const complete = ({ world, instance }: ReturnType<typeof begun>, element: string) =>
  expect(world.act(instance, { type: 'complete', task: element, by: 'bo' })).toEqual({ ok: true });

const openIn = ({ world, instance }: ReturnType<typeof begun>) =>
  Object.values(world.state(instance).elements)
    .flatMap(({ task: open, element }) => (open ? [element] : []))
    .sort();

describe('a large drawing', () => {
  // Around every count at which a set of bits would need another word.
  it.each([31, 32, 33, 63, 64, 65, 130])(
    'of %i ways side by side moves to one where every element has another name',
    (ways) => {
      const renamed = (id: string) => `new-${id}`;
      const from = wide(ways);
      const to = wide(ways, renamed);
      const mapping = Object.fromEntries(from.elements.map(({ id }) => [id, renamed(id)]));
      const running = begun(from);
      const { world, instance } = running;
      // Of each three ways: one waits at its first task, one at its second, one at the join.
      for (const i of numbers(ways)) if (i % 3 > 0) complete(running, `a${i}`);
      for (const i of numbers(ways)) if (i % 3 > 1) complete(running, `b${i}`);
      const open = openIn(running);
      const joins = Object.values(world.state(instance).joins).map((held) => Object.keys(held).length);

      expect(world.planMigration(instance, to, mapping)).toMatchObject({ verdict: 'safe', problems: [] });
      expect(world.migrate(instance, to, { ...how, mapping })).toEqual({ ok: true });

      expect(openIn(running)).toEqual(open.map(renamed).sort());
      expect(Object.values(world.state(instance).joins).map((held) => Object.keys(held).length)).toEqual(
        joins,
      );
      for (const i of numbers(ways)) if (i % 3 === 0) complete(running, renamed(`a${i}`));
      for (const i of numbers(ways)) if (i % 3 < 2) complete(running, renamed(`b${i}`));
      expect(world.state(instance).status).toBe('ended');
    },
  );

  it('is refused with every element that is gone, however many', () => {
    const running = begun(wide(70));
    const { world, instance } = running;
    const to = wide(10);
    const before = JSON.stringify(world.state(instance));

    const plan = world.planMigration(instance, to);
    expect(plan.verdict).not.toBe('safe');
    expect(new Set(plan.problems.map(({ element }) => element))).toEqual(
      new Set(numbers(60).map((i) => `a${i + 10}`)),
    );
    expect(world.migrate(instance, to, how)).toMatchObject({ rejection: expect.anything() });
    expect(JSON.stringify(world.state(instance))).toBe(before);
  });

  it('that is written in another order goes on just as it would have', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 33, max: 80 }).chain((ways) =>
          fc.record({
            ways: fc.constant(ways),
            order: fc.shuffledSubarray(numbers(3 * ways + 4), { minLength: 3 * ways + 4 }),
            done: fc.uniqueArray(fc.nat(ways - 1), { maxLength: ways }),
          }),
        ),
        ({ ways, order, done }) => {
          const from = wide(ways);
          const to = { ...from, elements: order.flatMap((i) => from.elements[i] ?? []) };
          const [stays, moves] = [begun(from), begun(from)];
          for (const one of [stays, moves]) for (const i of done) complete(one, `a${i}`);
          fc.pre(order.some((i, at) => i !== at));

          expect(moves.world.migrate(moves.instance, to, how)).toEqual({ ok: true });
          for (const one of [stays, moves]) {
            for (const i of numbers(ways)) if (!done.includes(i)) complete(one, `a${i}`);
            for (const i of numbers(ways)) complete(one, `b${i}`);
          }

          expect(toldAfter(moves.world.facts)).toEqual(toldAfter(stays.world.facts));
          expect(moves.world.state(moves.instance).status).toBe('ended');
        },
      ),
      { numRuns: Math.ceil(runs / 30) },
    );
  }, 120_000);
});

describe('any drawing that is written in another order', () => {
  it('goes on just as it would have', () => {
    fc.assert(
      fc.property(
        timeless,
        dice,
        share,
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        (block, d, when, shuffle) => {
          const process = processOf(block);
          const way = process.walk(walkerOf(d));
          const cut = Math.floor(when * way.steps.length);
          const part = { ...way, steps: way.steps.slice(0, cut) };
          const begin = () => walk(process, part, walkerOf(d).pick);
          const [stays, moves] = [begin(), begin()];
          fc.pre(moves.world.state(moves.instance).status === 'running');
          const elements = process.definition.elements
            .map((element, i) => ({ element, place: ((i + 1) * ((shuffle[i % 5] ?? 1) + 7)) % 101 }))
            .sort((a, b) => a.place - b.place)
            .map(({ element }) => element);
          fc.pre(elements.some(({ id }, i) => id !== process.definition.elements[i]?.id));

          expect(moves.world.migrate(moves.instance, { ...process.definition, elements }, how)).toEqual({
            ok: true,
          });
          for (const step of way.steps.slice(cut))
            for (const one of [stays, moves]) takeStep(one.world, one.instance, step);

          expect(toldAfter(moves.world.facts).sort()).toEqual(toldAfter(stays.world.facts).sort());
          expect(moves.world.state(moves.instance).outcomes).toEqual(
            stays.world.state(stays.instance).outcomes,
          );
        },
      ),
      { numRuns: runs },
    );
  }, 240_000);
});

/** What happened where, without numbers, and without the move itself. */
const toldAfter = (facts: readonly Fact[]): string[] =>
  facts
    .filter(({ type }) => type !== 'instance.migrated')
    .map((fact) =>
      [fact.type, 'element' in fact ? fact.element : '', 'outcome' in fact ? fact.outcome : ''].join(' '),
    );
