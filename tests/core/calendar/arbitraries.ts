/** Generators for property tests of the calendar. */
import fc from 'fast-check';
import {
  addDays,
  type Calendar,
  dutchCalendar,
  type HolidayRule,
  type Instant,
} from '../../../core/calendar/index.ts';

const name = { nl: 'dicht', en: 'closed' };

/** Dates from 1 January 2020 to the end of 2035. */
export const aDate = fc.integer({ min: 0, max: 5843 }).map((n) => addDays('2020-01-01', n));

/** Moments from 2020 up to 2036, to the millisecond. */
export const anInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 11, 31) })
  .map((ms) => new Date(ms).toISOString());

const aRule: fc.Arbitrary<HolidayRule> = fc.oneof(
  fc.record({
    name: fc.constant(name),
    rule: fc.constant('fixed' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({
    name: fc.constant(name),
    rule: fc.constant('easter' as const),
    offset: fc.integer({ min: -60, max: 60 }),
  }),
);

/** The Dutch calendar, or one with other holidays, closures, opened days and zone. */
export const aCalendar: fc.Arbitrary<Calendar> = fc.oneof(
  fc.constant(dutchCalendar),
  fc.record({
    id: fc.constant('any'),
    version: fc.constant(1),
    zone: fc.constantFrom('Europe/Amsterdam', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
    holidays: fc.array(aRule, { maxLength: 12 }),
    closed: fc.array(
      aDate.map((date) => ({ date, name })),
      { maxLength: 10 },
    ),
    open: fc.array(aDate, { maxLength: 10 }),
    dueTime: fc.constant('17:00'),
    messageTime: fc.constant('09:00'),
  }),
);
