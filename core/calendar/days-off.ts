/** Whether a day is a working day of a calendar, with the reason if it is not. */
import type { Bilingual, Calendar, DayOff, LocalDate } from './calendar.ts';
import { civilDateOf, toDayNumber, weekdayOf } from './civil-date.ts';
import { holidayIndex } from './holidays.ts';

interface Exceptions {
  closed: ReadonlyMap<number, Bilingual>;
  open: ReadonlySet<number>;
}
const exceptions = new WeakMap<Calendar, Exceptions>();

function exceptionsOf(c: Calendar): Exceptions {
  let found = exceptions.get(c);
  if (!found) {
    found = {
      closed: new Map(c.closed?.map(({ date, name }) => [toDayNumber(date), name])),
      open: new Set(c.open?.map(toDayNumber)),
    };
    exceptions.set(c, found);
  }
  return found;
}

/** `dayOff` for a day number. */
export function dayOffAt(c: Calendar, day: number): DayOff | undefined {
  const { closed, open } = exceptionsOf(c);
  const closedFor = closed.get(day);
  if (closedFor) return { why: 'closed', name: closedFor };
  if (open.has(day)) return undefined;
  if (weekdayOf(day) > 5) return { why: 'weekend' };
  const holiday = holidayIndex(c, civilDateOf(day).year).get(day);
  return holiday && { why: 'holiday', name: holiday };
}

/**
 * Why a date is not a working day, or undefined if it is one.
 * The first that applies: closed by the organisation, opened by it, weekend, holiday (so a holiday on a Saturday is 'weekend').
 */
export function dayOff(c: Calendar, date: LocalDate): DayOff | undefined {
  return dayOffAt(c, toDayNumber(date));
}

/** Whether work is done on a date. */
export function isWorkingDay(c: Calendar, date: LocalDate): boolean {
  return dayOff(c, date) === undefined;
}
