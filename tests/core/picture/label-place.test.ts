/** Where the words of an arrow stand when nobody put them anywhere. */
import { describe, expect, it } from 'vitest';
import { labelPlace } from '../../../core/picture/route.ts';
import { leavingTogether } from '../../../core/picture/ways.ts';
import { template } from '../../designer/actions/drawings.ts';

const WIDTH = 60;
const straight = [
  { x: 0, y: 0 },
  { x: 300, y: 0 },
];
const up = (x: number, far: number, end: number) => [
  { x: 0, y: 0 },
  { x, y: 0 },
  { x, y: -far },
  { x: end, y: -far },
];

describe('the words of an arrow that leaves alone', () => {
  it('stand at the beginning of its first level stretch with room', () => {
    expect(labelPlace(straight, WIDTH)).toEqual({ x: 6, y: 0 });
    expect(labelPlace(up(100, 100, 200), WIDTH)).toEqual({ x: 6, y: 0 });
    expect(labelPlace(up(40, 100, 200), WIDTH)).toEqual({ x: 46, y: -100 });
  });
});

describe('the words of arrows that leave together', () => {
  it('stand behind the first turn where there is room', () => {
    expect(labelPlace(up(100, 100, 200), WIDTH, true)).toEqual({ x: 106, y: -100 });
  });

  it('stand on the upright stretch where there is not, each at a height of its own', () => {
    const [low, high] = [100, 200].map((far) => labelPlace(up(100, far, 140), WIDTH, true));

    expect(low?.x).toBeLessThan(100);
    expect((low?.x ?? 0) + WIDTH).toBeGreaterThan(100);
    expect((low?.y ?? 0) - (high?.y ?? 0)).toBeGreaterThan(18);
  });

  it('stay clear of the element the way goes to, however long they are', () => {
    for (const width of [60, 100, 150])
      for (const end of [112, 124, 140])
        expect((labelPlace(up(100, 100, end), width, true)?.x ?? 0) + width).toBeLessThanOrEqual(end - 10);
    expect(labelPlace(up(100, 100, 70), 80, true)?.x).toBeGreaterThanOrEqual(80);
  });

  it('stand where they always did on a way that does not turn, or hardly', () => {
    expect(labelPlace(straight, WIDTH, true)).toEqual({ x: 6, y: 0 });
    expect(labelPlace(up(100, 20, 140), WIDTH, true)).toEqual({ x: 6, y: 0 });
  });

  it('are those of a decision, not those of outcomes with an exit of their own', () => {
    const definition = template('T2');
    const together = leavingTogether(definition);

    for (const { id, outcome } of definition.flows) if (outcome) expect(together.has(id)).toBe(false);
    expect(together.size).toBeGreaterThan(0);
  });
});
