/** How large things are and where they stand; positions are within the sub-process that contains them. */
import type { Definition, Element, Flow } from '../../contract/index.ts';
import { elementOf, type Point } from './drawing.ts';

export interface Box extends Point {
  width: number;
  height: number;
}

/** Everything stands on this grid, in pixels. */
export const GRID = 10;
export const CARD = { width: 216, height: 84 };
export const EVENT = { width: 40, height: 40 };
export const GATEWAY = { width: 48, height: 48 };
const PART = { width: 420, height: 220 };
/** An outcome's row on a card, and the middle of the part above the rows. */
export const OUTCOME_ROW = 24;
export const CARD_MIDDLE = CARD.height / 2;
/** Room kept between one element and the next, and inside the border of a sub-process. */
export const GAP = 72;
const PADDING = { left: 30, top: 56, right: 40, bottom: 40 };

const EVENTS = new Set([
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
]);
export const isEvent = ({ type }: Pick<Element, 'type'>): boolean => EVENTS.has(type);
export const isGateway = ({ type }: Pick<Element, 'type'>): boolean => type.endsWith('Gateway');

/** Outcomes that are drawn as exits of their own. */
export const exitsOf = (element: Element) => (element.type === 'userTask' ? (element.outcomes ?? []) : []);

export function sizeOf(element: Element): { width: number; height: number } {
  if (isEvent(element)) return EVENT;
  if (isGateway(element)) return GATEWAY;
  if (element.type === 'subProcess')
    return { width: element.width ?? PART.width, height: element.height ?? PART.height };
  const exits = exitsOf(element).length;
  return { width: CARD.width, height: CARD.height + (exits > 0 ? exits * OUTCOME_ROW + 6 : 0) };
}

export const boxOf = (element: Element): Box => ({
  x: element.x ?? 0,
  y: element.y ?? 0,
  ...sizeOf(element),
});

/** Where a flow without an outcome leaves and arrives: the middle of the upper part. */
export function middleOf(element: Element): number {
  const { height } = sizeOf(element);
  return isEvent(element) || isGateway(element) || element.type === 'subProcess' ? height / 2 : CARD_MIDDLE;
}

/** The distance from the top at which a flow leaves: an outcome's row, or the middle. */
export function exitAt(element: Element, flow: Pick<Flow, 'outcome'>): number {
  const row = exitsOf(element).findIndex(({ id }) => id === flow.outcome);
  return row < 0 ? middleOf(element) : CARD.height + row * OUTCOME_ROW + OUTCOME_ROW / 2;
}

export const snapped = (n: number): number => Math.round(n / GRID) * GRID;

const overlaps = (a: Box, b: Box, room: number): boolean =>
  a.x < b.x + b.width + room &&
  b.x < a.x + a.width + room &&
  a.y < b.y + b.height + room &&
  b.y < a.y + a.height + room;

const siblings = (
  { elements }: Definition,
  parent: string | undefined,
  except: ReadonlySet<string>,
): Element[] =>
  elements.filter((one) => one.parent === parent && one.type !== 'boundaryEvent' && !except.has(one.id));

/** The nearest free place at or below a position. */
export function freePlace(
  definition: Definition,
  box: Box,
  parent: string | undefined,
  except: ReadonlySet<string> = new Set(),
): Point {
  const others = siblings(definition, parent, except).map(boxOf);
  let y = snapped(box.y);
  const x = snapped(box.x);
  for (let tries = 0; tries < 400; tries += 1) {
    const hit = others.find((other) => overlaps({ ...box, x, y }, other, 20));
    if (!hit) return { x, y };
    y = snapped(Math.max(y + GRID, hit.y + hit.height + 30));
  }
  return { x, y };
}

/** The place to the right of an element, on a line with it, or at the bottom for what leaves a border. */
export function placeAfter(definition: Definition, from: Element, next: Element): Point {
  const size = sizeOf(next);
  const at = boxOf(from);
  const below = from.type === 'boundaryEvent';
  return freePlace(
    definition,
    {
      ...size,
      x: at.x + at.width + (below ? 30 : GAP),
      y: below ? at.y + at.height + 40 : at.y + middleOf(from) - middleOf(next),
    },
    from.parent,
  );
}

/** A point of the whole drawing as seen from inside a sub-process, and back. */
export function originOf(definition: Definition, parent: string | undefined): Point {
  const origin = { x: 0, y: 0 };
  const seen = new Set<string>();
  for (
    let at = elementOf(definition, parent);
    at && !seen.has(at.id);
    at = elementOf(definition, at.parent)
  ) {
    seen.add(at.id);
    origin.x += at.x ?? 0;
    origin.y += at.y ?? 0;
  }
  return origin;
}

/** The place of an element in the whole drawing. */
export function absoluteBox(definition: Definition, element: Element): Box {
  const origin = originOf(definition, element.parent);
  const box = boxOf(element);
  return { ...box, x: box.x + origin.x, y: box.y + origin.y };
}

/** Where an event stands on the border of its host: snapped to the nearest side. */
export function onBorder(host: Element, near: Point): Point {
  const { x, y, width, height } = boxOf(host);
  const cx = Math.min(Math.max(near.x, x + EVENT.width / 2 + 4), x + width - EVENT.width / 2 - 4);
  const top = Math.abs(near.y - y) < Math.abs(near.y - (y + height));
  return { x: Math.round(cx - EVENT.width / 2), y: (top ? y : y + height) - EVENT.height / 2 };
}

/** The definition with every sub-process large enough for what is in it; the innermost first. */
export function fitted(definition: Definition): Definition {
  const parts = definition.elements.filter(({ type }) => type === 'subProcess');
  const depth = (element: Element): number => {
    let n = 0;
    for (let at = elementOf(definition, element.parent); at && n < 50; at = elementOf(definition, at.parent))
      n += 1;
    return n;
  };
  let result = definition;
  for (const { id } of parts.toSorted((a, b) => depth(b) - depth(a))) {
    const inside = result.elements.filter(({ parent }) => parent === id).map(boxOf);
    if (inside.length === 0) continue;
    const width = Math.max(...inside.map((box) => box.x + box.width)) + PADDING.right;
    const height = Math.max(...inside.map((box) => box.y + box.height)) + PADDING.bottom;
    result = {
      ...result,
      elements: result.elements.map((element) => {
        if (element.id !== id) return element;
        const now = sizeOf(element);
        return now.width >= width && now.height >= height
          ? element
          : { ...element, width: Math.max(now.width, width), height: Math.max(now.height, height) };
      }),
    };
  }
  return result;
}

export { PADDING as PART_PADDING };
