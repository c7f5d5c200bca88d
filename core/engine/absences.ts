// Somebody is away until a day: the day after they are there again, without anybody saying so.
import { addDays, toInstant } from '../calendar/index.ts';
import { shownItem } from './item-name.ts';
import { itemsOf } from './offers.ts';
import { cancelTimer, setTimer } from './timers.ts';
import type { Work } from './work.ts';

/** From this version on an absence ends by its date; before, somebody had to report the return. */
const ENDS_BY_ITS_DATE = 4;

const timerOf = (person: string): string => `${person}!back`;

/** `until`: the last day on which they are away. */
export function away(w: Work, person: string, more: { until?: string; deputy?: string }): void {
  w.own('absent')[person] = more;
  cancelTimer(w, timerOf(person));
  if (more.until === undefined || w.state.engine < ENDS_BY_ITS_DATE) return;
  const morning = toInstant(w.ctx.calendar.zone, addDays(more.until, 1), '00:00');
  setTimer(w, timerOf(person), morning, { kind: 'back', person });
}

/** A list of what is still open; nothing moves by itself. */
export function hereAgain(w: Work, person: string): void {
  delete w.own('absent')[person];
  cancelTimer(w, timerOf(person));
  w.fact({ type: 'person.back', person, items: itemsOf(w, person).map(shownItem) });
}
