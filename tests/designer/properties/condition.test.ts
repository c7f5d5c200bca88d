/** Conditions from menus and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../core/feel/index.ts';
import { askable, COMPARISONS, readCondition, writeCondition } from '../../../core/prose/condition.ts';
import { sentence } from '../../../core/prose/sentence.ts';
import { template } from '../actions/drawings.ts';

const value = fc.oneof(
  fc.integer({ min: -99, max: 99 }).map(String),
  fc.constantFrom('true', 'false', '"outside"', '""'),
);
const row = fc.record({
  variable: fc.constantFrom('a', 'focus', 'freePlace.taken'),
  comparison: fc.constantFrom(...COMPARISONS),
  value,
});

describe('menus', () => {
  it('read back whatever they wrote, and it is FEEL', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), fc.boolean(), (rows, all) => {
        const feel = writeCondition({ all, rows });
        const read = readCondition(feel);

        expect(parse(feel).ok).toBe(true);
        expect(read && writeCondition(read)).toBe(feel);
      }),
    );
  });

  it.each(['for x in a return x', 'a = 1 and b = 2 or c = 3', 'matches(a, "x")'])(
    'leave %s to FEEL',
    (feel) => {
      expect(readCondition(feel)).toBeUndefined();
    },
  );

  it('show the conditions of the templates where menus can', () => {
    const all = (['T1', 'T2'] as const).flatMap((id) =>
      template(id).flows.flatMap(({ condition }) => condition ?? []),
    );

    expect(all.filter((feel) => readCondition(feel)).length / all.length).toBeGreaterThan(0.7);
  });

  it('offer answers, outcomes and places', () => {
    const names = askable(template('T1'), 'en').map(({ variable }) => variable);

    expect(names).toEqual(expect.arrayContaining(['intensity', 'n13_outcome', 'freePlace.taken']));
  });
});

it.each(['nl', 'en'] as const)('every element of the templates reads as a sentence (%s)', (language) => {
  for (const id of ['T1', 'T2'] as const) {
    const definition = template(id);
    for (const element of definition.elements) {
      const words = sentence(definition, element, language)
        .map((piece) => (typeof piece === 'string' ? piece : piece.strong))
        .join('');
      expect([element.id, words]).toEqual([element.id, expect.stringMatching(/^[A-Z].*\.$/)]);
      expect(words).not.toMatch(/undefined|\[object| {2}/);
    }
  }
});
