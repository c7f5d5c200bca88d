/** Periods of reports and figures: a year, quarter, month, day or a range of days. */
import type { Calendar, Instant, LocalDate } from './calendar.ts';
import { addDays, daysInMonth, formatDate, isLocalDate, parseDate } from './civil-date.ts';
import { toInstant } from './zone.ts';

/** First and last date of a period, both included. */
export interface PeriodRange {
  from: LocalDate;
  to: LocalDate;
}

const PATTERN = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

function months(year: number, first: number, last: number): PeriodRange {
  return {
    from: formatDate({ year, month: first, day: 1 }),
    to: formatDate({ year, month: last, day: daysInMonth(year, last) }),
  };
}

/**
 * The dates of `2026`, `2026-Q2`, `2026-04`, `2026-04-01` or `2026-04-01/2026-04-15`; undefined if the text is no period or
 * the range runs backwards. Periods are those of the civil calendar; the working calendar does not change them.
 */
export function periodRange(_c: Calendar, period: string): PeriodRange | undefined {
  const parts = PATTERN.exec(period);
  if (parts) {
    const [year, quarter, month] = [Number(parts[1]), parts[2], parts[3]];
    if (quarter) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3);
    return month ? months(year, Number(month), Number(month)) : months(year, 1, 12);
  }
  const [from = '', to = from, ...rest] = period.split('/');
  return rest.length === 0 && isLocalDate(from) && isLocalDate(to) && from <= to ? { from, to } : undefined;
}

/** The moments of a range in the calendar's zone: from `start` (included) to `end` (excluded). */
export function periodInstants(c: Calendar, { from, to }: PeriodRange): { start: Instant; end: Instant } {
  return { start: toInstant(c.zone, from, '00:00'), end: toInstant(c.zone, addDays(to, 1), '00:00') };
}

/** The year of a date as a period, `2026`. */
export function yearOf(date: LocalDate): string {
  return date.slice(0, 4);
}

/** The quarter of a date as a period, `2026-Q2`. */
export function quarterOf(date: LocalDate): string {
  return `${yearOf(date)}-Q${Math.ceil(parseDate(date).month / 3)}`;
}

/** The month of a date as a period, `2026-04`. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}
