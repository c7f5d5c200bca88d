/** Processes that start themselves: by a schedule of days, or by the timer of a start event counted from when it was published. */
import type { Definition, ElementOf } from '../../contract/index.ts';
import {
  addDays,
  addIsoDuration,
  type Calendar,
  type Instant,
  isPlannable,
  localDate,
  parseIsoDuration,
  parseLocal,
  reckon,
  toInstant,
} from '../calendar/index.ts';
import { isCounted } from '../term-kind.ts';
import { startsOn } from './starts-on.ts';

type Start = ElementOf<'startEvent'>;

/** A start event by which a process starts itself, and how often it has. */
export interface SelfStart {
  element: string;
  since: Instant;
  /** Moment of the last start, after which the next is looked for. */
  after: Instant;
  done: number;
}

/** The start events of a definition that need nobody. */
export const selfStartsOf = ({ elements }: Definition): Start[] =>
  elements.filter(
    (e): e is Start =>
      e.type === 'startEvent' &&
      e.parent === undefined &&
      (e.schedule !== undefined || e.triggers?.timer !== undefined),
  );

/** Days looked ahead for a schedule: two years hold every day it can name. */
const HORIZON_DAYS = 740;

/** When it starts next, or undefined when it does not any more. Values worked out from data are not known before a start. */
export function nextSelfStart(
  calendar: Calendar,
  start: Start,
  { since, after, done }: SelfStart,
): Instant | undefined {
  if (start.schedule) {
    const today = localDate(calendar.zone, after);
    for (let day = 0; day <= HORIZON_DAYS; day += 1) {
      const at = startsOn(calendar, start.schedule, addDays(today, day));
      if (at !== undefined && at > after) return at;
    }
    return undefined;
  }
  const timer = start.triggers?.timer;
  if (!timer) return undefined;
  const most =
    timer.times === undefined
      ? 1
      : timer.times === 'unlimited'
        ? Number.POSITIVE_INFINITY
        : Number(timer.times);
  if (done >= most) return undefined;
  if (timer.first === undefined) return timed(calendar, timer.term, since, done + 1);
  const first = timed(calendar, { moment: timer.first }, since, 1);
  return done === 0 || first === undefined ? first : timed(calendar, timer.term, first, done);
}

function timed(
  calendar: Calendar,
  term: NonNullable<NonNullable<Start['triggers']>['timer']>['term'],
  since: Instant,
  times: number,
): Instant | undefined {
  const { zone, messageTime } = calendar;
  if ('moment' in term) {
    if (times > 1) return undefined;
    return isPlannable(term.moment)
      ? toInstant(zone, term.moment, messageTime)
      : parseLocal(zone, term.moment);
  }
  if (!isCounted(term)) {
    const parsed = parseIsoDuration(term.duration);
    if (!parsed) return undefined;
    const { months, days, ms } = parsed;
    return addIsoDuration(zone, since, { months: months * times, days: days * times, ms: ms * times });
  }
  if (typeof term.amount !== 'number') return undefined;
  const { amount, unit, time = messageTime, roll } = term;
  return reckon(calendar, since, {
    amount: amount * times,
    unit,
    time,
    ...(roll === undefined ? {} : { roll }),
  }).at;
}
