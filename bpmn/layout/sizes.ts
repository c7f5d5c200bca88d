// How large things are where nobody says, as the designer draws them (a test holds the two together).
import type { Artifact, Element } from '../../contract/index.ts';

export interface Size {
  width: number;
  height: number;
}

export const CARD: Size = { width: 216, height: 84 };
export const EVENT: Size = { width: 40, height: 40 };
export const GATEWAY: Size = { width: 48, height: 48 };
const PART: Size = { width: 420, height: 220 };
/** The row of an outcome at the foot of a card. */
const ROW = 24;

export const isEvent = ({ type }: Pick<Element, 'type'>): boolean => type.endsWith('Event');
export const isGateway = ({ type }: Pick<Element, 'type'>): boolean => type.endsWith('Gateway');

const exitsOf = (element: Element) => (element.type === 'userTask' ? (element.outcomes ?? []) : []);

/** Without regard to what the element itself says. */
export function usualSize(element: Element): Size {
  if (isEvent(element)) return EVENT;
  if (isGateway(element)) return GATEWAY;
  if (element.type === 'subProcess') return element.collapsed ? CARD : PART;
  if (element.type === 'unsupported') return unsupportedSize(element.bpmn);
  const exits = exitsOf(element).length;
  return { width: CARD.width, height: CARD.height + (exits > 0 ? exits * ROW + 6 : 0) };
}

const unsupportedSize = (bpmn: string): Size =>
  bpmn.endsWith('Event') ? EVENT : bpmn.endsWith('Gateway') ? GATEWAY : CARD;

export function sizeOf(element: Element): Size {
  const usual = usualSize(element);
  return { width: element.width ?? usual.width, height: element.height ?? usual.height };
}

/** How far from its top an element is entered and left. */
export function middleOf(element: Element, { height }: Size = sizeOf(element)): number {
  return exitsOf(element).length > 0 ? Math.min(CARD.height, height) / 2 : height / 2;
}

/** The distance from the top at which a flow leaves: the row of its outcome, else the middle. */
export function exitAt(element: Element, outcome: string | undefined, size: Size = sizeOf(element)): number {
  const row = exitsOf(element).findIndex(({ id }) => id === outcome);
  return row < 0 ? middleOf(element, size) : Math.min(CARD.height + row * ROW + ROW / 2, size.height - 4);
}

export function artifactSize(artifact: Exclude<Artifact, { type: 'line' }>): Size {
  switch (artifact.type) {
    case 'annotation':
      return { width: 180, height: 60 };
    case 'data':
      return artifact.kind === 'store' ? { width: 50, height: 50 } : { width: 36, height: 50 };
    case 'group':
      return { width: 300, height: 200 };
    case 'lane':
    case 'pool':
      return { width: 600, height: 120 };
  }
}
