/** Draws a flow with right angles from an exit to an entry, around what stands in between. */
import type { Box, Point } from './sizes.ts';

export interface End extends Point {
  /** The side it leaves by; entries are always on the left. */
  side: 'right' | 'bottom';
}

const OUT = 20;

/** The bends between two ends: of a few simple ways the one that crosses the fewest elements and is shortest. */
export function route(from: End, to: Point, all: readonly Box[] = []): Point[] {
  const [left, right] = reachOf(from, to);
  const obstacles = all.filter(({ x, width }) => x < right && x + width > left);
  const candidates = from.side === 'bottom' ? fromBottom(from, to) : fromRight(from, to, obstacles);
  let best: { points: Point[]; cost: number } | undefined;
  for (const points of candidates) {
    const cost = costOf([from, ...points, to], obstacles);
    if (!best || cost < best.cost) best = { points, cost };
  }
  return best?.points ?? [];
}

/** How far to the left and right a way between two ends can go: what stands beyond is in no way of it. */
export const reachOf = (from: Point, to: Point): [left: number, right: number] => [
  Math.min(from.x, to.x) - OUT,
  Math.max(from.x, to.x) + OUT,
];

function fromRight(from: End, to: Point, obstacles: readonly Box[]): Point[][] {
  const ways: Point[][] = [];
  const gap = to.x - from.x;
  if (gap >= OUT && Math.abs(to.y - from.y) < 2) ways.push([]);
  if (gap >= 2 * OUT)
    for (const part of [0.5, 0.2, 0.8]) {
      const x = Math.round(from.x + Math.max(OUT, Math.min(gap - OUT, gap * part)));
      ways.push([
        { x, y: from.y },
        { x, y: to.y },
      ]);
    }
  const top = Math.min(from.y, to.y, ...obstacles.map(({ y }) => y)) - OUT;
  const bottom = Math.max(from.y, to.y, ...obstacles.map(({ y, height }) => y + height)) + OUT;
  for (const y of [
    (from.y + to.y) / 2,
    Math.min(from.y, to.y) - 60,
    Math.max(from.y, to.y) + 80,
    top,
    bottom,
  ])
    ways.push(around(from, to, Math.round(y)));
  return ways;
}

const around = (from: Point, to: Point, y: number): Point[] => [
  { x: from.x + OUT, y: from.y },
  { x: from.x + OUT, y },
  { x: to.x - OUT, y },
  { x: to.x - OUT, y: to.y },
];

function fromBottom(from: End, to: Point): Point[][] {
  const ways: Point[][] = [];
  if (to.y >= from.y + OUT && to.x >= from.x + OUT) ways.push([{ x: from.x, y: to.y }]);
  for (const y of [from.y + OUT, Math.max(from.y, to.y) + 60])
    ways.push([
      { x: from.x, y },
      { x: to.x - OUT, y },
      { x: to.x - OUT, y: to.y },
    ]);
  return ways;
}

function costOf(points: readonly Point[], obstacles: readonly Box[]): number {
  let cost = points.length * 24;
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (i === 1 && b.x < a.x - 1) cost += 400;
    for (const box of obstacles) if (crosses(a, b, box)) cost += 2000;
  }
  return cost;
}

function crosses(a: Point, b: Point, { x, y, width, height }: Box): boolean {
  const room = 3;
  return (
    Math.max(a.x, b.x) > x + room &&
    Math.min(a.x, b.x) < x + width - room &&
    Math.max(a.y, b.y) > y + room &&
    Math.min(a.y, b.y) < y + height - room
  );
}

/** An SVG path through points with rounded corners. */
export function rounded(points: readonly Point[], radius = 8): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x},${first.y}`;
  for (const [i, at] of rest.entries()) {
    const before = points[i] as Point;
    const after = rest[i + 1];
    if (!after) {
      path += `L${at.x},${at.y}`;
      continue;
    }
    const r = Math.min(radius, distance(before, at) / 2, distance(at, after) / 2);
    const [p, q] = [towards(at, before, r), towards(at, after, r)];
    path += `L${p.x},${p.y}Q${at.x},${at.y} ${q.x},${q.y}`;
  }
  return path;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
function towards(from: Point, to: Point, by: number): Point {
  const d = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / d, y: from.y + ((to.y - from.y) * by) / d };
}

/**
 * Where the words of a flow stand: at the beginning of its first level stretch that has room for them. Where others leave at
 * the same place, they stand behind its first turn, so that each is on its own way and none lies on another.
 */
export function labelPlace(points: readonly Point[], width: number, leavesWithOthers = false): Point {
  const turned = leavesWithOthers ? behindTurn(points, width) : undefined;
  if (turned) return turned;
  let best: { at: Point; length: number } | undefined;
  for (let i = 1; i < Math.min(points.length, 5); i += 1) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    if (Math.abs(a.y - b.y) > 1) continue;
    const length = Math.abs(a.x - b.x);
    const at = { x: Math.min(a.x, b.x) + 6, y: a.y };
    if (length >= width + 8) return at;
    if (!best || length > best.length) best = { at, length };
  }
  return best?.at ?? (points[0] as Point);
}

/** Between words on an upright stretch and the element the way then goes to. */
const FREE = 10;

/** An upright stretch that words can stand on without touching what it comes from. */
const UPRIGHT = 48;

function behindTurn([, turn, next, ...rest]: readonly Point[], width: number): Point | undefined {
  if (!turn || !next || Math.abs(turn.x - next.x) > 1) return undefined;
  const [then] = rest;
  if (then && Math.abs(next.x - then.x) >= width + 20) return { x: Math.min(next.x, then.x) + 6, y: next.y };
  const rise = next.y - turn.y;
  if (Math.abs(rise) < UPRIGHT) return undefined;
  // Nearer to its end: others that turn at the same place go less far, or further. What it leads to stays free.
  const middle = turn.x - width / 2;
  const x = !then
    ? middle
    : then.x > next.x
      ? Math.min(middle, then.x - FREE - width)
      : Math.max(middle, then.x + FREE);
  return { x, y: next.y - 0.28 * rise };
}

/** A way as it is drawn: from an exit by its bends to an entry, with right angles all along. */
export const wayOf = (start: Point, bends: readonly Point[], end: Point): Point[] =>
  squared(level([start, ...bends, end]));

/** Corners where a drawn bend no longer lines up with what it leads to; the last stretch comes in from the left. */
function squared(points: Point[]): Point[] {
  const next: Point[] = [];
  for (const [index, at] of points.entries()) {
    const before = next.at(-1);
    const last = index === points.length - 1;
    if (before && Math.abs(before.x - at.x) > 1 && Math.abs(before.y - at.y) > 1) {
      if (!last) next.push({ x: at.x, y: before.y });
      else if (before.x <= at.x - 12) next.push({ x: before.x, y: at.y });
      else next.push({ x: at.x - 24, y: before.y }, { x: at.x - 24, y: at.y });
    }
    next.push(at);
  }
  return next;
}

/** Ends that are a hair off the line they lead to are drawn on it. */
function level(points: Point[]): Point[] {
  const next = points.map((point) => ({ ...point }));
  const snap = (from: number, to: number) => {
    const [a, b] = [next[from], next[to]];
    if (a && b && Math.abs(a.y - b.y) < 3) a.y = b.y;
  };
  snap(0, 1);
  if (next.length > 2) snap(next.length - 1, next.length - 2);
  return next;
}
