/** ISO 8601 durations as BPMN timers have them: `P3D`, `PT1H30M`, `P1M2DT6H`; calendar parts by the clock on the wall, the rest exact. */
import type { Instant } from './calendar.ts';
import { addDays, addMonths } from './civil-date.ts';
import { addToInstant } from './instant.ts';
import { isPlannable } from './plannable.ts';
import { localDate, toInstant, toLocal } from './zone.ts';

export interface IsoDuration {
  months: number;
  days: number;
  /** Hours, minutes and seconds together, in milliseconds. */
  ms: number;
}

const PATTERN =
  /^([+-]?)P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/** The parts of a duration, all negative where it begins with a minus; undefined if the text is none. */
export function parseIsoDuration(text: string): IsoDuration | undefined {
  const parts = PATTERN.exec(text.trim());
  if (!parts) return undefined;
  const n = (at: number) => Number(parts[at] ?? 0);
  const sign = parts[1] === '-' ? -1 : 1;
  return {
    months: sign * (12 * n(2) + n(3)),
    days: sign * (7 * n(4) + n(5)),
    ms: sign * Math.round(((n(6) * 60 + n(7)) * 60 + n(8)) * 1000),
  };
}

const MOST_MONTHS = 1200;

/**
 * The moment so long after another: months and days later at the same time on the wall, clamped to the end of a month, then
 * the exact part. Undefined if it leads out of the calendar.
 */
export function addIsoDuration(
  zone: string,
  at: Instant,
  { months, days, ms }: IsoDuration,
): Instant | undefined {
  if (Math.abs(months) > MOST_MONTHS || Math.abs(days) > MOST_MONTHS * 31) return undefined;
  if (Math.abs(ms) > MOST_MONTHS * 31 * 86_400_000) return undefined;
  let moment = at;
  if (months !== 0 || days !== 0) {
    const { date, time, seconds } = toLocal(zone, at);
    const later = addDays(addMonths(date, months), days);
    if (!isPlannable(later)) return undefined;
    const thousandths = addToInstant(at, 0).slice(20, 23); // some moments are written without, or with one digit
    const second = `${String(seconds).padStart(2, '0')}.${thousandths}`;
    moment = toInstant(zone, later, `${time}:${second}`);
  }
  const end = addToInstant(moment, ms);
  return isPlannable(localDate(zone, end)) ? end : undefined;
}
