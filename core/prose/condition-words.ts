// A condition as people say it: "the answer to ‘Focus’ is ‘inside’"; what rows cannot say stands with its names in words.
import type { Definition, Language } from '../../contract/index.ts';
import { isLocalDate } from '../calendar/index.ts';
import { writtenDate, writtenMoney } from '../texts/written.ts';
import { comparedBriefly, comparedInWords, isOfDays } from './compared.ts';
import { type Asked, askedByName, type Row, readCondition } from './condition.ts';
import { saidCondition } from './say.ts';

export function conditionWords(definition: Definition, feel: string, language: Language): string {
  const read = readCondition(feel);
  if (!read || read.rows.length === 0) return `“${saidCondition(definition, feel, language)}”`;
  const asked = askedByName(definition, language);
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
  const asked = askedByName(definition, language);
  const rows = read.rows.map(({ variable, comparison, value }) => {
    const one = asked.get(variable);
    const answer = comparison === 'filled' || comparison === 'empty' ? '' : bareValue(value, one, language);
    return {
      name: one?.label ?? variable,
      words: [comparedBriefly(comparison, language, isOfDays(one?.field)), answer].filter(Boolean).join(' '),
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

/** A name that is shorter says nothing any more. */
const SHORTEST_NAME = 8;

const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;

function rowWords(
  { variable, comparison, value }: Row,
  asked: Asked | undefined,
  language: Language,
): string {
  const name = labelOf(asked) ?? `‘${variable}’`;
  const compared = comparedInWords(comparison, language, isOfDays(asked?.field));
  return comparison === 'filled' || comparison === 'empty'
    ? `${name} ${compared}`
    : `${name} ${compared} ${valueWords(value, asked, language)}`;
}

/** The outcome of something is named in its label already; an answer stands between marks. */
const labelOf = (asked: Asked | undefined): string | undefined =>
  asked && (asked.field === undefined && asked.options ? asked.label : `‘${asked.label}’`);

const valueWords = (value: string, asked: Asked | undefined, language: Language): string =>
  value.startsWith('"') && !isOfDays(asked?.field)
    ? `‘${bareValue(value, asked, language)}’`
    : bareValue(value, asked, language);

function bareValue(value: string, asked: Asked | undefined, language: Language): string {
  const nl = language === 'nl';
  if (value === 'true') return nl ? 'ja' : 'yes';
  if (value === 'false') return nl ? 'nee' : 'no';
  if (!value.startsWith('"'))
    return asked?.field?.type === 'money' ? writtenMoney(language, Number(value)) : value;
  const text = value.slice(1, -1);
  // With its year, for conditions last, and without its weekday.
  if (isLocalDate(text)) return writtenDate(language, text, '').replace(/^\S+ /, '');
  return asked?.options?.find(({ id }) => id === text)?.label || text;
}
