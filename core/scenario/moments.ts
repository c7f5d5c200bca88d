/** Dates and times as a scenario writes them: a day, a moment, a time of day, a range of either. */
import {
  compareInstants,
  type Instant,
  isLocalDate,
  isLocalTime,
  type LocalDate,
  localDate,
  parseLocal,
  toLocal,
} from '../calendar/index.ts';
import { type Reader, type Reading, scalar, wrong } from './reading/reader.ts';
import type { Source } from './source.ts';

/** A whole day, or an exact moment. */
export type When = { line: number; text: string } & (
  | { date: LocalDate; at?: undefined }
  | { at: Instant; date?: undefined }
);

/** Both ends belong to the range; an end that is a day means all of that day. */
export interface Range {
  line: number;
  from: When;
  to: When;
}

function whenOf(value: unknown, { zone }: Reading, line: number): When | undefined {
  if (typeof value !== 'string') return undefined;
  if (isLocalDate(value)) return { line, text: value, date: value };
  const at = parseLocal(zone, value);
  return at === undefined ? undefined : { line, text: value, at };
}

/** `2026-04-01` or `2026-04-01T20:15`. */
export const when: Reader<When> = scalar('a date like 2026-04-01 or a moment like 2026-04-01T20:15', whenOf);

/** `2026-04-01T20:15`; a bare date means 00:00. */
export const moment: Reader<Instant> = scalar('a moment like 2026-04-01T20:15', (value, { zone }) =>
  typeof value === 'string' ? parseLocal(zone, value) : undefined,
);

export const day: Reader<LocalDate> = scalar('an existing date like 2026-04-01', (value) =>
  typeof value === 'string' && isLocalDate(value) ? value : undefined,
);

/** `09:00`, or a date or moment. */
export const timeOrWhen: Reader<{ time: string } | When> = scalar(
  'a time of day like 09:00 or a moment like 2026-04-01T09:00',
  (value, reading, line) =>
    typeof value === 'string' && isLocalTime(value)
      ? { time: value.slice(0, 5) }
      : whenOf(value, reading, line),
);

/** `[2026-12-08, 2026-12-22]`. */
export const range: Reader<Range> = {
  read(source: Source, reading: Reading) {
    const [first, second, ...rest] = source.kind === 'list' ? source.items : [];
    if (!first || !second || rest.length) return wrong(source, reading, 'a list of two dates or moments');
    const [from, to] = [when.read(first, reading), when.read(second, reading)];
    if (!from || !to) return undefined;
    const range = { line: source.line, from, to };
    if (compareInstants(startOf(reading.zone, from), endOf(reading.zone, to)) > 0)
      return wrong(source, reading, 'the first of the two to be the earlier');
    return range;
  },
};

function startOf(zone: string, w: When): Instant {
  return w.at ?? (parseLocal(zone, w.date) as Instant);
}

/** The end of the day, or the moment itself. */
export function endOf(zone: string, w: When): Instant {
  return w.at ?? (parseLocal(zone, `${w.date}T24:00`) as Instant);
}

/** Whether a moment is that moment, or on that day. */
export function isAt(zone: string, at: Instant, w: When): boolean {
  return w.date ? localDate(zone, at) === w.date : compareInstants(at, w.at as Instant) === 0;
}

export function isWithin(zone: string, at: Instant, { from, to }: Range): boolean {
  const afterStart = from.date
    ? localDate(zone, at) >= from.date
    : compareInstants(at, from.at as Instant) >= 0;
  const beforeEnd = to.date ? localDate(zone, at) <= to.date : compareInstants(at, to.at as Instant) <= 0;
  return afterStart && beforeEnd;
}

/** Whether it lies after the clock; today is not, since what happened today may be asked. */
export function isAfter(zone: string, w: When, now: Instant): boolean {
  return w.date ? w.date > localDate(zone, now) : compareInstants(w.at as Instant, now) > 0;
}

/** A moment as people read it: `2026-04-01T20:15`. */
export function written(zone: string, at: Instant): string {
  const { date, time } = toLocal(zone, at);
  return `${date}T${time}`;
}
