// The moments of one day at which a process starts itself, counted from when it was published.
import type { ElementOf } from '../../contract/index.ts';
import { addDays, type Calendar, type Instant, type LocalDate, toInstant } from '../calendar/index.ts';
import { nextSelfStart } from './self-starts.ts';
import { startsOn } from './starts-on.ts';

type Start = ElementOf<'startEvent'>;

/** More often than this in a day nothing starts itself. */
export const MOST_A_DAY = 1_000;

/** In order, at most `MOST_A_DAY`. */
export function selfStartsOn(calendar: Calendar, start: Start, since: Instant, date: LocalDate): Instant[] {
  const [from, to] = [date, addDays(date, 1)].map((day) => toInstant(calendar.zone, day, '00:00')) as [
    Instant,
    Instant,
  ];
  if (start.schedule) {
    const at = startsOn(calendar, start.schedule, date);
    return at === undefined || at < since ? [] : [at];
  }
  const nth = (done: number) =>
    nextSelfStart(calendar, start, { element: start.id, since, after: since, done });
  const moments: Instant[] = [];
  for (let done = firstFrom(nth, from); moments.length < MOST_A_DAY; done += 1) {
    const at = nth(done);
    if (at === undefined || at >= to) break;
    if (at >= from && at >= since) moments.push(at);
  }
  return moments;
}

/** How many lie before a moment, by doubling and halving: they only go forward. */
function firstFrom(nth: (done: number) => Instant | undefined, from: Instant): number {
  const isBefore = (done: number) => {
    const at = nth(done);
    return at !== undefined && at < from;
  };
  let high = 1;
  while (isBefore(high)) high *= 2;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
