/** Everywhere a name stands in a definition, so that it can be changed in all those places at once. */
import type { Definition } from '../../contract/index.ts';
import { inside, isFeel, type Json, ofDefinition } from './feel-in.ts';

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
  'elements',
]);
/** Of those, what says something else in other places. */
const WITHIN: Record<string, readonly string[]> = {
  from: ['flows', 'artifacts'],
  to: ['flows', 'artifacts'],
  at: ['kept'],
};

interface Place {
  /** The properties it stands under, the nearest last. */
  path: readonly string[];
  isFeel: boolean;
}
/** What becomes of a text. */
type Change = (text: string, place: Place) => string;

function changed(definition: Definition, change: Change): Definition {
  const next = (value: Json, of: typeof ofDefinition, path: readonly string[]): Json => {
    if (typeof value === 'string')
      return change(value, { path, isFeel: isFeel(of) || isWorkedOut(value, path) });
    if (Array.isArray(value)) return value.map((one, i) => next(one, inside(of, value, i), path));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, next(one, inside(of, value, key), [...path, key])]),
    );
  };
  return next(definition as unknown as Json, ofDefinition, []) as unknown as Definition;
}

/** What a question begins with is FEEL only behind `=`. */
const isWorkedOut = (text: string, path: readonly string[]): boolean =>
  path.at(-1) === 'default' && path.includes('fields') && text.startsWith('=');

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

/** A variable under another name: where it is asked, set, compared and told. */
export function withVariable(definition: Definition, from: string, to: string): Definition {
  const next = changed(definition, (text, { path, isFeel }) => {
    const key = path.at(-1) ?? '';
    // What a variable begins with is data, and what another program wrote stays as it wrote it.
    if (path[0] === 'variables' || path[0] === 'kept') return text;
    if (isFeel) return renamedIn(text, from, to);
    if (VARIABLE.has(key)) return text === from ? to : text;
    return inWords(text, ['value', 'date', 'money', 'period'], from, to);
  });
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
  return changed(definition, (text, { path }) => {
    const key = path.at(-1) ?? '';
    const isItself = key === 'id' && path.length === 2 && path[0] === 'elements';
    // `from` of a term is an element only inside `element`; of an arrow it is the id itself.
    const within = WITHIN[key];
    const isPlace = ELEMENT.has(key) && (!within || within.includes(path[0] ?? ''));
    const isUndone = key === 'code' && path[0] === 'elements' && path.length === 2;
    if (isItself || isPlace || isUndone) return text === from ? to : text;
    return inWords(text, ['due'], from, to);
  });
}

/** Where an outcome is compared with, as menus write it: the variable, a comparison, the outcome's id. */
export function withOutcomeCompared(
  definition: Definition,
  variable: string,
  from: string,
  to: string,
): Definition {
  const compared = new RegExp(`\\b(${variable}\\s*!?=\\s*)"${from}"`, 'g');
  return changed(definition, (text, { isFeel }) => (isFeel ? text.replace(compared, `$1"${to}"`) : text));
}
