/** The calendar of the engine: working days, zones, terms and the explanation of every date. */
export type {
  Bilingual,
  Calendar,
  DayOff,
  HolidayRule,
  Instant,
  LedgerDate,
  LedgerLine,
  LocalDate,
} from './calendar.ts';
export { addDays, addMonths, daysBetween, isLocalDate, weekday } from './civil-date.ts';
export { dayOff, isWorkingDay } from './days-off.ts';
export { dutchCalendar } from './dutch-calendar.ts';
export { easterSunday } from './easter.ts';
export { type Holiday, holidaysOf } from './holidays.ts';
export { addToInstant, compareInstants, fromMillis, msBetween, toMillis } from './instant.ts';
export { addIsoDuration, type IsoDuration, parseIsoDuration } from './iso-duration.ts';
export { nextMessageTime } from './message-time.ts';
export { parseLocal } from './parse-local.ts';
export { monthOf, type PeriodRange, periodInstants, periodRange, quarterOf, yearOf } from './periods.ts';
export { isCountable, isPlannable } from './plannable.ts';
export { type Reckoning, reckon, type Term, type Unit } from './reckon.ts';
export { addWorkingDays, rollForward, workingDaysBetween } from './working-days.ts';
export { putBack, type WorkingTimeLeft, workingDaysLeft } from './working-time-left.ts';
export { isLocalTime, localDate, toInstant, toLocal } from './zone.ts';
