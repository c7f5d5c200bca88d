/** Reading a moment the way people and scenario files write it. */
import type { Instant } from './calendar.ts';
import { isLocalDate } from './civil-date.ts';
import { addToInstant } from './instant.ts';
import { isLocalTime, toInstant } from './zone.ts';

const PATTERN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

function offsetMinutes(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * The moment meant by `2026-04-01T20:15`, `2026-04-01 20:15` or `2026-04-01` (00:00) in a zone; with `Z` or an offset such
 * as `+02:00` the zone does not matter. Undefined if the text is none of these or the date does not exist.
 */
export function parseLocal(zone: string, text: string): Instant | undefined {
  const parts = PATTERN.exec(text.trim());
  const [, date = '', time = '00:00', offset] = parts ?? [];
  if (!isLocalDate(date) || !isLocalTime(time)) return undefined;
  if (offset === undefined) return toInstant(zone, date, time);
  const minutes = offsetMinutes(offset);
  return minutes === undefined ? undefined : addToInstant(toInstant('UTC', date, time), -minutes * 60_000);
}
