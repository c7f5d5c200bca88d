/** Holds that what can be planned on stays in the calendar, and that requests are held to the same years as the engine. */
import { describe, expect, test } from 'vitest';
import { Instant, LocalDate, LocalTime } from '../../../contract/date.ts';
import { dutchCalendar, isCountable, isPlannable, reckon, type Unit } from '../../../core/calendar/index.ts';

describe('dates that something can be planned on', () => {
  test.each(['1900-01-01', '2026-04-16', '2199-12-31'])(
    '%s is one, in the engine and at the door',
    (date) => {
      expect(isPlannable(date)).toBe(true);
      expect(LocalDate.safeParse(date).success).toBe(true);
      expect(Instant.safeParse(`${date}T10:00:00Z`).success).toBe(true);
      expect(LocalTime.safeParse(`${date}T10:00`).success).toBe(true);
    },
  );

  test.each(['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-30'])('%s is none', (date) => {
    expect(isPlannable(date)).toBe(false);
    expect(LocalDate.safeParse(date).success).toBe(false);
    expect(Instant.safeParse(`${date}T10:00:00Z`).success).toBe(false);
    expect(LocalTime.safeParse(`${date}T10:00`).success).toBe(false);
  });

  const units: Unit[] = ['workingDays', 'days', 'weeks', 'months', 'hours', 'minutes', 'seconds'];
  test.each(units)('a hundred years of %s from either end can be counted, more is refused', (unit) => {
    const most = { workingDays: 26_200, days: 36_600, weeks: 5_300, months: 1_200 }[unit as 'days'] ?? 100;

    expect(isCountable(most, unit)).toBe(true);
    expect(() => reckon(dutchCalendar, '2199-12-31', { amount: most, unit })).not.toThrow();
    expect(() => reckon(dutchCalendar, '1900-01-01', { amount: -most, unit })).not.toThrow();
    expect(isCountable(1e10, unit)).toBe(false);
  });
});
