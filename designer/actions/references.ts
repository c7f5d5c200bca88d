/** Everywhere a name stands in a definition, so that it can be changed in all those places at once. */
import type { Definition } from '../../contract/index.ts';

/** Properties that hold FEEL, whatever they stand on. */
const FEEL = new Set([
  'value',
  'amount',
  'times',
  'first',
  'condition',
  'visibleIf',
  'requiredIf',
  'person',
  'about',
  'handOver',
  'duration',
  'moment',
  'items',
  'count',
  'completion',
  'when',
  'gives',
]);
/** Properties that hold the name of one variable. */
const VARIABLE = new Set(['variable', 'result', 'counter', 'item', 'skipWhenSet']);
/** Properties that hold the id of one element. */
const ELEMENT = new Set([
  'parent',
  'attachedTo',
  'handler',
  'element',
  'from',
  'to',
  'activity',
  'except',
  'at',
]);

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
/** What becomes of a text; `path` are the properties it stands under, the nearest last. */
type Change = (text: string, path: readonly string[]) => string;

function changed(value: Json, change: Change, path: readonly string[] = []): Json {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) return value.map((one) => changed(one, change, path));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, changed(one, change, [...path, key])]),
  );
}

/** A name in FEEL: not in a text between quotes, and not as a part of something else. */
export function renamedIn(feel: string, from: string, to: string): string {
  return feel.replace(/"(?:\\.|[^"\\])*"|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g, (found) => {
    if (found.startsWith('"')) return found;
    const [first, ...rest] = found.split('.');
    return first === from ? [to, ...rest].join('.') : found;
  });
}

const PLACEHOLDER = /\{(value|date|money|period|due):([^{}]+)\}/g;

function inWords(words: string, kinds: readonly string[], from: string, to: string): string {
  return words.replace(PLACEHOLDER, (found, kind: string, name: string) =>
    kinds.includes(kind) && name === from ? `{${kind}:${to}}` : found,
  );
}

/** Whether a text under these properties is FEEL. */
function isFeel(text: string, path: readonly string[]): boolean {
  const key = path.at(-1) ?? '';
  if (key === 'default') return path.includes('fields') && text.startsWith('=');
  if (path.at(-2) === 'input') return true;
  if (key === 'key') return path.at(-2) === 'message' || path[0] === 'elements';
  return FEEL.has(key);
}

/** A variable under another name: where it is asked, set, compared and told. */
export function withVariable(definition: Definition, from: string, to: string): Definition {
  const next = changed(definition as unknown as Json, (text, path) => {
    const key = path.at(-1) ?? '';
    // What a variable begins with is data, and what another program wrote stays as it wrote it.
    if (path[0] === 'variables' || path[0] === 'kept') return text;
    if (VARIABLE.has(key)) return text === from ? to : text;
    if (isFeel(text, path)) return renamedIn(text, from, to);
    return inWords(text, ['value', 'date', 'money', 'period'], from, to);
  }) as unknown as Definition;
  const variables = Object.entries(next.variables).map(([name, value]) => [name === from ? to : name, value]);
  return {
    ...next,
    variables: Object.fromEntries(variables),
    forms: next.forms.map((form) => ({
      ...form,
      fields: form.fields.map((field) => (field.key === from ? { ...field, key: to } : field)),
    })),
  };
}

/** An element under another id: arrows, parts, borders, terms, and texts that tell when it is due. */
export function withElementId(definition: Definition, from: string, to: string): Definition {
  return changed(definition as unknown as Json, (text, path) => {
    const key = path.at(-1) ?? '';
    const isItself = key === 'id' && path.length === 2 && path[0] === 'elements';
    // `from` of a term is an element only inside `element`; of an arrow it is the id itself.
    const isPlace =
      ELEMENT.has(key) &&
      (key === 'from' || key === 'to' ? path[0] === 'flows' : key === 'at' ? path[0] === 'kept' : true);
    const isUndone = key === 'code' && path[0] === 'elements' && path.length === 2;
    if (isItself || isPlace || isUndone) return text === from ? to : text;
    return inWords(text, ['due'], from, to);
  }) as unknown as Definition;
}

/** Where an outcome is compared with, as menus write it: the variable, a comparison, the outcome's id. */
export function withOutcomeCompared(
  definition: Definition,
  variable: string,
  from: string,
  to: string,
): Definition {
  const compared = new RegExp(`\\b(${variable}\\s*!?=\\s*)"${from}"`, 'g');
  return changed(definition as unknown as Json, (text, path) =>
    path[0] !== 'variables' && isFeel(text, path) ? text.replace(compared, `$1"${to}"`) : text,
  ) as unknown as Definition;
}
