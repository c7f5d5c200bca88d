/** A value as people read it. */
import type { Language } from '../../contract/index.ts';
import { isLocalDate } from '../../core/calendar/index.ts';
import type { Json } from '../../core/state.ts';
import { writtenDate, writtenNumber } from '../../core/texts/index.ts';

export function shownValue(value: Json | undefined, language: Language): string {
  const nl = language === 'nl';
  if (value === undefined) return '?';
  if (value === null) return nl ? 'niets' : 'nothing';
  if (value === true) return nl ? 'ja' : 'yes';
  if (value === false) return nl ? 'nee' : 'no';
  if (typeof value === 'number') return writtenNumber(language, value);
  if (typeof value === 'string') return isLocalDate(value) ? writtenDate(language, value, value) : value;
  if (Array.isArray(value))
    return value.length === 0
      ? nl
        ? 'een lege lijst'
        : 'an empty list'
      : value.map((one) => shownValue(one, language)).join(', ');
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${shownValue(one, language)}`)
    .join('; ');
}
