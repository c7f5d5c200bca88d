// A condition as people say it: "the answer to ‘Focus’ is ‘inside’"; what rows cannot say stands with its names in words.
import type { Definition, Language } from '../../contract/index.ts';
import { writtenMoney } from '../texts/written.ts';
import { type Asked, askable, type Comparison, type Row, readCondition } from './condition.ts';
import { saidCondition } from './say.ts';

const COMPARED: Record<Exclude<Comparison, 'filled' | 'empty'>, Record<Language, string>> = {
  '=': { nl: 'is', en: 'is' },
  '!=': { nl: 'is niet', en: 'is not' },
  '<': { nl: 'is minder dan', en: 'is less than' },
  '<=': { nl: 'is hoogstens', en: 'is at most' },
  '>': { nl: 'is meer dan', en: 'is more than' },
  '>=': { nl: 'is minstens', en: 'is at least' },
  contains: { nl: 'bevat', en: 'contains' },
};

/** After the name, as short as can be. */
const BRIEFLY: Record<Comparison, Record<Language, string>> = {
  '=': { nl: '', en: '' },
  '!=': { nl: 'niet', en: 'not' },
  '<': { nl: 'minder dan', en: 'less than' },
  '<=': { nl: 'hoogstens', en: 'at most' },
  '>': { nl: 'meer dan', en: 'more than' },
  '>=': { nl: 'minstens', en: 'at least' },
  contains: { nl: 'bevat', en: 'includes' },
  filled: { nl: 'ingevuld', en: 'filled in' },
  empty: { nl: 'leeg', en: 'empty' },
};

export function conditionWords(definition: Definition, feel: string, language: Language): string {
  const read = readCondition(feel);
  if (!read || read.rows.length === 0) return `“${saidCondition(definition, feel, language)}”`;
  const asked = askedOf(definition, language);
  const nl = language === 'nl';
  const parts = read.rows.map((row) => rowWords(row, asked.get(row.variable), language));
  return parts.join(between(read.all, nl));
}

/** The same for where there is little room: "Focus: inside". What does not fit goes at the end of a name, for the answer is what matters. */
export function conditionBriefly(
  definition: Definition,
  feel: string,
  language: Language,
  most: number,
): string {
  const read = readCondition(feel);
  if (!read || read.rows.length === 0) return cut(saidCondition(definition, feel, language), most);
  const nl = language === 'nl';
  const asked = askedOf(definition, language);
  const rows = read.rows.map(({ variable, comparison, value }) => {
    const one = asked.get(variable);
    const answer = comparison === 'filled' || comparison === 'empty' ? '' : bareValue(value, one, language);
    return {
      name: one?.label ?? variable,
      words: [BRIEFLY[comparison][language], answer].filter(Boolean).join(' '),
    };
  });
  const saying = (room: number) =>
    rows.map(({ name, words }) => `${cut(name, room)}: ${words}`).join(between(read.all, nl));
  const names = rows.reduce((sum, { name }) => sum + name.length, 0);
  const whole = saying(names);
  if (whole.length <= most) return whole;
  const room = Math.floor((most - (whole.length - names)) / rows.length);
  return cut(saying(Math.max(SHORTEST_NAME, room)), most);
}

const between = (all: boolean, nl: boolean): string => (all ? (nl ? ' en ' : ' and ') : nl ? ' of ' : ' or ');

/** Gathered once for a drawing, whose flows ask one after another. */
const gathered = new WeakMap<Definition, Map<Language, ReadonlyMap<string, Asked>>>();
function askedOf(definition: Definition, language: Language): ReadonlyMap<string, Asked> {
  const known = gathered.get(definition) ?? new Map<Language, ReadonlyMap<string, Asked>>();
  gathered.set(definition, known);
  const asked =
    known.get(language) ?? new Map(askable(definition, language).map((one) => [one.variable, one]));
  known.set(language, asked);
  return asked;
}

/** A name that is shorter says nothing any more. */
const SHORTEST_NAME = 8;

const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;

function rowWords(
  { variable, comparison, value }: Row,
  asked: Asked | undefined,
  language: Language,
): string {
  const nl = language === 'nl';
  const name = labelOf(asked) ?? `‘${variable}’`;
  if (comparison === 'filled') return nl ? `${name} is ingevuld` : `${name} is filled in`;
  if (comparison === 'empty') return nl ? `${name} is leeg` : `${name} is empty`;
  return `${name} ${COMPARED[comparison][language]} ${valueWords(value, asked, language)}`;
}

/** The outcome of something is named in its label already; an answer stands between marks. */
const labelOf = (asked: Asked | undefined): string | undefined =>
  asked && (asked.field === undefined && asked.options ? asked.label : `‘${asked.label}’`);

const valueWords = (value: string, asked: Asked | undefined, language: Language): string =>
  value.startsWith('"') ? `‘${bareValue(value, asked, language)}’` : bareValue(value, asked, language);

function bareValue(value: string, asked: Asked | undefined, language: Language): string {
  const nl = language === 'nl';
  if (value === 'true') return nl ? 'ja' : 'yes';
  if (value === 'false') return nl ? 'nee' : 'no';
  if (!value.startsWith('"'))
    return asked?.field?.type === 'money' ? writtenMoney(language, Number(value)) : value;
  const text = value.slice(1, -1);
  return asked?.options?.find(({ id }) => id === text)?.label || text;
}
