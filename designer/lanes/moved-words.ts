/** Words of an arrow that somebody put elsewhere, as lanes take them: from where the arrow leaves, as in the drawing, while they stay near it and lie over nothing. */
import type { Definition, Element, Flow } from '../../contract/index.ts';
import { widthOf } from '../../core/picture/svg.ts';
import { drawnWay, labelOf } from '../../core/picture/ways.ts';
import { type Box, boxOf, type Point } from '../actions/index.ts';

/** Further off nobody sees any more which arrow they belong to. */
const NEAR = 60;
const HEIGHT = 18;

/** The flow without the place of its words where that would not do in lanes; then they stand where they fit. */
export function withWordsThatFit(seen: Definition, flow: Flow): Flow {
  const { labelBy: by, ...rest } = flow;
  const from = seen.elements.find(({ id }) => id === flow.from);
  const way = by && from ? drawnWay(seen, flow) : [];
  const [start] = way;
  if (!by || !from || !start) return flow;
  const words = (['nl', 'en'] as const).map((language) => widthOf(labelOf(seen, flow, from, language), 12.5));
  const box = {
    x: start.x + by.x,
    y: start.y + by.y - HEIGHT / 2,
    width: Math.max(...words),
    height: HEIGHT,
  };
  const isNear = way.slice(1).some((to, i) => distance(box, way[i] as Point, to) <= NEAR);
  return isNear && !seen.elements.some((one) => beside(one, from) && overlap(boxOf(one), box)) ? flow : rest;
}

const beside = (one: Element, from: Element): boolean => one.parent === from.parent;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** From a box to a level or upright stretch. */
function distance(box: Box, a: Point, b: Point): number {
  const apart = (from: number, size: number, p: number, q: number): number =>
    Math.max(0, Math.min(p, q) - from - size, from - Math.max(p, q));
  return Math.hypot(apart(box.x, box.width, a.x, b.x), apart(box.y, box.height, a.y, b.y));
}
