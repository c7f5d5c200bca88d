// What is wrong with an expression: where, what stands there, and what was expected, as people say it.
import type { Language } from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';
import { closestWord } from '../closest-word.ts';
import { daysAsText, type Kept, parse } from '../feel/index.ts';
import { FUNCTIONS, functionNamed } from './functions.ts';

export interface Trouble {
  /** The part that is wrong; an empty one stands where something is missing. */
  from: number;
  to: number;
  says: string;
  /** Puts it right, where that is clear. */
  instead?: { from: number; to: number; text: string };
  /** It can be run, but will not do what was meant. */
  severity: 'error' | 'warning';
}

type Found = Omit<Trouble, 'says' | 'severity'> & { says: Bilingual; severity?: Trouble['severity'] };

/**
 * @param names every name that can have a value there.
 * @param kept which of them are days or moments.
 */
export function troubleIn(
  expression: string,
  names: Iterable<string>,
  language: Language,
  kept: (name: string) => Kept | undefined = () => undefined,
): Trouble | undefined {
  const all = [...names];
  const found = broken(expression, all) ?? dayCompared(expression, kept) ?? unknownName(expression, all);
  return found && { severity: 'error', ...found, says: found.says[language] };
}

function dayCompared(expression: string, kept: (name: string) => Kept | undefined): Found | undefined {
  const [first] = daysAsText(expression, kept);
  if (!first) return undefined;
  const { from, to, name, instead } = first;
  return {
    from,
    to,
    says: {
      nl: `‘${name}’ is als tekst bewaard. Schrijf ${instead} om met een dag te vergelijken.`,
      en: `‘${name}’ is kept as text. Write ${instead} to compare it with a day.`,
    },
    instead: { from, to, text: instead },
  };
}

/** Habits from elsewhere, and what is written here. */
const HABITS: [RegExp, string, Bilingual][] = [
  [/==/, '=', { nl: 'Gelijk is hier één teken: =.', en: 'Equal is one sign here: =.' }],
  [
    /&&?/,
    'and',
    {
      nl: 'Schrijf hier ‘and’ tussen twee voorwaarden die allebei moeten gelden.',
      en: 'Write ‘and’ here, between two conditions that must both hold.',
    },
  ],
  [
    /\|\|?/,
    'or',
    {
      nl: 'Schrijf hier ‘or’ als één van beide genoeg is.',
      en: 'Write ‘or’ here when one of both is enough.',
    },
  ],
  [/<>/, '!=', { nl: 'Ongelijk schrijf je als !=.', en: 'Not equal is written !=.' }],
  [
    /[‘’']/,
    '"',
    {
      nl: 'Een tekst staat tussen dubbele aanhalingstekens: "zo".',
      en: 'A text stands between double quotes: "like this".',
    },
  ],
  [/[“”„]/, '"', { nl: 'Gebruik rechte aanhalingstekens: "zo".', en: 'Use straight quotes: "like this".' }],
  [/!(?!=)/, '', { nl: 'Schrijf not(…) om iets om te keren.', en: 'Write not(…) to turn something around.' }],
];

const blanked = (text: string) =>
  text.replace(/"(?:[^"\\]|\\.)*"/g, (whole) => `"${'_'.repeat(whole.length - 2)}"`);

