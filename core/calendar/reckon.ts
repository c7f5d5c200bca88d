/** A term counted from an anchor: when it ends and why. */
import type { Calendar, Instant, LedgerDate, LedgerLine, LocalDate } from './calendar.ts';
import { addDays, addMonths, isLocalDate } from './civil-date.ts';
import { addToInstant } from './instant.ts';
import { addWorkingDays, assertWhole, rollForward } from './working-days.ts';
import { localDate, toInstant } from './zone.ts';

/** What a term is counted in; the first four are dates at a time of day, the others exact time. */
export type Unit = 'workingDays' | 'days' | 'weeks' | 'months' | 'hours' | 'minutes' | 'seconds';

/**
 * A term to count. A negative amount counts back ("20 working days before"). `time` is the local time of day (default the
 * calendar's `dueTime`); `roll: false` leaves the result of calendar units on a day off. Both are ignored by exact time,
 * `roll` by working days.
 */
export interface Term {
  amount: number;
  unit: Unit;
  time?: string;
  roll?: boolean;
}

/** A counted term: its date and moment, the local date it was counted from, and every day walked. */
export interface Reckoning {
  date: LocalDate;
  at: Instant;
  from: LocalDate;
  ledger: LedgerLine[];
}

const MS_PER = { hours: 3_600_000, minutes: 60_000, seconds: 1000 } as const;
const SHIFT = {
  days: addDays,
  weeks: (date: LocalDate, n: number) => addDays(date, 7 * n),
  months: addMonths,
} as const;

/** One shift, unless there is nothing to shift. */
function shiftLine(date: LocalDate, amount: number): LedgerLine[] {
  return amount === 0 ? [] : [{ date, counted: true, why: 'counted', n: amount }];
}

function shifted(
  c: Calendar,
  from: LocalDate,
  { amount, unit, roll }: Term & { unit: keyof typeof SHIFT },
): LedgerDate {
  assertWhole(amount, unit);
  const date = SHIFT[unit](from, amount);
  const rolled = roll === false ? { date, ledger: [] } : rollForward(c, date);
  return { date: rolled.date, ledger: [...shiftLine(date, amount), ...rolled.ledger] };
}

/**
 * Counts a term from a moment or a date (domain rule 3.0).
 * - `workingDays`: the n-th working day strictly after (before) the anchor's local date, whatever its time of day.
 * - `days`, `weeks`, `months`: that many calendar units further, clamped to the end of a month, then forward to a working
 *   day unless `roll` is false, as for a pilot's end.
 * - `hours`, `minutes`, `seconds`: exact time through clock changes; a date as anchor means its 00:00.
 *
 * Amount 0 with a unit of days is the anchor's own date, moved to a working day under the same rules.
 */
export function reckon(c: Calendar, anchor: Instant | LocalDate, term: Term): Reckoning {
  const { amount, unit, time = c.dueTime } = term;
  const anchorDate = isLocalDate(anchor) ? anchor : undefined;
  const from = anchorDate ?? localDate(c.zone, anchor);
  if (unit === 'hours' || unit === 'minutes' || unit === 'seconds') {
    const start = anchorDate === undefined ? anchor : toInstant(c.zone, anchorDate, '00:00');
    const at = addToInstant(start, amount * MS_PER[unit]);
    const date = localDate(c.zone, at);
    return { date, at, from, ledger: shiftLine(date, amount) };
  }
  const { date, ledger } =
    unit === 'workingDays' ? addWorkingDays(c, from, amount) : shifted(c, from, { ...term, unit });
  return { date, at: toInstant(c.zone, date, time), from, ledger };
}
