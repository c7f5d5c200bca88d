// A condition as people say it: "the answer to ‘Focus’ is ‘inside’"; what rows cannot say stands with its names in words.
import type { Definition, Language } from '../../contract/index.ts';
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

export function conditionWords(definition: Definition, feel: string, language: Language): string {
  const read = readCondition(feel);
  if (!read || read.rows.length === 0) return `“${saidCondition(definition, feel, language)}”`;
  const asked = new Map(askable(definition, language).map((one) => [one.variable, one]));
  const nl = language === 'nl';
  const parts = read.rows.map((row) => rowWords(row, asked.get(row.variable), language));
  return parts.join(read.all ? (nl ? ' en ' : ' and ') : nl ? ' of ' : ' or ');
}

function rowWords(
  { variable, comparison, value }: Row,
  asked: Asked | undefined,
  language: Language,
): string {
  const nl = language === 'nl';
  const name = labelOf(asked) ?? `‘${variable}’`;
  if (comparison === 'filled') return nl ? `${name} is ingevuld` : `${name} is filled in`;
  if (comparison === 'empty') return nl ? `${name} is leeg` : `${name} is empty`;
  return `${name} ${COMPARED[comparison][language]} ${valueWords(value, asked, nl)}`;
}

/** The outcome of something is named in its label already; an answer stands between marks. */
const labelOf = (asked: Asked | undefined): string | undefined =>
  asked && (asked.field === undefined && asked.options ? asked.label : `‘${asked.label}’`);

function valueWords(value: string, asked: Asked | undefined, nl: boolean): string {
  if (value === 'true') return nl ? 'ja' : 'yes';
  if (value === 'false') return nl ? 'nee' : 'no';
  if (!value.startsWith('"')) return value;
  const text = value.slice(1, -1);
  const option = asked?.options?.find(({ id }) => id === text);
  return `‘${option?.label ?? text}’`;
}
