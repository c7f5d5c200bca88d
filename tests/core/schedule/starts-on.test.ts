/** On which days a process that starts itself starts, and at which moment. */
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../contract/index.ts';
import { addDays, dutchCalendar } from '../../../core/calendar/index.ts';
import { startsOn } from '../../../core/schedule/starts-on.ts';

/** Every date of a year on which it starts. */
function datesOf(year: number, schedule: Omit<Schedule, 'time'>): string[] {
  const dates: string[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1))
    if (startsOn(dutchCalendar, { ...schedule, time: '09:00' }, date)) dates.push(date);
  return dates;
}

describe('a process that starts itself', () => {
  it('starts on the first working day of each quarter, after holidays and weekends', () => {
    expect(datesOf(2026, { of: 'quarter', workingDay: 1 })).toEqual([
      '2026-01-02',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
    ]);
  });

  it('starts on the last working day of each month', () => {
    const dates = datesOf(2026, { of: 'month', workingDay: -1 });
    expect(dates).toHaveLength(12);
    expect(dates.slice(0, 5)).toEqual(['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29']);
  });

  it('passes over a month that has no such day', () => {
    expect(datesOf(2026, { of: 'month', day: 31 })).toHaveLength(7);
    expect(datesOf(2026, { of: 'month', day: -1 })[1]).toBe('2026-02-28');
  });

  it('starts on every working day when the period is a day, and on no holiday', () => {
    const dates = datesOf(2026, { of: 'day', workingDay: 1 });
    expect(dates).not.toContain('2026-04-06');
    expect(dates).not.toContain('2026-04-04');
    expect(dates).toHaveLength(261 - 7); // weekdays of 2026 minus the holidays on one
    expect(datesOf(2026, { of: 'day' })).toHaveLength(365);
  });

  it('counts weeks from Monday, also across the turn of the year', () => {
    expect(datesOf(2026, { of: 'week', day: 7 })[0]).toBe('2026-01-04');
    expect(datesOf(2027, { of: 'week', workingDay: 1 })[0]).toBe('2027-01-04');
    expect(datesOf(2026, { of: 'week', workingDay: 1 })).toContain('2026-04-07');
  });

  it('without a day starts on the first day of the period', () => {
    expect(datesOf(2026, { of: 'year' })).toEqual(['2026-01-01']);
  });

  it('keeps its local hour when the clock changes', () => {
    const daily: Schedule = { of: 'day', time: '09:00' };
    expect(startsOn(dutchCalendar, daily, '2026-03-28')).toBe('2026-03-28T08:00:00.000Z');
    expect(startsOn(dutchCalendar, daily, '2026-03-29')).toBe('2026-03-29T07:00:00.000Z');
  });
});
