/** Flows seen from afar are one line; what is marked, chosen or moved stays itself, and nothing is lost or drawn twice. */
import { describe, expect, test } from 'vitest';
import { fromAfar } from '../../../designer/canvas/far-flows.tsx';
import { noMarks } from '../../../designer/canvas/marks.ts';
import { Drawer, type DrawnEdge } from '../../../designer/canvas/to-flow.ts';
import { draw, end, start, sub, task } from '../../core/check/drawing.ts';

const definition = draw(
  [
    start('start', { x: 0, y: 0 }),
    task('call', { x: 100, y: 0 }),
    sub('part', { x: 400, y: 0 }),
    start('within', { x: 20, y: 60, parent: 'part' }),
    task('visit', { x: 120, y: 60, parent: 'part' }),
    end('end', { x: 900, y: 0 }),
  ],
  'start > call > part > end; within > visit',
);
const drawn = (marks = noMarks) => new Drawer().draw(definition, 'nl', marks);
const from = ({ nodes, edges } = drawn(), moving = new Map<string, { x: number; y: number }>()) =>
  fromAfar(edges, nodes, moving);
const pieces = (path: string) => (path.match(/M/g) ?? []).length;
const alone = (edges: readonly DrawnEdge[]) => edges.map(({ source, target }) => `${source} ${target}`);

describe('flows from afar', () => {
  test('are all on one line, each with its head', () => {
    const { edges, lines, heads } = from();

    expect(edges).toEqual([]);
    expect([pieces(lines), pieces(heads)]).toEqual([4, 4]);
  });

  test('within a part begin where the part stands', () => {
    const { heads } = from();

    // `visit` stands at 120, 60 in a part at 400, 0; flows arrive at the middle of the upper part of a card.
    expect(heads).toContain('M520 102');
  });

  test('of what is moved are drawn by themselves, of a part that is moved also those in it', () => {
    expect(alone(from(drawn(), new Map([['call', { x: 110, y: 0 }]])).edges)).toEqual([
      'start call',
      'call part',
    ]);
    expect(alone(from(drawn(), new Map([['part', { x: 410, y: 0 }]])).edges)).toEqual([
      'call part',
      'part end',
      'within visit',
    ]);
  });

  test('that are chosen or marked are drawn by themselves', () => {
    const { nodes, edges } = drawn();
    const chosen = edges.map((edge, i) => (i === 0 ? { ...edge, selected: true } : edge));
    const [first] = edges as [DrawnEdge];
    const changed = drawn({ changed: new Map([[first.id, 'added']]) });

    expect(alone(from({ nodes, edges: chosen }).edges)).toEqual(['start call']);
    expect(alone(from(changed).edges)).toEqual(['start call']);
    expect(pieces(from(changed).lines)).toBe(3);
  });
});
