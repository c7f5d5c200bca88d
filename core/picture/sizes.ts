/** How large things are and where they stand on paper; positions are within the sub-process that contains them. */
import type { Definition, Element, Flow } from '../../contract/index.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export const CARD = { width: 216, height: 84 };
export const EVENT = { width: 40, height: 40 };
export const GATEWAY = { width: 48, height: 48 };
const PART = { width: 420, height: 220 };
/** An outcome's row on a card, and the middle of the part above the rows. */
export const OUTCOME_ROW = 24;
export const CARD_MIDDLE = CARD.height / 2;

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

/** Most elements stand in no part: nothing is looked for then, for this is asked of each of thousands at every move of a hand. */
const elementOf = ({ elements }: Definition, id: string | undefined): Element | undefined =>
  id === undefined ? undefined : elements.find((element) => element.id === id);

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
