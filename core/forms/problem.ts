// What is wrong with an answer on a form, in words for developers and, in two languages, for the people who filled it in.
import type { Field } from '../../contract/index.ts';

/** `path` is the field's key, for commitments with place and part: `commitments[0].due`. */
export interface Problem {
  path: string;
  /** English, with the key: for API answers and logs. */
  message: string;
  /** With the label: for the page. */
  text: { nl: string; en: string };
}

/** What would have fitted: "a date like 2026-09-07". */
export interface Expected {
  nl: string;
  en: string;
  /** For the page, where people write it otherwise than it is kept: euros for cents. */
  written?: { nl: string; en: string };
}

/** `Expected a date like 2026-09-07 in 'start', got 'soon'`. */
export function expectedOther(field: Field, path: string, expected: Expected, got: unknown): Problem {
  const { nl, en } = expected.written ?? expected;
  return {
    path,
    message: `Expected ${expected.en} in '${path}', got ${shown(got)}`,
    text: {
      nl: `Vul bij “${label(field, 'nl')}” ${nl} in.`,
      en: `Please give ${en} for “${label(field, 'en')}”.`,
    },
  };
}

export function label(field: Field, language: 'nl' | 'en'): string {
  return typeof field.label === 'string' ? field.label : field.label[language];
}

/** A value in a message: short, and with quotes where it is text. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
