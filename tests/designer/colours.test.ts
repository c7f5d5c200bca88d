/** Holds that every colour can be read on paper and on a card, light and dark, and that sides never look alike. */
import { describe, expect, test } from 'vitest';
import { colours, type Scheme, sides, surfaces } from '../../core/look/colours.ts';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

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
