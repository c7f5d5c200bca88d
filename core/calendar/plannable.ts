/** Which dates something can be planned on: far enough from both ends that no term leads out of the calendar. */
import type { LocalDate } from './calendar.ts';
import { isLocalDate } from './civil-date.ts';
import type { Unit } from './reckon.ts';

/** Whether a text is an existing date in the years 1900 to 2199; contract/date.ts holds requests to the same. */
export const isPlannable = (date: LocalDate): boolean => isLocalDate(date) && date >= '1900' && date < '2200';

const PER_YEAR: Record<Unit, number> = {
  workingDays: 262,
  days: 366,
  weeks: 53,
  months: 12,
  hours: 8_784,
  minutes: 527_040,
  seconds: 31_622_400,
};

/** Whether an amount, in either direction, is at most a hundred years: what is counted from a plannable date ends in the calendar. */
export const isCountable = (amount: number, unit: Unit): boolean => Math.abs(amount) <= 100 * PER_YEAR[unit];
