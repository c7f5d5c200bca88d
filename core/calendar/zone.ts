/** From moments to the clock on the wall and back, in any IANA zone, through `Intl` alone. */
import type { Instant, LocalDate } from './calendar.ts';
import { dayNumberOf, fromDayNumber, toDayNumber } from './civil-date.ts';
import { fromMillis, toMillis } from './instant.ts';

const MS_PER_DAY = 86_400_000;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/;

/** Formatters are slow to make (a millisecond) and quick to use (a few microseconds). */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** What the wall clock shows, as if it were UTC: milliseconds of local date and time, to the second. */
function wallAt(zone: string, ms: number): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = formatterOf(zone)
    .format(ms)
    .split(/\D+/)
    .map(Number);
  return dayNumberOf({ year, month, day }) * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Distance of the wall clock from UTC at a moment, in milliseconds: +7,200,000 in a Dutch summer. */
function offsetAt(zone: string, ms: number): number {
  return wallAt(zone, ms) - Math.floor(ms / 1000) * 1000;
}

/** Milliseconds after midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm`; `24:00` is the end of the day. */
function msOfDay(time: string): number | undefined {
  if (time === '24:00') return MS_PER_DAY;
  const parts = TIME.exec(time);
  if (!parts) return undefined;
  const [, hour, minute, second = '0', fraction = ''] = parts;
  return (
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.padEnd(3, '0'))
  );
}

/** Whether a text is a time of day `toInstant` understands. */
export function isLocalTime(text: string): boolean {
  return msOfDay(text) !== undefined;
}

/** Local date, `HH:MM` and whole seconds at a moment; milliseconds are the same in every zone and left out. */
export function toLocal(zone: string, at: Instant): { date: LocalDate; time: string; seconds: number } {
  const wall = wallAt(zone, toMillis(at));
  const day = Math.floor(wall / MS_PER_DAY);
  const minutes = Math.floor((wall - day * MS_PER_DAY) / 60_000);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return {
    date: fromDayNumber(day),
    time,
    seconds: Math.floor(wall / 1000) - Math.floor(wall / 60_000) * 60,
  };
}

/** Local date at a moment. */
export function localDate(zone: string, at: Instant): LocalDate {
  return fromDayNumber(Math.floor(wallAt(zone, toMillis(at)) / MS_PER_DAY));
}

/**
 * The moment a wall clock shows a date and time (`HH:MM`, optionally with seconds and milliseconds; `24:00` is midnight
 * at the end of the date). A time that is skipped by the clock gives the first moment after the gap (02:30 on
 * 29 March 2026 is 03:00 local); a time shown twice gives the first of the two.
 */
export function toInstant(zone: string, date: LocalDate, time: string): Instant {
  const sinceMidnight = msOfDay(time);
  if (sinceMidnight === undefined) throw new Error(`Expected a time of day HH:MM, but got '${time}'`);
  const wall = toDayNumber(date) * MS_PER_DAY + sinceMidnight;
  const before = offsetAt(zone, wall - MS_PER_DAY);
  const after = offsetAt(zone, wall + MS_PER_DAY);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  if (early === late || early + offsetAt(zone, early) === wall) return fromMillis(early);
  if (late + offsetAt(zone, late) === wall) return fromMillis(late);
  return fromMillis(changeBetween(zone, early, late));
}

/** The moment between two others at which the zone's offset changes. */
function changeBetween(zone: string, early: number, late: number): number {
  const before = offsetAt(zone, early);
  let [low, high] = [early, late];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
