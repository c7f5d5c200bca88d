// How comparisons are said: of figures "is less than", of days "is before".
import type { Field, Language } from '../../contract/index.ts';
import type { Comparison } from './condition.ts';

type Words = Record<Language, string>;

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
const OF_DAYS: Partial<Record<Comparison, Words>> = {
  '<': { nl: 'vóór', en: 'before' },
  '<=': { nl: 'uiterlijk', en: 'no later than' },
  '>': { nl: 'na', en: 'after' },
  '>=': { nl: 'niet eerder dan', en: 'no earlier than' },
};
const CONTAINS: Words = { nl: 'bevat', en: 'contains' };

export const isOfDays = (field: Pick<Field, 'type'> | undefined): boolean =>
  field?.type === 'date' || field?.type === 'dateTime';

/** `less than`; nothing for what is the same. */
export const comparedBriefly = (comparison: Comparison, language: Language, ofDays: boolean): string =>
  ((ofDays ? OF_DAYS[comparison] : undefined) ?? BRIEFLY[comparison])[language];

/** `is less than`; of days `is before`. */
export const comparedInWords = (comparison: Comparison, language: Language, ofDays: boolean): string =>
  comparison === 'contains'
    ? CONTAINS[language]
    : `is ${comparedBriefly(comparison, language, ofDays)}`.trimEnd();
