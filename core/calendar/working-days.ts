/** Counting in working days, with a ledger of every day walked. */
import type { Calendar, LedgerDate, LedgerLine, LocalDate } from './calendar.ts';
import { fromDayNumber, toDayNumber } from './civil-date.ts';
import { dayOffAt } from './days-off.ts';

const LONGEST_CLOSURE = 731; // days in a row; a calendar closed for longer is a mistake, and walking it would not end

/** Throws unless an amount of days is whole; a fraction would be counted past for ever. */
export function assertWhole(amount: number, unit: string): void {
  if (!Number.isSafeInteger(amount)) throw new Error(`Expected a whole number of ${unit}, but got ${amount}`);
}

/** Walks day by day from `day` (exclusive) to the next working day, writing the days off into the ledger. */
function walk(c: Calendar, day: number, step: 1 | -1, ledger: LedgerLine[]): number {
  for (let i = 1; i <= LONGEST_CLOSURE; i++) {
    const next = day + i * step;
    const off = dayOffAt(c, next);
    if (!off) return next;
    ledger.push({ date: fromDayNumber(next), counted: false, ...off });
  }
  throw new Error(
    `Expected a working day within two years of ${fromDayNumber(day)} in calendar '${c.id}', but found none`,
  );
}

/** The date itself if it is a working day, with an empty ledger; otherwise the next one, with the days passed over. */
export function rollForward(c: Calendar, date: LocalDate): LedgerDate {
  const ledger: LedgerLine[] = [];
  const start = toDayNumber(date);
  const landed = fromDayNumber(walk(c, start - 1, 1, ledger));
  if (landed !== date) ledger.push({ date: landed, counted: false, why: 'moved' });
  return { date: landed, ledger };
}

/**
 * The n-th working day strictly after a date, or strictly before it for a negative `n`; 0 is `rollForward`.
 * Exactly |n| lines of the ledger are counted.
 */
export function addWorkingDays(c: Calendar, date: LocalDate, n: number): LedgerDate {
  assertWhole(n, 'working days');
  if (n === 0) return rollForward(c, date);
  const ledger: LedgerLine[] = [];
  const step = n > 0 ? 1 : -1;
  let day = toDayNumber(date);
  for (let counted = 1; counted <= Math.abs(n); counted++) {
    day = walk(c, day, step, ledger);
    ledger.push({ date: fromDayNumber(day), counted: true, why: 'counted', n: counted });
  }
  return { date: fromDayNumber(day), ledger };
}

/**
 * The inverse of `addWorkingDays`: working days after `from` up to and including `to`. When `to` is earlier the result is
 * negative and counts from `to` (included) to `from` (excluded), so that a way back is as long as the way there.
 */
export function workingDaysBetween(c: Calendar, from: LocalDate, to: LocalDate): number {
  const [start, end] = [toDayNumber(from), toDayNumber(to)];
  let count = 0;
  for (let day = start + 1; day <= end; day++) if (!dayOffAt(c, day)) count++;
  for (let day = end; day < start; day++) if (!dayOffAt(c, day)) count--;
  return count;
}
