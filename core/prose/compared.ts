// How comparisons are said: of figures "is less than", of days "is before".
import type { Field, Language } from '../../contract/index.ts';
import type { Comparison } from './condition.ts';

type Words = Record<Language, string>;

const WHOLE: Record<Comparison, Words> = {
  '=': { nl: 'is', en: 'is' },
  '!=': { nl: 'is niet', en: 'is not' },
  '<': { nl: 'is minder dan', en: 'is less than' },
  '<=': { nl: 'is hoogstens', en: 'is at most' },
  '>': { nl: 'is meer dan', en: 'is more than' },
  '>=': { nl: 'is minstens', en: 'is at least' },
  contains: { nl: 'bevat', en: 'contains' },
  filled: { nl: 'is ingevuld', en: 'is filled in' },
  empty: { nl: 'is leeg', en: 'is empty' },
};
const OF_DAYS: Partial<Record<Comparison, Words>> = {
  '<': { nl: 'is vóór', en: 'is before' },
  '<=': { nl: 'is uiterlijk', en: 'is no later than' },
  '>': { nl: 'is na', en: 'is after' },
  '>=': { nl: 'is niet eerder dan', en: 'is no earlier than' },
};
/** After a name, as short as can be. */
const BRIEFLY: Record<Comparison, Words> = {
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
const DAYS_BRIEFLY: Partial<Record<Comparison, Words>> = {
  '<': { nl: 'vóór', en: 'before' },
  '<=': { nl: 'uiterlijk', en: 'no later than' },
  '>': { nl: 'na', en: 'after' },
  '>=': { nl: 'niet eerder dan', en: 'no earlier than' },
};

export const isOfDays = (field: Pick<Field, 'type'> | undefined): boolean =>
  field?.type === 'date' || field?.type === 'dateTime';

/** `is less than`; of days `is before`. */
export const comparedInWords = (comparison: Comparison, language: Language, ofDays: boolean): string =>
  ((ofDays ? OF_DAYS[comparison] : undefined) ?? WHOLE[comparison])[language];

/** `less than`; nothing for what is the same. */
export const comparedBriefly = (comparison: Comparison, language: Language, ofDays: boolean): string =>
  ((ofDays ? DAYS_BRIEFLY[comparison] : undefined) ?? BRIEFLY[comparison])[language];
