// Cron lines of six fields, as far as they name one moment of a day, week, month or year.
import type { Schedule } from '../../contract/index.ts';
import { inTable } from '../in-table.ts';

const DAYS: Record<string, number> = { MON: 1, TUE: 2, WED: 3, THU: 4, FRI: 5, SAT: 6, SUN: 7 };
const MACROS: Record<string, Schedule> = {
  '@yearly': { of: 'year', day: 1, time: '00:00' },
  '@annually': { of: 'year', day: 1, time: '00:00' },
  '@monthly': { of: 'month', day: 1, time: '00:00' },
  '@weekly': { of: 'week', day: 7, time: '00:00' },
  '@daily': { of: 'day', time: '00:00' },
  '@midnight': { of: 'day', time: '00:00' },
};

export const looksLikeCron = (text: string): boolean =>
  text.startsWith('@') || /^[\d*?/,\-LW#A-Za-z]+(\s+[\d*?/,\-LW#A-Za-z]+){4,6}$/.test(text);

/**
 * @param sundayIs the number of Sunday: 1 in Quartz (Camunda 7, Flowable), 0 or 7 in Spring (Camunda 8).
 * @returns undefined when it names more than one moment, or none that a schedule has.
 */
export function scheduleOf(cron: string, sundayIs: 0 | 1): Schedule | undefined {
  const macro = inTable(MACROS, cron.trim().toLowerCase());
  if (macro) return macro;
  const [second, minute, hour, dayOfMonth, month, dayOfWeek, year, ...more] = cron
    .trim()
    .toUpperCase()
    .split(/\s+/);
  if (dayOfWeek === undefined || more.length > 0 || (year !== undefined && year !== '*')) return undefined;
  const [s, m, h] = [within(second, 0, 59), within(minute, 0, 59), within(hour, 0, 23)];
  if (s !== 0 || m === undefined || h === undefined) return undefined;
  const time = `${two(h)}:${two(m)}`;
  const [anyDay, anyWeekday, anyMonth] = [isAny(dayOfMonth), isAny(dayOfWeek), isAny(month)];
  if (anyDay && anyWeekday && anyMonth) return { of: 'day', time };
  if (anyDay && anyMonth) {
    const day = weekday(dayOfWeek, sundayIs);
    return day === undefined ? undefined : { of: 'week', day, time };
  }
  if (!anyWeekday) return undefined;
  const day = dayOfMonth === 'L' ? -1 : within(dayOfMonth, 1, 31);
  if (day === undefined) return undefined;
  if (anyMonth) return { of: 'month', day, time };
  return month === '1' || month === 'JAN' ? { of: 'year', day, time } : undefined;
}

const isAny = (field: string | undefined): boolean => field === '*' || field === '?';
const two = (n: number): string => String(n).padStart(2, '0');

function within(field: string | undefined, least: number, most: number): number | undefined {
  if (field === undefined || !/^\d{1,2}$/.test(field)) return undefined;
  const n = Number(field);
  return n >= least && n <= most ? n : undefined;
}

function weekday(field: string, sundayIs: 0 | 1): number | undefined {
  const named = inTable(DAYS, field);
  if (named !== undefined) return named;
  const n = within(field, 0, 7);
  if (n === undefined || n < sundayIs) return undefined;
  const fromSunday = (n - sundayIs) % 7;
  return fromSunday === 0 ? 7 : fromSunday;
}

const WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** A schedule as a cron line that reads back the same, where there is one. */
export function cronOf({ of, workingDay, day, time }: Schedule): string | undefined {
  if (workingDay !== undefined) return undefined;
  const [hour, minute] = time.split(':').map(Number);
  const at = `0 ${minute} ${hour}`;
  if (of === 'day') return day === undefined ? `${at} * * ?` : undefined;
  if (of === 'week') return day !== undefined && WEEK[day - 1] ? `${at} ? * ${WEEK[day - 1]}` : undefined;
  if (day === undefined || !(day === -1 || (day >= 1 && day <= 31)) || of === 'quarter') return undefined;
  if (of === 'year' && day === -1) return undefined;
  return `${at} ${day === -1 ? 'L' : day} ${of === 'year' ? '1' : '*'} ?`;
}
