/** Pausing a term and putting it back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareInstants,
  dutchCalendar,
  putBack,
  rollForward,
  toInstant,
  toLocal,
  workingDaysLeft,
} from '../../../core/calendar/index.ts';
import { aCalendar, anInstant } from './arbitraries.ts';

const local = (date: string, time: string) => toInstant(dutchCalendar.zone, date, time);

describe('a paused term', () => {
  it('keeps its working days and time of day, over Easter', () => {
    const left = workingDaysLeft(dutchCalendar, local('2026-04-01', '11:00'), local('2026-04-03', '17:00'));

    expect(left).toEqual({ days: 2, time: '17:00' });
    expect(putBack(dutchCalendar, local('2026-04-03', '10:00'), left)).toBe(local('2026-04-08', '17:00'));
  });

  it('resumed on a day off counts from the next working day', () => {
    const left = workingDaysLeft(dutchCalendar, local('2026-04-02', '11:00'), local('2026-04-02', '17:00'));

    expect(left).toEqual({ days: 0, time: '17:00' });
    expect(putBack(dutchCalendar, local('2026-04-05', '11:00'), left)).toBe(local('2026-04-07', '17:00'));
  });

  it('that was in time is not late when resumed after hours', () => {
    const left = workingDaysLeft(dutchCalendar, local('2026-04-01', '11:00'), local('2026-04-01', '17:00'));

    expect(putBack(dutchCalendar, local('2026-04-02', '20:00'), left)).toBe(local('2026-04-03', '17:00'));
  });

  it('that was late stays as late, by hours or by days', () => {
    const hours = workingDaysLeft(dutchCalendar, local('2026-04-01', '18:00'), local('2026-04-01', '17:00'));
    const days = workingDaysLeft(dutchCalendar, local('2026-04-08', '10:00'), local('2026-04-03', '17:00'));

    expect(hours).toEqual({ days: 0, time: '17:00', late: true });
    expect(putBack(dutchCalendar, local('2026-04-14', '18:00'), hours)).toBe(local('2026-04-14', '17:00'));
    expect(days).toEqual({ days: -2, time: '17:00', late: true });
    expect(putBack(dutchCalendar, local('2026-04-20', '10:00'), days)).toBe(local('2026-04-16', '17:00'));
    expect(putBack(dutchCalendar, local('2026-04-20', '10:00'), { days: -2, time: '17:00' })).toBe(
      local('2026-04-16', '17:00'),
    );
  });

  it('that ended on a day off ends on the next working day and is never shortened', () => {
    const left = workingDaysLeft(dutchCalendar, local('2027-02-11', '10:00'), local('2027-02-14', '17:00'));

    expect(left).toEqual({ days: 2, time: '17:00' });
    expect(putBack(dutchCalendar, local('2027-02-11', '10:00'), left)).toBe(local('2027-02-15', '17:00'));
  });

  it('keeps its local hour over a change of the clock', () => {
    const left = workingDaysLeft(dutchCalendar, local('2026-10-22', '10:00'), local('2026-10-23', '17:00'));

    expect(putBack(dutchCalendar, local('2026-10-23', '10:00'), left)).toBe(local('2026-10-26', '17:00'));
  });

  it('resumed at once is always unchanged', () => {
    fc.assert(
      fc.property(aCalendar, anInstant, anInstant, (c, now, someDue) => {
        const due = onWorkingDay(c, someDue);
        expect(putBack(c, now, workingDaysLeft(c, now, due))).toBe(due);
      }),
      { numRuns: 300 },
    );
  });

  it('that was in time is always in time when resumed, and later for a longer pause', () => {
    fc.assert(
      fc.property(aCalendar, fc.tuple(anInstant, anInstant, anInstant, anInstant), (c, instants) => {
        const [now, a, b, someDue] = instants.sort(compareInstants) as [string, string, string, string];
        const due = onWorkingDay(c, someDue);
        fc.pre(compareInstants(due, now) >= 0);
        const left = workingDaysLeft(c, now, due);

        const [short, long] = [putBack(c, a, left), putBack(c, b, left)];

        expect(compareInstants(short, a)).toBeGreaterThanOrEqual(0);
        expect(compareInstants(short, long)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

/** A due moment as terms give it: on a working day, at an hour no clock change touches. */
function onWorkingDay(c: typeof dutchCalendar, at: string): string {
  const { date, time, seconds } = toLocal(c.zone, at);
  const minutes = time.slice(3);
  return toInstant(
    c.zone,
    rollForward(c, date).date,
    `17:${minutes}:${String(seconds).padStart(2, '0')}${at.slice(19, 23)}`,
  );
}
