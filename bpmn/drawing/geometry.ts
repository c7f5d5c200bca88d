// Where everything stands in the whole drawing: our places are within the sub-process that contains them, those of BPMN are not.
import type { Element, Flow } from '../../contract/index.ts';
import { exitAt, middleOf, sizeOf } from '../layout/sizes.ts';
import type { Box, Point } from '../read/diagram.ts';

/** A thousandth of a pixel is as exact as a drawing gets. */
export const rounded = (n: number): number => Math.round(n * 1000) / 1000;
export const shownNumber = (n: number): string => String(rounded(n));

/** Where a scope begins: a sub-process that is drawn closed has a drawing of its own, which begins at nothing. */
export interface Origin extends Point {
  /** Id of the closed sub-process on whose own drawing this is; undefined for the drawing of the process. */
  plane: string | undefined;
}

const START: Origin = { x: 0, y: 0, plane: undefined };

/** Where each scope begins; '' is the process. */
export function originsOf(elements: readonly Element[]): Map<string, Origin> {
  const byId = new Map(elements.map((one) => [one.id, one]));
  const origins = new Map<string, Origin>([['', START]]);
  const originOf = (id: string, depth = 0): Origin => {
    const known = origins.get(id);
    if (known) return known;
    const one = byId.get(id);
    if (one?.type !== 'subProcess' || depth > 300) return START;
    const around = originOf(one.parent ?? '', depth + 1);
    const own: Origin = one.collapsed
      ? { x: 0, y: 0, plane: id }
      : { x: around.x + (one.x ?? 0), y: around.y + (one.y ?? 0), plane: around.plane };
    origins.set(id, own);
    return own;
  };
  for (const one of elements) if (one.type === 'subProcess') originOf(one.id);
  return origins;
}

/** The place of an element in its drawing. */
export function absoluteBox(one: Element, origins: ReadonlyMap<string, Origin>): Box {
  const { x, y } = origins.get(one.parent ?? '') ?? START;
  return { x: rounded(x + (one.x ?? 0)), y: rounded(y + (one.y ?? 0)), ...sizeOf(one) };
}

export const isPlaced = ({ x, y }: { x?: number | undefined; y?: number | undefined }): boolean =>
  x !== undefined && y !== undefined;

/** From border to border, through the bends; without bends of its own a flow goes with right angles. */
export function wayOf(
  flow: Pick<Flow, 'outcome'>,
  from: { element: Element; box: Box },
  to: { element: Element; box: Box },
  bends: readonly Point[] | undefined,
): Point[] {
  if (bends === undefined) return routed(flow, from, to);
  const first = bends[0] ?? centre(to.box);
  const last = bends.at(-1) ?? centre(from.box);
  const start = onBorder(from.box, first, exitAt(from.element, flow.outcome, from.box));
  const end = onBorder(to.box, last, middleOf(to.element, to.box));
  return [start, ...bends, end].map(({ x, y }) => ({ x: rounded(x), y: rounded(y) }));
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Where a line towards a point leaves a box; `middle` is how far from the top it does so by preference. */
export function onBorder({ x, y, width, height }: Box, towards: Point, middle = height / 2): Point {
  const inRows = towards.y > y && towards.y < y + height;
  if (towards.x >= x + width) return { x: x + width, y: inRows ? towards.y : y + middle };
  if (towards.x <= x) return { x, y: inRows ? towards.y : y + middle };
  return { x: towards.x, y: towards.y >= y + height / 2 ? y + height : y };
}

const OUT = 20;

function routed(
  flow: Pick<Flow, 'outcome'>,
  from: { element: Element; box: Box },
  to: { element: Element; box: Box },
): Point[] {
  const end: Point = { x: to.box.x, y: to.box.y + middleOf(to.element, to.box) };
  if (from.element.type === 'boundaryEvent') {
    const start: Point = { x: from.box.x + from.box.width / 2, y: from.box.y + from.box.height };
    const level = end.y >= start.y + OUT && end.x >= start.x + OUT ? end.y : Math.max(start.y, end.y) + 60;
    const bends =
      level === end.y
        ? [{ x: start.x, y: level }]
        : [
            { x: start.x, y: level },
            { x: end.x - OUT, y: level },
            { x: end.x - OUT, y: end.y },
          ];
    return [start, ...bends, end].map(roundedPoint);
  }
  const start: Point = {
    x: from.box.x + from.box.width,
    y: from.box.y + exitAt(from.element, flow.outcome, from.box),
  };
  if (end.x >= start.x && Math.abs(end.y - start.y) < 1) return [start, end].map(roundedPoint);
  if (end.x >= start.x + 2 * OUT) {
    const x = (start.x + end.x) / 2;
    return [start, { x, y: start.y }, { x, y: end.y }, end].map(roundedPoint);
  }
  const below = Math.max(from.box.y + from.box.height, to.box.y + to.box.height) + 30;
  return [
    start,
    { x: start.x + OUT, y: start.y },
    { x: start.x + OUT, y: below },
    { x: end.x - OUT, y: below },
    { x: end.x - OUT, y: end.y },
    end,
  ].map(roundedPoint);
}

const roundedPoint = ({ x, y }: Point): Point => ({ x: rounded(x), y: rounded(y) });

/** A straight line between two boxes, or through the bends. */
export function lineOf(from: Box, to: Box, bends: readonly Point[] = []): Point[] {
  const start = straight(from, bends[0] ?? centre(to));
  const end = straight(to, bends.at(-1) ?? centre(from));
  return [start, ...bends, end].map(roundedPoint);
}

/** Where the line from the middle of a box to a point crosses its border. */
function straight(box: Box, towards: Point): Point {
  const { x, y } = centre(box);
  const [dx, dy] = [towards.x - x, towards.y - y];
  if (dx === 0 && dy === 0) return { x, y: box.y };
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
    1,
  );
  return { x: x + dx * share, y: y + dy * share };
}

/** The bends of a flow in its drawing. */
export function absoluteBends(
  flow: Flow,
  elements: ReadonlyMap<string, Element>,
  origins: ReadonlyMap<string, Origin>,
): Point[] | undefined {
  const { x, y } = origins.get(elements.get(flow.from)?.parent ?? '') ?? START;
  return flow.points?.map((point) => ({ x: rounded(point.x + x), y: rounded(point.y + y) }));
}
