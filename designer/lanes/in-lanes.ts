/** What hands do in lanes, as edits of the drawing itself: pure. Places in lanes are no places of the drawing. */
import type { Definition, Element } from '../../contract/index.ts';
import type { Bilingual } from '../../core/calendar/index.ts';
import {
  absoluteBox,
  type BlockId,
  boxOf,
  type Drawing,
  doneBy,
  elementOf,
  mayGive,
  type Point,
  perform,
  sizeOf,
} from '../actions/index.ts';
import { partAt } from '../canvas/drop.ts';
import { type CanvasMenuKind, chosen } from '../canvas/menu-edits.ts';
import { AUTOMATIC } from './lane-of.ts';
import { type LanesView, laneAt } from './lanes-view.ts';

/** Who does what is in a lane: nobody in particular in that of what goes by itself. */
export const roleOf = (lane: string | undefined): string | undefined =>
  lane === AUTOMATIC ? undefined : lane;
const laneHolding = ({ lanes }: LanesView, id: string): string | undefined =>
  lanes.find(({ elements }) => elements.includes(id))?.role;

/** What was just added is for the role of a lane, where somebody does it. */
export function givenToLane(before: Drawing, after: Drawing, lane: string | undefined): Drawing {
  const role = roleOf(lane);
  const [id] = after.selection.elements;
  const added = elementOf(after.definition, id);
  if (
    role === undefined ||
    !added ||
    elementOf(before.definition, id) ||
    doneBy(after.definition, added) === undefined
  )
    return after;
  return perform(after, 'give', { element: added.id, role });
}

/** The drawing after picking from a menu in lanes. */
export function chosenInLanes(drawing: Drawing, view: LanesView, menu: CanvasMenuKind, id: string): Drawing {
  switch (menu.kind) {
    case 'append': {
      const { at, ...rest } = menu;
      const after = elementOf(view.definition, menu.after);
      const inPart = after?.parent !== undefined;
      const lane = at && !inPart ? laneAt(view, at.y) : laneHolding(view, menu.after);
      const next = chosen(drawing, inPart ? menu : rest, id);
      return inPart ? next : givenToLane(drawing, next, lane);
    }
    case 'insert': {
      const from = drawing.definition.flows.find((flow) => flow.id === menu.flow)?.from;
      const inPart = elementOf(drawing.definition, from)?.parent !== undefined;
      const next = chosen(drawing, { kind: 'insert', flow: menu.flow }, id);
      const lane = menu.at ? laneAt(view, menu.at.y) : laneHolding(view, from ?? '');
      return inPart ? next : givenToLane(drawing, next, lane);
    }
    case 'add': {
      const part = partAt(view.definition, menu.at, []);
      if (part) {
        const box = absoluteBox(view.definition, part);
        return perform(drawing, 'add', {
          block: id as BlockId,
          at: { x: menu.at.x - box.x, y: menu.at.y - box.y },
          parent: part.id,
        });
      }
      const at = placeFor(drawing.definition, view, menu.at);
      return givenToLane(drawing, chosen(drawing, { kind: 'add', at }, id), laneAt(view, menu.at.y));
    }
    default:
      return chosen(drawing, menu, id);
  }
}

/** Where in the drawing itself something comes that is put down in lanes: to the right of what it stands right of there. */
function placeFor(definition: Definition, { definition: seen }: LanesView, at: Point): Point {
  let best: { id: string; distance: number } | undefined;
  for (const one of seen.elements) {
    if (one.parent !== undefined || one.type === 'boundaryEvent') continue;
    const box = boxOf(one);
    const right = box.x + box.width;
    if (right > at.x) continue;
    const distance = at.x - right + 2 * Math.abs(at.y - box.y - box.height / 2);
    if (!best || distance < best.distance) best = { id: one.id, distance };
  }
  const left = elementOf(definition, best?.id);
  if (!left) {
    const boxes = definition.elements.filter(({ parent }) => parent === undefined).map(boxOf);
    return {
      x: Math.min(0, ...boxes.map(({ x }) => x)) + 108,
      y: Math.max(0, ...boxes.map((box) => box.y + box.height)) + 100,
    };
  }
  const { width, height } = sizeOf(left);
  return { x: (left.x ?? 0) + width + 180, y: (left.y ?? 0) + height / 2 };
}

export type Dropped =
  | { kind: 'stays' }
  | { kind: 'refused'; why: Bilingual }
  | { kind: 'given'; drawing: Drawing; role: string };

/** What dragging elements in lanes does: into another lane they change hands, elsewhere they go back to their place. */
export function droppedInLanes(
  drawing: Drawing,
  view: LanesView,
  moved: ReadonlyMap<string, Point>,
): Dropped {
  const { definition } = drawing;
  let next = drawing;
  let role: string | undefined;
  let why: Bilingual | undefined;
  for (const [id, at] of moved) {
    const element = elementOf(definition, id);
    const seen = elementOf(view.definition, id);
    // What is in a part or on a border goes with what it is in or on.
    if (!element || !seen || seen.parent !== undefined || seen.type === 'boundaryEvent') continue;
    const lane = laneUnder(view, seen, at);
    if (lane === undefined || lane === laneHolding(view, id)) continue;
    const may = mayGive(element, roleOf(lane));
    if (!may.ok) {
      why ??= may.why;
      continue;
    }
    role = lane;
    next = perform({ ...next, selection: { elements: [id], flows: [] } }, 'give', {
      element: id,
      role: lane,
    });
  }
  if (role !== undefined && next.definition !== definition)
    return { kind: 'given', drawing: { ...next, selection: drawing.selection }, role };
  return why ? { kind: 'refused', why } : { kind: 'stays' };
}

/** The lane under the middle of something that is dragged. */
export function laneUnder(view: LanesView, element: Element, at: Point): string | undefined {
  return laneAt(view, at.y + sizeOf(element).height / 2);
}

/** The lane above or below that somebody else's work could go to. */
export function laneBeside({ lanes }: LanesView, id: string, by: -1 | 1): string | undefined {
  const at = lanes.findIndex(({ elements }) => elements.includes(id));
  return at < 0 ? undefined : lanes[at + by]?.role;
}

/** How one begins to look at lanes: at their beginning, all of them when that is readable. */
export function firstSight(
  { width, height }: LanesView,
  screen: { width: number; height: number },
): { x: number; y: number; zoom: number } {
  const narrow = screen.width < 640;
  // Room below for the buttons.
  const whole = Math.min((screen.height - 84) / height, 1);
  const zoom = Math.min(0.9, Math.max(whole, Math.min(1, (screen.width - 32) / width), narrow ? 0.7 : 0.6));
  const over = screen.height - 60 - height * zoom;
  return { x: 8, y: Math.max(8, over / 2), zoom };
}
