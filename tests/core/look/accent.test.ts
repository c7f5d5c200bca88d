/** Any colour an organisation chooses can be read in light and dark, stays itself where it could be read already, and says what it had. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentOf, ENOUGH, isColour, usualAccent } from '../../../core/look/accent.ts';
import { type Scheme, sides, surfaces } from '../../../core/look/colours.ts';
import { contrast } from '../../../core/look/contrast.ts';

const SCHEMES: Scheme[] = ['light', 'dark'];
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).padStart(6, '0').toUpperCase()}`);
const least = (hex: string, scheme: Scheme): number =>
  Math.min(
    ...[surfaces.paper, surfaces.card, surfaces.tint, surfaces.onFilled].map((ground) =>
      contrast(hex, ground[scheme]),
    ),
  );

describe('an accent', () => {
  test('always has enough contrast with every ground and with the words on a button', () => {
    fc.assert(
      fc.property(colour, (chosen) => {
        const accent = accentOf(chosen);
        for (const scheme of SCHEMES) {
          expect(least(accent[scheme].colour, scheme)).toBeGreaterThanOrEqual(ENOUGH);
          expect(accent[scheme].ratio).toBeLessThanOrEqual(least(accent[scheme].colour, scheme));
        }
      }),
    );
  });

  test('is what was chosen exactly where that could be read; else it is told what it had, and where', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...SCHEMES), (chosen, scheme) => {
        const judged = accentOf(chosen)[scheme];
        if (least(chosen, scheme) >= ENOUGH) expect(judged).toMatchObject({ colour: chosen });
        else {
          expect(judged.colour).not.toBe(chosen);
          expect(judged.instead?.of).toBe(chosen);
          expect(judged.instead?.ratio).toBeLessThan(ENOUGH);
        }
        expect('instead' in judged).toBe(least(chosen, scheme) < ENOUGH);
      }),
    );
  });

  test('names the ratio: yellow cannot be read on white, and can in the dark', () => {
    const { light, dark } = accentOf('#ffd400');

    expect(light.instead).toEqual({ of: '#FFD400', at: 'tint', ratio: 1.2 });
    expect(light.ratio).toBeGreaterThanOrEqual(4.5);
    expect(dark).toEqual({ colour: '#FFD400', ratio: expect.any(Number) });
  });

  test('leaves the four sides as they are, and is the green of the organisation where nothing was chosen', () => {
    expect(usualAccent).toBe(sides.us);
    for (const scheme of SCHEMES) expect(accentOf(usualAccent[scheme])[scheme]).not.toHaveProperty('instead');
  });
});

test('a colour is # and six digits', () => {
  expect(['#C4470D', '#c4470d', '#FFF', 'red', '#12345G', '#1234567', ''].map(isColour)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
