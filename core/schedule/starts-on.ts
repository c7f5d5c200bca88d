/** When a process that starts itself starts: the moment on a date, if its schedule names that date. */
import type { Schedule } from '../../contract/index.ts';
import type { Calendar, Instant, LocalDate } from '../calendar/index.ts';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  monthOf,
  periodRange,
  quarterOf,
  toInstant,
  weekday,
  yearOf,
} from '../calendar/index.ts';

/**
 * The moment at which a schedule starts a process on a date, or undefined when it does not start that day.
 * `workingDay: 1` is the first working day of the period and `-1` the last; `day: 15` the fifteenth day and `-1` the last.
 * A period that has no such day (the 31st of April) is passed over. Without either it is the period's first day.
 */
export function startsOn(calendar: Calendar, schedule: Schedule, date: LocalDate): Instant | undefined {
  const { from, to } = periodAround(calendar, schedule.of, date);
  const named =
    schedule.workingDay === undefined
      ? nthDay(from, to, schedule.day ?? 1)
      : nthWorkingDay(calendar, from, to, schedule.workingDay);
  return named === date ? toInstant(calendar.zone, date, schedule.time) : undefined;
}

function periodAround(calendar: Calendar, of: Schedule['of'], date: LocalDate) {
  if (of === 'week') {
    const monday = addDays(date, 1 - weekday(date));
    return { from: monday, to: addDays(monday, 6) };
  }
  const range = periodRange(calendar, nameOfPeriod(of, date));
  if (!range) throw new Error(`Expected an existing date YYYY-MM-DD, but got '${date}'`);
  return range;
}

function nameOfPeriod(of: Exclude<Schedule['of'], 'week'>, date: LocalDate): string {
  switch (of) {
    case 'day':
      return date;
    case 'month':
      return monthOf(date);
    case 'quarter':
      return quarterOf(date);
    case 'year':
      return yearOf(date);
  }
}

function nthDay(from: LocalDate, to: LocalDate, n: number): LocalDate | undefined {
  const date = n < 0 ? addDays(to, n + 1) : addDays(from, n - 1);
  return within(from, to, date);
}

function nthWorkingDay(c: Calendar, from: LocalDate, to: LocalDate, n: number): LocalDate | undefined {
  if (n === 0) return undefined;
  if (daysBetween(from, to) === 0 && !isWorkingDay(c, from)) return undefined;
  const date = addWorkingDays(c, n < 0 ? addDays(to, 1) : addDays(from, -1), n).date;
  return within(from, to, date);
}

function within(from: LocalDate, to: LocalDate, date: LocalDate): LocalDate | undefined {
  return from <= date && date <= to ? date : undefined;
}
