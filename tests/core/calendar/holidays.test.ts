/** Easter and the holidays that hang on it, King's Day, and an independent source of Dutch holidays. */
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Calendar,
  dayOff,
  dutchCalendar,
  easterSunday,
  holidaysOf,
  isWorkingDay,
  weekday,
} from '../../../core/calendar/index.ts';

/** Easter by the church's own tables: golden number, epact, Sunday after the paschal full moon (Lilius and Clavius). */
function easterByTables(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  const julianEpact = (11 * golden + 20 + lunar - solar) % 30;
  const epact = (julianEpact === 25 && golden > 11) || julianEpact === 24 ? julianEpact + 1 : julianEpact;
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact; // day of March
  const moonDate = addDays(`${year}-03-01`, fullMoon - 1);
  return addDays(moonDate, 8 - (weekday(moonDate) === 7 ? 1 : weekday(moonDate) + 1));
}

function weekdayHolidays(year: number): string[] {
  return holidaysOf(dutchCalendar, year)
    .map(({ date }) => date)
    .filter((date) => weekday(date) <= 5);
}

const calendarWith = (parts: Partial<Calendar>): Calendar => ({ ...dutchCalendar, holidays: [], ...parts });
const name = { nl: 'Vrij', en: 'Off' };

describe('Easter', () => {
  it('falls where the tables of the church put it, 1900–2100', () => {
    for (let year = 1900; year <= 2100; year++) expect(easterSunday(year)).toBe(easterByTables(year));
  });

  it.each([
    '1961-04-02',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2049-04-18',
  ])('is on %s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });
});

describe('Dutch holidays', () => {
  it('are those of the domain rules on weekdays of 2026', () => {
    expect(weekdayHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
    ]);
  });

  it('are those of the domain rules on weekdays of 2027', () => {
    expect(weekdayHolidays(2027)).toEqual([
      '2027-01-01',
      '2027-03-29',
      '2027-04-27',
      '2027-05-05',
      '2027-05-06',
      '2027-05-17',
    ]);
  });

  it.each([
    [2025, '2025-04-26'],
    [2026, '2026-04-27'],
    [2031, '2031-04-26'],
    [2036, '2036-04-26'],
  ])("King's Day of %i is on %s", (year, date) => {
    const kingsDay = holidaysOf(dutchCalendar, year).filter((holiday) => holiday.name.nl === 'Koningsdag');
    expect(kingsDay.map((holiday) => holiday.date)).toEqual([date]);
  });

  it('Good Friday is a working day and 5 May is off every year', () => {
    for (let year = 2020; year <= 2035; year++) {
      expect(isWorkingDay(dutchCalendar, addDays(easterSunday(year), -2))).toBe(true);
      expect(isWorkingDay(dutchCalendar, `${year}-05-05`)).toBe(false);
    }
  });

  it('that coincide are both listed, and the first explains the day (Liberation and Ascension Day, 2016)', () => {
    const names = holidaysOf(dutchCalendar, 2016).filter((holiday) => holiday.date === '2016-05-05');
    expect(names.map((holiday) => holiday.name.en)).toEqual(['Liberation Day', 'Ascension Day']);
    expect(dayOff(dutchCalendar, '2016-05-05')?.name?.en).toBe('Liberation Day');
  });
});

describe('Dutch holidays beside date-holidays, 2020–2035', () => {
  /** Days on which the two differ, and why ours is as it is. Easter and Whit Sunday are weekend here anyway. */
  const DIFFERENT = [
    { name: 'Goede Vrijdag', ours: false, why: 'domain default: Good Friday works; there a school holiday' },
    { name: 'Oudejaarsavond', ours: false, why: 'domain default: 31 December works; there a bank holiday' },
    {
      name: 'Bevrijdingsdag',
      ours: true,
      why: 'domain default: 5 May off every year; there a school holiday',
    },
  ];
  const sundays = ['Pasen', 'Pinksteren'];
  const theirs = new Holidays('NL');
  theirs.setLanguages('nl');

  it.each(Array.from({ length: 16 }, (_, i) => 2020 + i))('%i differs only where listed', (year) => {
    const days = theirs.getHolidays(year).filter((holiday) => holiday.type !== 'observance');
    const off = days.filter(
      (day) =>
        !sundays.includes(day.name) &&
        (DIFFERENT.find((d) => d.name === day.name)?.ours ?? day.type === 'public'),
    );

    expect(holidaysOf(dutchCalendar, year).map(({ date }) => date)).toEqual(
      off.map((day) => day.date.slice(0, 10)).sort(),
    );
    for (const { name: different } of DIFFERENT) {
      expect(days.find((day) => day.name === different)?.type).not.toBe('public');
    }
  });
});

describe('calendar rules', () => {
  it('a holiday moved over New Year is found in the year it lands in', () => {
    const c = calendarWith({ holidays: [{ name, rule: 'fixed', month: 1, day: 1, sundayMoves: -1 }] });

    expect(holidaysOf(c, 2022).map((holiday) => holiday.date)).toEqual(['2022-01-01', '2022-12-31']);
    expect(holidaysOf(c, 2023)).toEqual([]);
  });

  it('29 February exists in leap years only', () => {
    const c = calendarWith({ holidays: [{ name, rule: 'fixed', month: 2, day: 29 }] });

    expect(holidaysOf(c, 2027)).toEqual([]);
    expect(holidaysOf(c, 2028).map((holiday) => holiday.date)).toEqual(['2028-02-29']);
  });

  it('closed wins over open, open over weekend and holiday, weekend over holiday', () => {
    const c: Calendar = {
      ...dutchCalendar,
      closed: [
        { date: '2026-05-15', name },
        { date: '2026-05-18', name },
      ],
      open: ['2026-05-18', '2026-05-05', '2026-05-30'],
    };

    expect(dayOff(c, '2026-05-15')).toEqual({ why: 'closed', name });
    expect(dayOff(c, '2026-05-18')).toEqual({ why: 'closed', name });
    expect(isWorkingDay(c, '2026-05-05')).toBe(true);
    expect(isWorkingDay(c, '2026-05-30')).toBe(true);
    expect(dayOff(c, '2026-12-26')).toEqual({ why: 'weekend' });
    expect(dayOff(c, '2026-12-25')).toEqual({
      why: 'holiday',
      name: { nl: 'Eerste kerstdag', en: 'Christmas Day' },
    });
  });

  it('a changed calendar is a new object and shares nothing with the old one', () => {
    expect(isWorkingDay(dutchCalendar, '2026-05-15')).toBe(true);
    expect(
      isWorkingDay({ ...dutchCalendar, version: 2, closed: [{ date: '2026-05-15', name }] }, '2026-05-15'),
    ).toBe(false);
    expect(isWorkingDay(dutchCalendar, '2026-05-15')).toBe(true);
  });

  it('survives a trip through JSON, frozen or not', () => {
    const copy = Object.freeze(JSON.parse(JSON.stringify(dutchCalendar)) as Calendar);

    expect(copy).toEqual(dutchCalendar);
    expect(isWorkingDay(copy, '2026-04-06')).toBe(false);
  });
});
