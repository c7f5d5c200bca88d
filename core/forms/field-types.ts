// One reader per type of field: takes what was filled in and gives the value as it is kept, or says what was expected.
import type { Field, FieldType } from '../../contract/index.ts';
import { fromMillis, isLocalTime, isPlannable, toInstant } from '../calendar/index.ts';
import type { Json } from '../state.ts';
import { readCommitments } from './commitments.ts';
import type { Expected } from './problem.ts';
import { readRows } from './rows.ts';

/** Longer texts belong in the store by key (design: values over 16 kB). */
const LONGEST = { text: 1_000, longText: 15_000 };

/** `path` is appended to the field's key; `got` is the part that does not fit. */
export interface Misfit {
  expected: Expected;
  got: Json;
  path?: string;
}
export type Reading = { value: Json } | { misfits: Misfit[] };
type Reader = (given: Json, field: Field, zone: string) => Reading;

const value = (kept: Json): Reading => ({ value: kept });
const misfit = (expected: Expected, got: Json): Reading => ({ misfits: [{ expected, got }] });

/** Empty values never get here: `validateForm` treats them as not given. */
export const fieldTypes: Record<FieldType, Reader> = {
  text: (given, field) => readText(given, field, LONGEST.text),
  longText: (given, field) => readText(given, field, LONGEST.longText),

  number: (given, field) => {
    if (typeof given !== 'number' || !Number.isFinite(given))
      return misfit({ nl: `een getal${between(field, 'nl')}`, en: `a number${between(field, 'en')}` }, given);
    return within(given, field, { nl: 'een getal', en: 'a number' });
  },

  money: (given, field) => {
    const written = {
      nl: `een bedrag${between(inEuros(field, 'nl'), 'nl')}`,
      en: `an amount${between(inEuros(field, 'en'), 'en')}`,
    };
    const expected = { nl: 'een bedrag in hele centen', en: 'an amount in whole cents', written };
    if (typeof given !== 'number' || !Number.isSafeInteger(given)) return misfit(expected, given);
    return within(given, field, expected);
  },

  date: (given) =>
    typeof given === 'string' && isPlannable(given)
      ? value(given)
      : misfit({ nl: 'een bestaande datum', en: 'a date like 2026-09-07' }, given),

  dateTime: (given, _field, zone) => {
    const instant = typeof given === 'string' ? readInstant(given, zone) : undefined;
    return instant
      ? value(instant)
      : misfit({ nl: 'een datum en tijd', en: 'a date and time like 2026-09-07T14:00' }, given);
  },

  choice: (given, field) => {
    const id = typeof given === 'string' ? optionId(given, field) : undefined;
    return id === undefined ? misfit(oneOf(field), given) : value(id);
  },

  choices: (given, field) => {
    const ids = new Set<string>();
    const misfits: Misfit[] = [];
    for (const one of Array.isArray(given) ? given : [given]) {
      const id = typeof one === 'string' ? optionId(one, field) : undefined;
      if (id === undefined) misfits.push({ expected: oneOf(field), got: one });
      else ids.add(id);
    }
    return misfits.length > 0 ? { misfits } : counted([...ids], field);
  },

  yesNo: (given) => {
    if (typeof given === 'boolean') return value(given);
    const answer = typeof given === 'string' ? YES_NO[given.trim().toLowerCase()] : undefined;
    return answer === undefined ? misfit({ nl: 'ja of nee', en: 'yes or no' }, given) : value(answer);
  },

  person: readId({ nl: 'één persoon', en: 'one person' }),
  organisation: readId({ nl: 'één organisatie', en: 'one organisation' }),
  place: readId({ nl: 'een plek', en: 'a place' }),
  file: readId({ nl: 'een bestand', en: 'a file' }),

  people: (given, field) => {
    const all = Array.isArray(given) ? given : [given];
    const wrong = all.find((one) => typeof one !== 'string' || one.trim() === '');
    if (wrong !== undefined) return misfit({ nl: 'personen', en: 'people' }, wrong);
    return counted([...new Set(all)], field);
  },

  scale: (given, field) => {
    const [min, max] = [field.min ?? 1, field.max ?? 5];
    return typeof given === 'number' && Number.isInteger(given) && given >= min && given <= max
      ? value(given)
      : misfit(
          { nl: `een heel getal van ${min} tot en met ${max}`, en: `a whole number from ${min} to ${max}` },
          given,
        );
  },

  commitments: (given, field) => {
    const read = readCommitments(given);
    return 'value' in read ? counted(read.value, field) : read;
  },

  rows: (given, field, zone) => {
    const read = readRows(given, field, (part, column) => fieldTypes[column.type](part, column, zone));
    return 'value' in read ? counted(read.value, field) : read;
  },
};

