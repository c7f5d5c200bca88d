// How long something lasts, in the units in which it is drawn; for comparing, about how many days that is.
import type { Term } from '../../contract/index.ts';
import { parseIsoDuration } from '../calendar/index.ts';
import { isCounted } from '../term-kind.ts';

export interface Span {
  workingDays: number;
  /** On the calendar; a week is seven. */
  days: number;
  months: number;
  hours: number;
}

export const NO_TIME: Span = { workingDays: 0, days: 0, months: 0, hours: 0 };

export const plus = (a: Span, b: Span): Span => ({
  workingDays: a.workingDays + b.workingDays,
  days: a.days + b.days,
  months: a.months + b.months,
  hours: a.hours + b.hours,
});

/** For comparing only: five working days are a week, twelve months a year. */
export const about = ({ workingDays, days, months, hours }: Span): number =>
  (workingDays * 7) / 5 + days + (months * 365) / 12 + hours / 24;

export const later = (a: Span, b: Span): Span => (about(b) > about(a) ? b : a);

export const sooner = (a: Span, b: Span): Span => (about(b) < about(a) ? b : a);

/** What a term lasts; undefined where data decides. What is counted back lasts nothing more. */
export function spanOf(term: Term): Span | undefined {
  if ('moment' in term) return undefined;
  if (!isCounted(term)) {
    const parts = parseIsoDuration(term.duration);
    if (!parts) return undefined;
    const { months, days, ms } = parts;
    return atLeastNone({ workingDays: 0, days, months, hours: ms / 3_600_000 });
  }
  const { amount, unit } = term;
  if (typeof amount !== 'number') return undefined;
  switch (unit) {
    case 'workingDays':
      return atLeastNone({ ...NO_TIME, workingDays: amount });
    case 'days':
      return atLeastNone({ ...NO_TIME, days: amount });
    case 'weeks':
      return atLeastNone({ ...NO_TIME, days: 7 * amount });
    case 'months':
      return atLeastNone({ ...NO_TIME, months: amount });
    case 'hours':
      return atLeastNone({ ...NO_TIME, hours: amount });
    case 'minutes':
      return atLeastNone({ ...NO_TIME, hours: amount / 60 });
    case 'seconds':
      return atLeastNone({ ...NO_TIME, hours: amount / 3600 });
  }
}

const atLeastNone = (span: Span): Span => (about(span) > 0 ? span : NO_TIME);
