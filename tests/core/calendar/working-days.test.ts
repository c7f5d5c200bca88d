/** Counting in working days and explaining the count. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  type Calendar,
  daysBetween,
  dutchCalendar,
  isWorkingDay,
  rollForward,
  workingDaysBetween,
} from '../../../core/calendar/index.ts';
import { aCalendar, aDate } from './arbitraries.ts';

const anAmount = fc.integer({ min: -300, max: 300 });

describe('working days', () => {
  it.each([
    ['over New Year', '2026-12-31', 1, '2027-01-04'],
    ['over Christmas', '2026-12-24', 1, '2026-12-28'],
    ['back over New Year', '2027-01-04', -1, '2026-12-31'],
    ['Good Friday counts', '2027-03-25', 1, '2027-03-26'],
    ['over Easter 2027', '2027-03-24', 5, '2027-04-01'],
    ['over King’s Day, Liberation Day and Ascension Day 2027', '2027-04-26', 7, '2027-05-10'],
    ['from a Saturday', '2026-04-11', 1, '2026-04-13'],
    ['back from a Sunday', '2026-04-12', -1, '2026-04-10'],
    ['none from a working day', '2026-04-13', 0, '2026-04-13'],
    ['none from a holiday', '2026-04-06', 0, '2026-04-07'],
    ['a leap day counts', '2028-02-28', 1, '2028-02-29'],
  ])('%s: %s %i → %s', (_what, date, n, expected) => {
    expect(addWorkingDays(dutchCalendar, date, n).date).toBe(expected);
  });

  it('the ledger tells every day walked, with its reason', () => {
    const { ledger } = addWorkingDays(dutchCalendar, '2026-04-02', 2);

    expect(ledger).toEqual([
      { date: '2026-04-03', counted: true, why: 'counted', n: 1 },
      { date: '2026-04-04', counted: false, why: 'weekend' },
      { date: '2026-04-05', counted: false, why: 'weekend' },
      {
        date: '2026-04-06',
        counted: false,
        why: 'holiday',
        name: { nl: 'Tweede paasdag', en: 'Easter Monday' },
      },
      { date: '2026-04-07', counted: true, why: 'counted', n: 2 },
    ]);
  });

  it('rolling forward tells what was passed over and where it landed', () => {
    expect(rollForward(dutchCalendar, '2026-04-05').ledger).toEqual([
      { date: '2026-04-05', counted: false, why: 'weekend' },
      {
        date: '2026-04-06',
        counted: false,
        why: 'holiday',
        name: { nl: 'Tweede paasdag', en: 'Easter Monday' },
      },
      { date: '2026-04-07', counted: false, why: 'moved' },
    ]);
    expect(rollForward(dutchCalendar, '2026-04-07')).toEqual({ date: '2026-04-07', ledger: [] });
  });

  it('a fraction of a day is refused', () => {
    expect(() => addWorkingDays(dutchCalendar, '2026-04-01', 1.5)).toThrow('whole number of working days');
  });

  it('a calendar that is closed for two years is refused instead of walked for ever', () => {
    const name = { nl: 'dicht', en: 'closed' };
    const closed = Array.from({ length: 900 }, (_, i) => ({ date: addDays('2026-01-01', i), name }));
    const c: Calendar = { ...dutchCalendar, closed };

    expect(() => addWorkingDays(c, '2026-01-05', 1)).toThrow("calendar 'nl'");
  });
});

describe('counting in working days, always', () => {
  it('lands on a working day', () => {
    fc.assert(
      fc.property(aCalendar, aDate, anAmount, (c, date, n) => {
        expect(isWorkingDay(c, addWorkingDays(c, date, n).date)).toBe(true);
      }),
    );
  });

  it('explains itself: |n| counted lines, every day walked once and in order', () => {
    fc.assert(
      fc.property(aCalendar, aDate, anAmount, (c, date, n) => {
        const { ledger, date: end } = addWorkingDays(c, date, n);

        const counted = ledger.filter((line) => line.counted);
        expect(counted.map((line) => line.n)).toEqual(counted.map((_, i) => i + 1));
        expect(counted).toHaveLength(Math.abs(n));
        for (const line of ledger) {
          expect(line.counted || line.why === 'moved').toBe(isWorkingDay(c, line.date));
        }
        if (n !== 0) {
          const step = Math.sign(n);
          expect(ledger.map((line) => line.date)).toEqual(
            ledger.map((_, i) => addDays(date, (i + 1) * step)),
          );
          expect(ledger).toHaveLength(Math.abs(daysBetween(date, end)));
        }
      }),
    );
  });

  it('is undone by counting between', () => {
    fc.assert(
      fc.property(aCalendar, aDate, anAmount, (c, date, n) => {
        fc.pre(n !== 0 || isWorkingDay(c, date));
        expect(workingDaysBetween(c, date, addWorkingDays(c, date, n).date)).toBe(n);
      }),
    );
  });

  it('goes there and back between working days', () => {
    fc.assert(
      fc.property(aCalendar, aDate, anAmount, (c, date, n) => {
        const start = rollForward(c, date).date;
        expect(addWorkingDays(c, addWorkingDays(c, start, n).date, -n).date).toBe(start);
      }),
    );
  });

  it('keeps order: later start or more days never end earlier', () => {
    fc.assert(
      fc.property(aCalendar, aDate, fc.nat(30), anAmount, fc.nat(10), (c, date, later, n, more) => {
        const end = addWorkingDays(c, date, n).date;
        expect(addWorkingDays(c, addDays(date, later), n).date >= end).toBe(true);
        // 0 rolls forward, so from a day off 0 and 1 end on the same day
        expect(addWorkingDays(c, date, n + more).date >= end).toBe(true);
      }),
    );
  });

  it('adds up between three dates in a row', () => {
    fc.assert(
      fc.property(aCalendar, aDate, fc.nat(200), fc.nat(200), (c, a, toB, toC) => {
        const [b, end] = [addDays(a, toB), addDays(a, toB + toC)];
        expect(workingDaysBetween(c, a, b) + workingDaysBetween(c, b, end)).toBe(
          workingDaysBetween(c, a, end),
        );
      }),
    );
  });
});
