/** Reads dates as the scenarios write them, `Fri 3 Apr 2026 17:00`, and refuses a weekday that does not fit. */
import { type LocalDate, weekday } from '../../../core/calendar/index.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function readDate(text: string): { date: LocalDate; time: string | undefined } {
  const [dayName = '', day = '', monthName = '', year = '', time] = text.split(' ');
  const month = MONTHS.indexOf(monthName) + 1;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (WEEKDAYS[weekday(date) - 1] !== dayName) throw new Error(`'${text}' is not on a ${dayName}`);
  return { date, time };
}

export function writeDate(date: LocalDate, time?: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const written = `${WEEKDAYS[weekday(date) - 1]} ${day} ${MONTHS[(month ?? 0) - 1]} ${year}`;
  return time === undefined ? written : `${written} ${time}`;
}
