/** Earlier and later: two that stand in one row change places, and nothing else changes. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { elementOf, perform } from '../../../designer/actions/index.ts';
import { draw, end, manual, split, start, task } from '../../core/check/drawing.ts';
import { drawing } from './drawings.ts';

const at = (x: number) => ({ x, y: 100 });
const row: Definition = draw(
  [start('s', at(0)), task('a', at(100)), manual('b', at(400)), manual('c', at(700)), end('e', at(1000))],
  's > a > b > c > e',
);
const order = ({ flows }: Definition): string => {
  const stops = ['s'];
  for (
    let to = flows.find(({ from }) => from === 's')?.to;
    to;
    to = flows.find(({ from }) => from === to)?.to
  )
    stops.push(to);
  return stops.join(' ');
};

describe('changing places', () => {
  it('goes later and earlier, on the drawing too', () => {
    const later = perform(drawing(row, 'a'), 'later', { id: 'a' });

    expect(order(later.definition)).toBe('s b a c e');
    expect(elementOf(later.definition, 'b')?.x).toBe(100);
    expect(elementOf(later.definition, 'a')?.x).toBeGreaterThan(100);
    expect(later.selection.elements).toEqual(['a']);

    const back = perform(later, 'earlier', { id: 'a' });

    expect(order(back.definition)).toBe('s a b c e');
    expect(elementOf(back.definition, 'a')?.x).toBe(100);
  });

  it('keeps each outcome with the one it leaves from', () => {
    const asked = draw(
      [
        start('s'),
        task('ask', { outcomes: [{ id: 'yes', label: 'Yes' }] }),
        manual('b'),
        manual('c'),
        end('e'),
      ],
      's > ask > b [yes]; b > c > e',
    );
    const { flows } = perform(drawing(asked, 'b'), 'later', { id: 'b' }).definition;

    expect(flows).toContainEqual(expect.objectContaining({ from: 'ask', to: 'c', outcome: 'yes' }));
  });

  it.each([
    ['a start', 's', 'later'],
    ['the last before an end', 'c', 'later'],
    ['the first after a start', 'a', 'earlier'],
    ['an end', 'e', 'earlier'],
  ] as const)('%s stays where it is', (_, id, way) => {
    const before = drawing(row, id);

    expect(perform(before, way, { id })).toBe(before);
  });

  it('stays where ways split or come together', () => {
    const parallel = draw(
      [start('s'), manual('m'), split('g'), manual('a'), manual('b'), end('e'), end('f')],
      's > m > g > a > e; g > b > f',
    );
    const before = drawing(parallel, 'm');

    expect(perform(before, 'later', { id: 'm' })).toBe(before);
  });
});
