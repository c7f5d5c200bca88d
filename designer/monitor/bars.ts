/** Where bars stand on a calendar: shares of the width between the first and the last day shown. Pure. */
import { addDays, addMonths, daysBetween, type LocalDate } from '../../core/calendar/index.ts';

export interface Scale {
  from: LocalDate;
  to: LocalDate;
  /** First days of months, with their place. */
  months: { date: LocalDate; at: number }[];
  /** Percent of the width at which a day stands. */
  at(date: LocalDate): number;
}

/** From the beginning of the first month to the end of the last; at least three months around today. */
export function scaleOf(dates: readonly LocalDate[], today: LocalDate): Scale {
  const all = [...dates, addMonths(today, -1), addMonths(today, 1)].sort();
  const from = `${(all[0] as string).slice(0, 7)}-01`;
  const to = addDays(addMonths(`${(all.at(-1) as string).slice(0, 7)}-01`, 1), -1);
  const length = daysBetween(from, to);
  const at = (date: LocalDate) => Math.min(100, Math.max(0, (100 * daysBetween(from, date)) / length));
  const months: Scale['months'] = [];
  for (let date = from; date <= to; date = addMonths(date, 1)) months.push({ date, at: at(date) });
  return { from, to, months, at };
}
