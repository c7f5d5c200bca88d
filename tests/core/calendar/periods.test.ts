/** Periods of reports. */
import { describe, expect, it } from 'vitest';
import {
  dutchCalendar,
  monthOf,
  periodInstants,
  periodRange,
  quarterOf,
  yearOf,
} from '../../../core/calendar/index.ts';

describe('periods', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-04', '2026-04-01', '2026-04-30'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-04-06', '2026-04-06', '2026-04-06'],
    ['2026-04-06/2026-05-05', '2026-04-06', '2026-05-05'],
  ])('%s is from %s to %s', (period, from, to) => {
    expect(periodRange(dutchCalendar, period)).toEqual({ from, to });
  });

  it.each([
    '',
    '26',
    '2026-13',
    '2026-Q5',
    '2026-Q',
    '2026-02-30',
    '2026-05-05/2026-04-06',
    '2026-04-01/2026-04-02/2026-04-03',
    '2026-04-01/',
  ])("'%s' is no period", (period) => {
    expect(periodRange(dutchCalendar, period)).toBeUndefined();
  });

  it('a date knows its year, quarter and month', () => {
    expect([yearOf('2026-09-30'), quarterOf('2026-09-30'), monthOf('2026-09-30')]).toEqual([
      '2026',
      '2026-Q3',
      '2026-09',
    ]);
    expect(quarterOf('2026-10-01')).toBe('2026-Q4');
  });

  it('a month ends where the next begins, at local midnight on either side of summer time', () => {
    expect(periodInstants(dutchCalendar, { from: '2026-03-01', to: '2026-03-31' })).toEqual({
      start: '2026-02-28T23:00:00.000Z',
      end: '2026-03-31T22:00:00.000Z',
    });
  });
});