const YES_NO: Record<string, boolean | undefined> = {
  yes: true,
  ja: true,
  true: true,
  no: false,
  nee: false,
  false: false,
};

function readText(given: Json, field: Field, longest: number): Reading {
  const expected = { nl: 'tekst', en: 'text' };
  if (typeof given !== 'string') return misfit(expected, given);
  const text = given.trim();
  const most = Math.min(field.max ?? longest, longest);
  const least = field.min ?? 0;
  if (text.length < least)
    return misfit({ nl: `ten minste ${least} tekens`, en: `at least ${least} characters` }, given);
  if (text.length > most)
    return misfit({ nl: `ten hoogste ${most} tekens`, en: `at most ${most} characters` }, given);
  return value(text);
}

function readId(expected: Expected): Reader {
  return (given) => (typeof given === 'string' ? value(given.trim()) : misfit(expected, given));
}

/** An instant with Z or an offset, or a wall-clock time of the zone. */
function readInstant(text: string, zone: string): string | undefined {
  const [date = '', rest = ''] = text.split('T');
  if (!isPlannable(date)) return undefined;
  if (isLocalTime(rest)) return toInstant(zone, date, rest);
  const [, time = ''] = /^(.*?)(?:Z|[+-]\d\d:\d\d)$/.exec(rest) ?? [];
  const millis = isLocalTime(time) && time !== '24:00' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(millis) ? undefined : fromMillis(millis);
}

/** The id of the option meant: its id or a label, in either language, ignoring case. Without options any text fits. */
function optionId(given: string, field: Field): string | undefined {
  if (!field.options) return given;
  const sought = given.trim().toLowerCase();
  const exact = field.options.find(({ id }) => id === given);
  const meant =
    exact ??
    field.options.find(({ id, label }) =>
      [id, ...(typeof label === 'string' ? [label] : [label.nl, label.en])].some(
        (spelling) => spelling.toLowerCase() === sought,
      ),
    );
  return meant?.id;
}

function oneOf(field: Field): Expected {
  const options = field.options ?? [];
  const labels = (language: 'nl' | 'en') =>
    options.map(({ label }) => `“${typeof label === 'string' ? label : label[language]}”`).join(', ');
  return options.length === 0
    ? { nl: 'een keuze', en: 'a choice' }
    : { nl: `een van ${labels('nl')}`, en: `one of ${options.map(({ id }) => id).join(', ')}` };
}

function counted(list: Json[], { min, max }: Field): Reading {
  if (min !== undefined && list.length < min)
    return misfit({ nl: `ten minste ${min}`, en: `at least ${min}` }, list.length);
  if (max !== undefined && list.length > max)
    return misfit({ nl: `ten hoogste ${max}`, en: `at most ${max}` }, list.length);
  return value(list);
}

function within(given: number, field: Field, what: Expected): Reading {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  if (given >= min && given <= max) return value(given);
  return misfit(
    { ...what, nl: `${what.nl}${between(field, 'nl')}`, en: `${what.en}${between(field, 'en')}` },
    given,
  );
}

type Bounds = { min?: number | string | undefined; max?: number | string | undefined };

/** The bounds of an amount as people write them. */
function inEuros({ min, max }: Field, language: 'nl' | 'en'): Bounds {
  const euros = (cents: number | undefined) => {
    if (cents === undefined) return undefined;
    const written = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
    return `€ ${language === 'nl' ? written.replace('.', ',') : written}`;
  };
  return { min: euros(min), max: euros(max) };
}

function between({ min, max }: Bounds, language: 'nl' | 'en'): string {
  const words =
    language === 'nl'
      ? { both: `van ${min} tot en met ${max}`, min: `van ${min} of meer`, max: `van ${max} of minder` }
      : { both: `from ${min} to ${max}`, min: `of ${min} or more`, max: `of ${max} or less` };
  if (min !== undefined && max !== undefined) return ` ${words.both}`;
  if (min !== undefined) return ` ${words.min}`;
  return max !== undefined ? ` ${words.max}` : '';
}
