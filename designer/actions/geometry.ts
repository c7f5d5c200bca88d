/** Where there is room, and where what is added or moved comes to stand; how large things are is in core. */
import type { Definition, Element } from '../../contract/index.ts';
import { type Box, boxOf, EVENT, isGateway, middleOf, type Point, sizeOf } from '../../core/picture/sizes.ts';
import { elementOf } from './drawing.ts';
import { nameSize } from './words-beside.ts';

export {
  absoluteBox,
  type Box,
  boxOf,
  CARD,
  CARD_MIDDLE,
  EVENT,
  exitAt,
  exitsOf,
  GATEWAY,
  isEvent,
  isGateway,
  middleOf,
  OUTCOME_ROW,
  originOf,
  sizeOf,
} from '../../core/picture/sizes.ts';

/** Everything stands on this grid, in pixels. */
export const GRID = 10;
/** Room kept between one element and the next, and inside the border of a sub-process. */
export const GAP = 72;
/** Between an element and the name beside it. */
const BESIDE = 8;
const PADDING = { left: 30, top: 56, right: 40, bottom: 40 };

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

/** With the name that stands under it or over it. */
function boxWithName(element: Element): Box {
  const box = boxOf(element);
  const name = nameSize(element);
  if (!name) return box;
  const width = Math.max(box.width, name.width);
  const height = name.height + BESIDE;
  return {
    x: box.x + (box.width - width) / 2,
    y: isGateway(element) ? box.y - height : box.y,
    width,
    height: box.height + height,
  };
}

/** The nearest free place at or below a position. */
export function freePlace(
  definition: Definition,
  box: Box,
  parent: string | undefined,
  except: ReadonlySet<string> = new Set(),
): Point {
  const others = siblings(definition, parent, except).map(boxWithName);
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
