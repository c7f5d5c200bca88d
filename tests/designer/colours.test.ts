/** Holds that every colour can be read on paper and on a card, light and dark, and that sides never look alike. */
import { describe, expect, test } from 'vitest';
import { colours, type Scheme, sides, surfaces } from '../../core/look/colours.ts';
import { contrast } from '../../core/look/contrast.ts';

describe.each(['light', 'dark'] as Scheme[])('in the %s', (scheme) => {
  const { paper, card, tint, ink, edge, onFilled } = surfaces;

  test.each(Object.keys(colours))(
    '%s reads well on paper and card, and also where something is chosen',
    (name) => {
      const colour = colours[name]?.[scheme] ?? '';

      expect(contrast(colour, paper[scheme])).toBeGreaterThanOrEqual(5.5);
      expect(contrast(colour, card[scheme])).toBeGreaterThanOrEqual(5.5);
      expect(contrast(colour, tint[scheme])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onFilled[scheme], colour)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('ink reads on all grounds, and edges of inputs stand out from them', () => {
    for (const ground of [paper, card, tint]) {
      expect(contrast(ink[scheme], ground[scheme])).toBeGreaterThanOrEqual(7);
      expect(contrast(edge[scheme], ground[scheme])).toBeGreaterThanOrEqual(3);
    }
  });

  test('no two sides have one colour', () => {
    expect(new Set(Object.values(sides).map((pair) => pair[scheme])).size).toBe(4);
  });
});
