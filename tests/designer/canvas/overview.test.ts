/** The small overview: everything in its place and colour, and what is in sight always within its frame. */
import { describe, expect, test } from 'vitest';
import { noMarks } from '../../../designer/canvas/marks.ts';
import { boundsOf, heldIn, inColours, placesOf } from '../../../designer/canvas/overview-places.ts';
import { Drawer } from '../../../designer/canvas/to-flow.ts';
import { draw, end, start, sub, task } from '../../core/check/drawing.ts';

const { nodes } = new Drawer().draw(
  draw(
    [
      start('start', { x: -40, y: 10 }),
      sub('part', { x: 400, y: 0, width: 500, height: 300 }),
      task('visit', { x: 120, y: 60, parent: 'part' }),
      end('end', { x: 1000, y: 0 }),
    ],
    '',
  ),
  'nl',
  noMarks,
);
const SIZE = { width: 200, height: 100 };

describe('the overview', () => {
  test('has what is within a part where it stands in the whole', () => {
    const places = placesOf(nodes);

    expect(places.map(({ x, y }) => [x, y])).toContainEqual([520, 60]);
    expect(boundsOf(places)).toEqual({ x: -40, y: 0, width: 1080, height: 300 });
  });

  test('draws parts beneath what is in them, each colour once', () => {
    const colours = inColours(placesOf(nodes));

    expect(colours[0]).toEqual({ colour: 'var(--line)', path: 'M400 0h500v300h-500z' });
    expect(new Set(colours.map(({ colour }) => colour)).size).toBe(colours.length);
  });

  test('holds the whole drawing and what is in sight, also when that is beside it', () => {
    const bounds = { x: 0, y: 0, width: 1000, height: 300 };
    const within = heldIn(bounds, { x: 100, y: 100, width: 200, height: 100 }, SIZE);
    const beside = heldIn(bounds, { x: 3000, y: 0, width: 1000, height: 500 }, SIZE);

    // 1,000 on 200 pixels, and five pixels of room on each side.
    expect(within.scale).toBe(5);
    expect(within.viewBox).toBe('-25 -125 1050 550');
    expect(beside.scale).toBe(20);
  });

  test('of an empty drawing shows what is in sight', () => {
    const seen = { x: 0, y: 0, width: 800, height: 400 };

    expect(boundsOf(placesOf([]))).toBeUndefined();
    expect(heldIn(undefined, seen, SIZE).scale).toBe(4);
  });
});
