/** Dates without a clock. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isLocalDate, weekday } from '../../../core/calendar/index.ts';
import { aDate } from './arbitraries.ts';

describe('civil dates', () => {
  it('agree with the platform for every day of 1900–2100', () => {
    const first = Date.UTC(1900, 0, 1);
    const days = (Date.UTC(2100, 11, 31) - first) / 86_400_000;
    for (let n = 0; n <= days; n++) {
      const expected = new Date(first + n * 86_400_000);
      const date = addDays('1900-01-01', n);
      if (date !== expected.toISOString().slice(0, 10)) expect.fail(`day ${n} is ${date}`);
      if (weekday(date) !== (expected.getUTCDay() || 7))
        expect.fail(`${date} is on weekday ${weekday(date)}`);
    }
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('months are clamped to their end: %s %i months → %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1900-02-29',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
  ])('%s is no date', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow('Expected an existing date');
  });

  it('are refused outside the years 0 to 9999', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow('years 0 to 9999');
    expect(() => addDays('0000-01-01', -1)).toThrow('years 0 to 9999');
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow('years 0 to 9999');
  });

  it('adding days and taking the difference always undo each other', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -20_000, max: 20_000 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });
});
