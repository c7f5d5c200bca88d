/** The period that ended before a date: what a report made on that day is about. */
import { addDays, type LocalDate, monthOf, quarterOf, yearOf } from '../calendar/index.ts';

const FIRST_MONTH: Record<string, string> = { 1: '01', 2: '04', 3: '07', 4: '10' };

/** `periodBefore('month', '2026-04-01')` → `2026-03`. */
export function periodBefore(of: 'month' | 'quarter' | 'year', date: LocalDate): string {
  switch (of) {
    case 'month':
      return monthOf(addDays(`${monthOf(date)}-01`, -1));
    case 'quarter': {
      const [year = '', quarter = ''] = quarterOf(date).split('-Q');
      return quarterOf(addDays(`${year}-${FIRST_MONTH[quarter]}-01`, -1));
    }
    case 'year':
      return yearOf(addDays(`${yearOf(date)}-01-01`, -1));
  }
}
