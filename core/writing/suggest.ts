// What may come where the cursor stands: names, functions, and the values one can compare with.
import type { Language } from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';
import { FUNCTIONS, type KnownFunction } from './functions.ts';
import type { Seen } from './seen.ts';

export type Suggestion =
  | { kind: 'variable'; insert: string; seen: Seen }
  | { kind: 'value'; insert: string; label: string; of: Seen }
  | { kind: 'function'; insert: string; known: KnownFunction }
  | { kind: 'word'; insert: string; says: string };

export interface Suggestions {
  /** What a choice takes the place of. */
  from: number;
  to: number;
  all: Suggestion[];
}

const MOST = 40;

/** What joins a finished part to the next. */
const JOINS: { insert: string; says: Bilingual }[] = [
  { insert: 'and', says: { nl: 'en: beide moeten gelden', en: 'both must hold' } },
  { insert: 'or', says: { nl: 'of: één van beide is genoeg', en: 'one of both is enough' } },
];
/** Words after which a value comes. */
const ENDS_OPEN = /\b(?:and|or|in|between|if|then|else|return|satisfies|for|some|every|of)\s+$/;
const WORD = /[\p{L}_][\p{L}\p{N}_.]*$/u;

/** Nothing inside a text between quotes, unless it is compared with a choice. */
export function suggest(text: string, caret: number, seen: readonly Seen[], language: Language): Suggestions {
  const before = text.slice(0, caret);
  const compared = comparedWith(before, seen);
  if (compared) return compared;
  if (isInText(before)) return { from: caret, to: caret, all: [] };
  if (/["\d\p{L}_)\]}]\s+$/u.test(before) && !ENDS_OPEN.test(before))
    return {
      from: caret,
      to: caret,
      all: JOINS.map(({ insert, says }) => ({ kind: 'word', insert, says: says[language] })),
    };
  if (/(?:["')\]}]|(?<![\p{L}\p{N}_.])\d[\d.]*)$/u.test(before)) return { from: caret, to: caret, all: [] };
  const word = WORD.exec(before)?.[0] ?? '';
  // A function's name may be of several words.
  const phrase = /(?:[\p{L}]+ ){0,3}[\p{L}]*$/u.exec(before)?.[0] ?? '';
  const to = caret + (/^[\p{L}\p{N}_]*/u.exec(text.slice(caret))?.[0].length ?? 0);
  const wanted = word.toLowerCase();
  const variables = seen
    .filter((one) => matches(one.name, wanted) || matches(one.label, wanted))
    .sort((a, b) => Number(starts(b, wanted)) - Number(starts(a, wanted)))
    .map((one): Suggestion => ({ kind: 'variable', insert: one.name, seen: one }));
  const functions = FUNCTIONS.flatMap((known): { at: number; one: Suggestion }[] => {
    const typed = phraseFor(known.name, phrase);
    if (wanted === '' || (typed === undefined && !matches(known.says[language], wanted))) return [];
    return [
      {
        at: typed === undefined ? 1 : 0,
        one: { kind: 'function', insert: `${known.name}()`, known },
      },
    ];
  }).sort((a, b) => a.at - b.at);
  const typed =
    functions[0]?.at === 0 && functions[0].one.kind === 'function'
      ? phraseFor(functions[0].one.known.name, phrase)
      : undefined;
  const from = caret - Math.max(word.length, variables.length === 0 ? (typed?.length ?? 0) : 0);
  return { from, to, all: [...variables, ...functions.map(({ one }) => one)].slice(0, MOST) };
}

const matches = (name: string, wanted: string): boolean =>
  wanted === '' ||
  name.toLowerCase().startsWith(wanted) ||
  name.toLowerCase().includes(` ${wanted}`) ||
  (wanted.length > 2 && name.toLowerCase().includes(wanted));
const starts = ({ name, label }: Seen, wanted: string): boolean =>
  name.toLowerCase().startsWith(wanted) || label.toLowerCase().startsWith(wanted);

/** The end of what was typed that a function's name begins with: of `3 + list con` that is `list con`. */
function phraseFor(name: string, phrase: string): string | undefined {
  const words = phrase.split(' ');
  for (let from = 0; from < words.length; from++) {
    const end = words.slice(from).join(' ').toLowerCase();
    if (end.trim() !== '' && name.startsWith(end)) return end;
  }
  return undefined;
}

/** An odd number of quotes comes before. */
const isInText = (before: string): boolean => (before.replace(/\\"/g, '').split('"').length - 1) % 2 === 1;

/** Behind `size =` come the answers one can give to it; behind `list contains(size,` too. */
function comparedWith(before: string, seen: readonly Seen[]): Suggestions | undefined {
  const [, name, typed] =
    /([\p{L}_][\p{L}\p{N}_.]*)\s*(?:!=|=)\s*("?[^"=<>()]*)$/u.exec(before) ??
    /list contains\(\s*([\p{L}_][\p{L}\p{N}_.]*)\s*,\s*("?[^"=<>()]*)$/u.exec(before) ??
    [];
  const of = seen.find((one) => one.name === name);
  if (!of || typed === undefined) return undefined;
  const wanted = typed.replace(/^"/, '').toLowerCase();
  const values =
    of.kind === 'yesNo'
      ? [
          { insert: 'true', label: 'true' },
          { insert: 'false', label: 'false' },
        ]
      : of.options?.map(({ id, label }) => ({ insert: JSON.stringify(id), label }));
  const all = values
    ?.filter(
      ({ insert, label }) =>
        matches(label, wanted) || insert.replace(/^"/, '').toLowerCase().startsWith(wanted),
    )
    .map(({ insert, label }): Suggestion => ({ kind: 'value', insert, label, of }));
  if (!all || all.length === 0 || all.some(({ insert }) => insert === typed)) return undefined;
  return { from: before.length - typed.length, to: before.length, all };
}
