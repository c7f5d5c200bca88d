// How long something lasts in words, and a range of it.
import type { Language } from '../../contract/index.ts';
import { unitWord } from '../prose/say.ts';
import { writtenList } from '../texts/written.ts';
import type { Span } from './span.ts';

const UNITS = ['months', 'days', 'workingDays', 'hours'] as const;

const used = (span: Span) => UNITS.filter((unit) => span[unit] > 0);
const rounded = (n: number) => Math.round(n * 10) / 10;
const written = (n: number, language: Language) =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl-NL').format(rounded(n));

/** `3 months and 5 working days`; no time at all is the same day. */
export function spanWords(span: Span, language: Language): string {
  const parts = used(span).map(
    (unit) => `${written(span[unit], language)} ${unitWord(unit, span[unit], language)}`,
  );
  if (parts.length === 0) return language === 'nl' ? 'dezelfde dag' : 'the same day';
  return writtenList(language, parts);
}

/** `7 to 34 working days`; one word where both are the same. */
export function rangeWords(from: Span, to: Span, language: Language): string {
  const [a, b] = [spanWords(from, language), spanWords(to, language)];
  if (a === b) return b;
  const link = language === 'nl' ? 'tot' : 'to';
  const [unit, ...others] = [...new Set([...used(from), ...used(to)])];
  if (unit && others.length === 0) {
    const low = written(from[unit], language);
    return `${low} ${link} ${b}`;
  }
  return `${a} ${link} ${b}`;
}
