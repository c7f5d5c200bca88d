// Our own data on an element: what BPMN has no word for, as JSON, with what the rest of the element said when it was written.
// Where that was changed since, in another program, the change counts.
import { isDeepEqual } from '../deep-equal.ts';
import { OWN } from '../namespaces.ts';
import { textOf, type XmlElement } from '../xml/node.ts';
import type { Reading } from './reading.ts';

/** Whoever findings are told to. */
export type Finder = Pick<Reading, 'find'>;

export interface OwnData {
  own: ReadonlyMap<string, unknown>;
  was: ReadonlyMap<string, unknown>;
  at: XmlElement;
}

const NOTHING: ReadonlyMap<string, unknown> = new Map();

/** @param extensions what is in its `extensionElements` */
export function ownOf(reading: Finder, id: string, extensions: readonly XmlElement[]): OwnData | undefined {
  const found = extensions.filter(({ uri }) => uri === OWN);
  const own = found.find(({ local }) => local === 'own');
  if (!own) return undefined;
  const was = found.find(({ local }) => local === 'was');
  return { own: parsed(reading, id, own), was: was ? parsed(reading, id, was) : NOTHING, at: own };
}

function parsed(reading: Finder, id: string, node: XmlElement): ReadonlyMap<string, unknown> {
  try {
    const data: unknown = JSON.parse(textOf(node));
    if (typeof data === 'object' && data !== null && !Array.isArray(data))
      return new Map(Object.entries(data));
  } catch {
    // Said below, as for other things that are no object.
  }
  reading.find(
    'bpmn-own',
    'error',
    id,
    node,
    `De eigen gegevens van ‘${id}’ zijn beschadigd: verwacht een JSON-object.`,
    `The data of our own on '${id}' are damaged: expected a JSON object.`,
  );
  return NOTHING;
}

/** What was read from BPMN, with our own data over it. Null takes a property away. */
export function withOwn<T extends object>(
  reading: Finder,
  id: string,
  base: T,
  data: OwnData | undefined,
): T {
  if (!data) return base;
  const result = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of data.own) {
    if (!isDeepEqual(result.get(key), data.was.get(key))) {
      reading.find(
        'bpmn-own',
        'hint',
        id,
        data.at,
        `‘${key}’ van ‘${id}’ is in een ander programma veranderd; die verandering telt.`,
        `'${key}' of '${id}' was changed in another program; that change counts.`,
      );
      continue;
    }
    if (value === null) result.delete(key);
    else result.set(key, value);
  }
  return Object.fromEntries(result) as T;
}

/** Lists by id: what our own data say of each, and what came in since. */
export function merged<T extends { id: string }>(
  base: readonly T[],
  data: OwnData | undefined,
  key: string,
): T[] {
  const [own, was] = [listIn<T>(data?.own, key), listIn<T>(data?.was, key)];
  if (!own) return [...base];
  const known = new Set([...own, ...(was ?? [])].map(({ id }) => id));
  return [...own, ...base.filter(({ id }) => !known.has(id))];
}

function listIn<T>(data: ReadonlyMap<string, unknown> | undefined, key: string): T[] | undefined {
  const list = data?.get(key);
  return Array.isArray(list)
    ? (list.filter((one) => typeof one === 'object' && one !== null) as T[])
    : undefined;
}
