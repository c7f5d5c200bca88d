/** How a flow runs: its stretches can be dragged, and its way given back to what the drawing finds by itself. */
import type { Flow } from '../../../contract/index.ts';
import { type Drawing, onlyFlow, type Point, withoutUndefined } from '../drawing.ts';
import { snapped } from '../geometry.ts';

/** What a flow goes straight on for, out of an exit and into an entry. */
const STUB = 20;
const level = (a: Point, b: Point): boolean => Math.abs(a.y - b.y) < 1;

/**
 * A stretch of a way with right angles, moved aside: a level one up or down, an upright one left or right. The way is given
 * with both its ends; what comes back are the bends between them. Ends stay where they are.
 */
export function stretchMoved(way: readonly Point[], stretch: number, to: number): Point[] {
  const [a, b] = [way[stretch], way[stretch + 1]];
  if (!a || !b) return way.slice(1, -1);
  const isLevel = level(a, b);
  const at = snapped(to);
  const shifted = (point: Point): Point => (isLevel ? { x: point.x, y: at } : { x: at, y: point.y });
  const before = stretch === 0 ? leaving(a, at, isLevel) : [...way.slice(1, stretch), shifted(a)];
  const last = stretch + 1 === way.length - 1;
  const after = last ? arriving(b, at, isLevel) : [shifted(b), ...way.slice(stretch + 2, -1)];
  return withoutStraight([way[0] as Point, ...before, ...after, way.at(-1) as Point]).slice(1, -1);
}

const leaving = (from: Point, at: number, isLevel: boolean): Point[] =>
  isLevel
    ? [
        { x: from.x + STUB, y: from.y },
        { x: from.x + STUB, y: at },
      ]
    : [
        { x: from.x, y: from.y + STUB },
        { x: at, y: from.y + STUB },
      ];
const arriving = (to: Point, at: number, isLevel: boolean): Point[] =>
  isLevel
    ? [
        { x: to.x - STUB, y: at },
        { x: to.x - STUB, y: to.y },
      ]
    : [{ x: at, y: to.y }];

/** Without points that lie on the line between their neighbours. */
function withoutStraight(points: readonly Point[]): Point[] {
  const next: Point[] = [];
  for (const point of points) {
    const [before, last] = [next.at(-2), next.at(-1)];
    if (last && Math.abs(last.x - point.x) < 1 && Math.abs(last.y - point.y) < 1 && next.length > 1) continue;
    const onX = before && last && Math.abs(before.x - last.x) < 1 && Math.abs(last.x - point.x) < 1;
    const onY = before && last && level(before, last) && level(last, point);
    if (onX || onY) next.pop();
    next.push(point);
  }
  return next;
}

/** The middle stretch of a way between its bends: what the keyboard moves. Of a straight way the whole. */
export function middleStretch(way: readonly Point[], isLevel: boolean): number | undefined {
  const fit = way.slice(1).flatMap((b, i) => (level(way[i] as Point, b) === isLevel ? [i] : []));
  const inner = fit.filter((i) => i > 0 && i < way.length - 2);
  const of = inner.length > 0 ? inner : fit;
  return of[Math.floor((of.length - 1) / 2)];
}

/** Gives a flow its bends, within its scope; without any it finds its own way again. */
export function bend(
  { definition, selection }: Drawing,
  { flow: id, points }: { flow: string; points?: Point[] },
): Drawing {
  const flow = definition.flows.find((one) => one.id === id);
  if (!flow || (!points && !flow.points)) return { definition, selection };
  const round = points?.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return {
    definition: {
      ...definition,
      flows: definition.flows.map(
        (one): Flow => (one.id === id ? withoutUndefined({ ...one, points: round }) : one),
      ),
    },
    selection: onlyFlow(id),
  };
}

/** Puts the words of a flow somewhere, from where it leaves its element; without a place they stand where they fit. */
export function placeLabel(
  { definition, selection }: Drawing,
  { flow: id, by }: { flow: string; by?: Point },
): Drawing {
  const flow = definition.flows.find((one) => one.id === id);
  if (!flow || (!by && !flow.labelBy)) return { definition, selection };
  const labelBy = by && { x: Math.round(by.x), y: Math.round(by.y) };
  return {
    definition: {
      ...definition,
      flows: definition.flows.map(
        (one): Flow => (one.id === id ? withoutUndefined({ ...one, labelBy }) : one),
      ),
    },
    selection: onlyFlow(id),
  };
}
