/** Periods one can choose, as the figures are asked for them. */
import type { LocalDate } from '../../core/calendar/index.ts';
import { addMonths, monthOf, quarterOf, yearOf } from '../../core/calendar/index.ts';

export const PERIODS = ['month', 'lastMonth', 'quarter', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** `month` on 2026-11-23 is `2026-11`. */
export function periodOf(name: PeriodName, today: LocalDate): string {
  if (name === 'month') return monthOf(today);
  if (name === 'lastMonth') return monthOf(addMonths(today, -1));
  return name === 'quarter' ? quarterOf(today) : yearOf(today);
}
