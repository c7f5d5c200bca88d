// Where an element is read: its file, its process, and what its surroundings say about it.
import type { Form } from '../../contract/index.ts';
import { expressionOf, plainOrExpression, type Translated } from '../expressions/translate.ts';
import type { ImportRule } from '../finding.ts';
import { attribute, textOf, type XmlElement } from '../xml/node.ts';
import { nameOf, type Reading, type Roles } from './reading.ts';

export interface Place {
  reading: Reading;
  roles: Roles;
  /** Forms that came with tasks. */
  forms: Form[];
  /** Id of the element that is read. */
  id: string;
  node: XmlElement;
  /** Id of the sub-process it lies in; undefined in the process itself. */
  parent: string | undefined;
  /** The role of the lane it lies in. */
  laneRole: string | undefined;
  /** Properties that our own data give; what BPMN says about them need not be complete. */
  own: ReadonlySet<string>;
  /** Names of messages by the flow of messages that an element is at the end of. */
  messageFlows: ReadonlyMap<string, string>;
  /** What undoes what the event on a border stands for. */
  handlers: ReadonlyMap<string, string>;
  /** Activities that undo others. */
  undoing: ReadonlySet<string>;
  /** Lies in a transaction, so that cancelling means something. */
  inTransaction: boolean;
}

/** How a finding calls an element: by its name and id. */
export function called({ id, node }: Pick<Place, 'id' | 'node'>): string {
  const name = nameOf(node);
  return name === undefined ? `‘${id}’` : `‘${name}’ (${id})`;
}

export function warn(place: Place, rule: ImportRule, nl: string, en: string, at = place.node): void {
  place.reading.find(rule, 'warning', place.id, at, `${called(place)}: ${nl}.`, `${called(place)}: ${en}.`);
}

export function hint(place: Place, rule: ImportRule, nl: string, en: string, at = place.node): void {
  place.reading.find(rule, 'hint', place.id, at, `${called(place)}: ${nl}.`, `${called(place)}: ${en}.`);
}

export function cannot(place: Place, rule: ImportRule, nl: string, en: string, at = place.node): void {
  place.reading.cannot(rule, place.id, at, `${called(place)}: ${nl}.`, `${called(place)}: ${en}.`);
}

/** An expression in an element of its own, such as a condition. Undefined when it is empty or cannot be said. */
export function expressionIn(
  place: Place,
  holder: XmlElement | undefined,
  what: { nl: string; en: string },
): string | undefined {
  if (!holder) return undefined;
  const text = textOf(holder);
  if (text.trim() === '') return undefined;
  return said(
    place,
    expressionOf(text, attribute(holder, 'language') ?? place.reading.language),
    text,
    what,
    holder,
  );
}

export function expressionIs(
  place: Place,
  text: string,
  what: { nl: string; en: string },
  at = place.node,
): string | undefined {
  return said(place, expressionOf(text, place.reading.language), text, what, at);
}

export function valueIs(
  place: Place,
  text: string,
  what: { nl: string; en: string },
  at = place.node,
  language?: string,
): string | undefined {
  return said(place, plainOrExpression(text, language), text, what, at);
}

function said(
  place: Place,
  translated: Translated,
  text: string,
  what: { nl: string; en: string },
  at: XmlElement,
): string | undefined {
  if (translated.ok) return translated.feel;
  const shown = text.trim().replace(/\s+/g, ' ');
  cannot(
    place,
    'bpmn-expression',
    `${what.nl} ‘${shown}’ kan niet worden overgenomen: ${translated.nl}`,
    `${what.en} ‘${shown}’ cannot be taken over: ${translated.en}`,
    at,
  );
  // In a drawing that is not carried out the words stay, so that they are seen and can be mended.
  return place.reading.strict ? undefined : text.trim();
}