function broken(expression: string, names: readonly string[]): Found | undefined {
  const code = blanked(expression);
  const quotes = code.replace(/\\"/g, '__').split('"').length - 1;
  if (quotes % 2 === 1) {
    const from = code.lastIndexOf('"');
    return {
      from,
      to: expression.length,
      says: {
        nl: 'Deze tekst wordt niet afgesloten. Verwacht: een aanhalingsteken (") aan het eind.',
        en: 'This text is not closed. Expected: a quote (") at its end.',
      },
      instead: { from: expression.length, to: expression.length, text: '"' },
    };
  }
  for (const [habit, text, says] of HABITS) {
    const at = habit.exec(code);
    if (at)
      return {
        from: at.index,
        to: at.index + at[0].length,
        says,
        ...(text === '' || text === '"'
          ? {}
          : {
              instead: {
                from: at.index,
                to: at.index + at[0].length,
                text: spaced(code, at.index, at[0].length, text),
              },
            }),
      };
  }
  const comma = /(?<![\w.])\d+(,)\d+(?![\w.])/.exec(
    code.replace(/[([].*[)\]]/g, (part) => ' '.repeat(part.length)),
  );
  if (comma) {
    const at = comma.index + comma[0].indexOf(',');
    return {
      from: comma.index,
      to: comma.index + comma[0].length,
      says: {
        nl: 'Een getal krijgt hier een punt en geen komma.',
        en: 'A number has a point here, not a comma.',
      },
      instead: { from: at, to: at + 1, text: '.' },
    };
  }
  const bracket = unclosed(code);
  if (bracket) return bracket;
  const read = parse(expression);
  if (read.ok) return undefined;
  return unreadable(expression, code, read, names);
}

const spaced = (code: string, at: number, length: number, text: string): string =>
  /^\w/.test(text)
    ? `${/\s$/.test(code.slice(0, at)) ? '' : ' '}${text}${/^\s/.test(code.slice(at + length)) ? '' : ' '}`
    : text;

const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

function unclosed(code: string): Found | undefined {
  // Intervals may open with ] and close with [; then brackets say nothing.
  if (/\.\./.test(code)) return undefined;
  const open: { sign: string; at: number }[] = [];
  for (const [at, sign] of [...code].entries()) {
    if (sign in CLOSING) open.push({ sign, at });
    if (!(sign in PAIRS)) continue;
    if (open.pop()?.sign !== PAIRS[sign])
      return {
        from: at,
        to: at + 1,
        says: {
          nl: `Bij dit haakje ${sign} hoort geen openend haakje ${PAIRS[sign]}.`,
          en: `This bracket ${sign} has no opening bracket ${PAIRS[sign]}.`,
        },
        instead: { from: at, to: at + 1, text: '' },
      };
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const closing = CLOSING[last.sign] ?? ')';
  return {
    from: last.at,
    to: last.at + 1,
    says: {
      nl: `Dit haakje wordt niet gesloten. Verwacht: ${closing} verderop.`,
      en: `This bracket is not closed. Expected: ${closing} further on.`,
    },
    instead: { from: code.length, to: code.length, text: closing },
  };
}

const OPERATOR =
  /(?:\b(?:and|or|in|between|then|else|return|satisfies|if)|<=|>=|!=|=|<|>|\+|\*\*?|\/|-|,|\()\s*$/;

function unreadable(
  expression: string,
  code: string,
  { at, message }: { at: number; message: string },
  names: readonly string[],
): Found {
  const rest = expression.slice(at);
  const before = code.slice(0, at).trimEnd();
  const word = /^\s*(\S+)/.exec(rest);
  if (!word || at >= expression.trimEnd().length)
    return {
      from: expression.length,
      to: expression.length,
      says: endsAfter(before),
    };
  const from = at + rest.indexOf(word[1] as string);
  const to = from + (word[1] as string).length;
  const fn = /^Expected the name of a function, but got (.+)$/.exec(message)?.[1];
  if (fn !== undefined) {
    const meant = closestWord(
      fn,
      FUNCTIONS.map(({ name }) => name),
    );
    return {
      from: at,
      to: at + fn.length,
      says: {
        nl: `‘${fn}’ is geen functie.${meant ? ` Bedoel je ${meant}?` : ''}`,
        en: `‘${fn}’ is no function.${meant ? ` Do you mean ${meant}?` : ''}`,
      },
      ...(meant ? { instead: { from: at, to: at + fn.length, text: meant } } : {}),
    };
  }
  const two = /^Expected one word or a text between quotes, but got "(.+)"$/s.exec(message)?.[1];
  const [, first = '', second = ''] = /^(\S+)\s+(.*)$/s.exec(two ?? '') ?? [];
  if (two !== undefined && names.includes(first))
    return {
      from: at + two.length - second.length,
      to: at + two.length,
      says: {
        nl: `‘${second}’ kan hier niet staan. Verwacht: ${SIGN.nl}.`,
        en: `‘${second}’ cannot stand here. Expected: ${SIGN.en}.`,
      },
    };
  if (two !== undefined)
    return {
      from: at,
      to: at + two.length,
      says: {
        nl: `‘${two}’ kan hier niet staan. Verwacht: één naam, een teken ertussen (=, >, and …), of een tekst tussen aanhalingstekens.`,
        en: `‘${two}’ cannot stand here. Expected: one name, a sign in between (=, >, and …), or a text between quotes.`,
      },
      instead: { from: at, to: at + two.length, text: JSON.stringify(two) },
    };
  if (message.startsWith('Did not expect') || message.startsWith('Expected more')) {
    const wanted = OPERATOR.test(before) || before === '' ? VALUE : SIGN;
    return {
      from,
      to,
      says: {
        nl: `‘${word[1]}’ kan hier niet staan. Verwacht: ${wanted.nl}.`,
        en: `‘${word[1]}’ cannot stand here. Expected: ${wanted.en}.`,
      },
    };
  }
  return { from, to, says: { nl: `Dit kan niet gelezen worden: ${message}.`, en: `${message}.` } };
}

const VALUE: Bilingual = {
  nl: 'een naam, een getal, of een tekst tussen aanhalingstekens',
  en: 'a name, a number, or a text between quotes',
};
const SIGN: Bilingual = {
  nl: 'een teken of woord ertussen, zoals =, >, + of and',
  en: 'a sign or word in between, such as =, >, + or and',
};

function endsAfter(before: string): Bilingual {
  const last = /(\S+)$/.exec(before)?.[1] ?? '';
  if (/^if\b/.test(before) && !/\belse\b/.test(before))
    return {
      nl: 'Hier moet nog iets komen. Bij if horen then en else: if … then … else ….',
      en: 'Something must follow. if goes with then and else: if … then … else ….',
    };
  if (before === '')
    return {
      nl: `Hier staat nog niets. Verwacht: ${VALUE.nl}.`,
      en: `Nothing stands here. Expected: ${VALUE.en}.`,
    };
  return {
    nl: `Na ‘${last}’ moet nog iets komen. Verwacht: ${VALUE.nl}.`,
    en: `Something must follow ‘${last}’. Expected: ${VALUE.en}.`,
  };
}

/** A name that never has a value makes a condition that never holds, without a sound. */
function unknownName(expression: string, names: string[]): Found | undefined {
  const read = parse(expression);
  if (!read.ok) return undefined;
  const known = new Set(names.flatMap((name) => [name, name.split('.')[0] ?? name]));
  const unknown = read.names.find((name) => !known.has(name) && name !== 'today' && name !== 'now');
  if (unknown === undefined || functionNamed(unknown)) return undefined;
  const from = blanked(expression).search(
    new RegExp(`(?<![\\p{L}\\p{N}_.])${unknown}(?![\\p{L}\\p{N}_])`, 'u'),
  );
  const meant = closestWord(unknown, names);
  return {
    severity: 'warning',
    from,
    to: from + unknown.length,
    says: {
      nl: `Niets in dit proces geeft ‘${unknown}’ een waarde.${meant ? ` Bedoel je ${meant}?` : ` Is het een tekst? Zet die tussen aanhalingstekens.`}`,
      en: `Nothing in this process gives ‘${unknown}’ a value.${meant ? ` Do you mean ${meant}?` : ` Is it a text? Put it between quotes.`}`,
    },
    instead: { from, to: from + unknown.length, text: meant ?? JSON.stringify(unknown) },
  };
}
