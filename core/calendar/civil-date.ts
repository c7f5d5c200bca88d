/** Arithmetic on dates without a clock or a zone: the proleptic Gregorian calendar in whole numbers. */
import type { LocalDate } from './calendar.ts';

/** Year, month (1–12) and day of the month. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_BEFORE_EPOCH = 719_468; // from 0000-03-01 to 1970-01-01
const DAYS_PER_ERA = 146_097; // the Gregorian calendar repeats every 400 years

/** Days from 1970-01-01; the numbering of all arithmetic here. Years start in March, so that a leap day comes last. */
export function dayNumberOf({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_EPOCH;
}

/** Inverse of `dayNumberOf`. */
export function civilDateOf(dayNumber: number): CivilDate {
  const days = dayNumber + DAYS_BEFORE_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function read(text: string): CivilDate | undefined {
  const parts = PATTERN.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

/** Whether a text is an existing date `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return read(text) !== undefined;
}

/** Reads a date that must be one; anything else is a defect of the caller. */
export function parseDate(date: LocalDate): CivilDate {
  const civil = read(date);
  if (!civil) throw new Error(`Expected an existing date YYYY-MM-DD, but got '${date}'`);
  return civil;
}

/** Writes a civil date as `YYYY-MM-DD`. */
export function formatDate({ year, month, day }: CivilDate): LocalDate {
  if (!(year >= 0 && year <= 9999))
    throw new Error(`Expected a date in the years 0 to 9999, but got year ${year}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Day number of a date text. */
export function toDayNumber(date: LocalDate): number {
  return dayNumberOf(parseDate(date));
}

/** Date text of a day number. */
export function fromDayNumber(dayNumber: number): LocalDate {
  return formatDate(civilDateOf(dayNumber));
}

/** Day of the week of a day number, Monday = 1 … Sunday = 7. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday
}

/** The date `n` calendar days later, or earlier if negative. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + n);
}

/** The same day `n` months later, or earlier if negative, clamped to the end of the month: 31 January + 1 = 28 February. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  const { year, month, day } = parseDate(date);
  const months = year * 12 + (month - 1) + n;
  const target = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  return formatDate({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return toDayNumber(b) - toDayNumber(a);
}

/** Day of the week of a date, Monday = 1 … Sunday = 7. */
export function weekday(date: LocalDate): number {
  return weekdayOf(toDayNumber(date));
}
