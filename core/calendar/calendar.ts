/** What a calendar is: plain data, so that it can be an input of the engine with a version. */

/** A date on the wall, `YYYY-MM-DD`, without zone; years 0000 to 9999. */
export type LocalDate = string;

/** A moment, ISO 8601 in UTC with milliseconds: `2026-04-03T15:00:00.000Z`. */
export type Instant = string;

/** A short text in both languages of the interface. */
export interface Bilingual {
  nl: string;
  en: string;
}

/**
 * A holiday that is computed for each year.
 * - `fixed`: a month (1–12) and day; a day the year does not have (29 February) is skipped. With `sundayMoves` a
 *   holiday on a Sunday is kept that many days later: King's Day is 27 April, or 26 April (−1) if that is a Sunday.
 * - `easter`: days after Easter Sunday, negative for before: Easter Monday +1, Ascension Day +39, Whit Monday +50.
 */
export type HolidayRule = { name: Bilingual } & (
  | { rule: 'fixed'; month: number; day: number; sundayMoves?: -1 | 1 }
  | { rule: 'easter'; offset: number }
);

/**
 * An organisation's calendar. Monday to Friday are working days, minus holidays, minus `closed`, plus `open`.
 * Treated as immutable: a change is a new object with a higher version, and moves future timers only.
 */
export interface Calendar {
  id: string;
  version: number;
  /** IANA name, for example `Europe/Amsterdam`. */
  zone: string;
  holidays: HolidayRule[];
  /** Extra days off of the organisation, such as bridge days. Wins over `open`. */
  closed?: { date: LocalDate; name: Bilingual }[];
  /** Working days although a rule, or the weekend, says otherwise. */
  open?: LocalDate[];
  /** Local `HH:MM` at which a term in days ends, `17:00`. */
  dueTime: string;
  /** Local `HH:MM` at which messages go out on a working day, `09:00`. */
  messageTime: string;
}

/** Why a day is not a working day; `name` for holidays and closed days. */
export interface DayOff {
  why: 'weekend' | 'holiday' | 'closed';
  name?: Bilingual;
}

/**
 * One line of the explanation of a date: a day that was walked, in walking order.
 * `n` is the running number of a counted working day (1, 2, … in either direction); for a shift in calendar units or
 * exact time it is the amount shifted. `moved` marks the working day on which a date landed that was rolled forward.
 */
export interface LedgerLine {
  date: LocalDate;
  counted: boolean;
  why: 'counted' | 'weekend' | 'holiday' | 'closed' | 'moved';
  name?: Bilingual;
  n?: number;
}

/** A date together with the days walked to find it. */
export interface LedgerDate {
  date: LocalDate;
  ledger: LedgerLine[];
}
