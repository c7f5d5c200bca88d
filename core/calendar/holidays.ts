/** The holidays of a calendar in a given year, computed from its rules once per year. */
import type { Bilingual, Calendar, HolidayRule, LocalDate } from './calendar.ts';
import { dayNumberOf, daysInMonth, fromDayNumber, toDayNumber, weekdayOf } from './civil-date.ts';
import { easterSunday } from './easter.ts';

/** A holiday as it falls in one year. */
export interface Holiday {
  date: LocalDate;
  name: Bilingual;
}

type YearIndex = ReadonlyMap<number, Bilingual>;
const indexes = new WeakMap<Calendar, Map<number, YearIndex>>();

function fallsOn(rule: HolidayRule, year: number): number | undefined {
  if (rule.rule === 'easter') return toDayNumber(easterSunday(year)) + rule.offset;
  if (rule.day > daysInMonth(year, rule.month)) return undefined;
  const day = dayNumberOf({ year, month: rule.month, day: rule.day });
  return weekdayOf(day) === 7 ? day + (rule.sundayMoves ?? 0) : day;
}

function computed(c: Calendar, year: number): [day: number, name: Bilingual][] {
  const first = dayNumberOf({ year, month: 1, day: 1 });
  const last = dayNumberOf({ year, month: 12, day: 31 });
  const found: [number, Bilingual][] = [];
  // A rule may push a holiday over New Year, so the neighbouring years are asked too.
  for (const ruleYear of [year - 1, year, year + 1]) {
    if (ruleYear < 0 || ruleYear > 9999) continue;
    for (const rule of c.holidays) {
      const day = fallsOn(rule, ruleYear);
      if (day !== undefined && day >= first && day <= last) found.push([day, rule.name]);
    }
  }
  return found.sort(([a], [b]) => a - b);
}

/** Holidays of a year as a map from day number to name; where two coincide, the name of the rule listed first. */
export function holidayIndex(c: Calendar, year: number): YearIndex {
  const years = indexes.get(c) ?? new Map<number, YearIndex>();
  if (years.size === 0) indexes.set(c, years);
  const index = years.get(year) ?? new Map(computed(c, year).reverse());
  years.set(year, index);
  return index;
}

/** Holidays of a year by date, also those on a weekend; two that coincide are both listed. `closed` and `open` are not applied. */
export function holidaysOf(c: Calendar, year: number): Holiday[] {
  return computed(c, year).map(([day, name]) => ({ date: fromDayNumber(day), name }));
}
