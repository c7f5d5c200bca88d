// Chases that rest, in a pause of the initiative or under the chase that leads, and go on with the working days they had left.

import type { Note } from '../../contract/index.ts';
import { type Instant, putBack, workingDaysLeft } from '../calendar/index.ts';
import type { Chase } from '../state.ts';
import { arm, closeLadderTasks, disarm, moveDue } from './chase.ts';
import { elementOf } from './chased-item.ts';
import { dateOf } from './notes.ts';
import { cancelTimer, setTimer } from './timers.ts';
import type { Work } from './work.ts';

/** A lead in another instance is taken to run until its mailroom says otherwise. */
export function leadRuns(w: Work, lead: string): boolean {
  const prefix = `${w.state.instance}/`;
  return !lead.startsWith(prefix) || lead.slice(prefix.length) in w.state.chases;
}

/** A leading mail told these coming rungs; they are done, and the rest of the chase rests under the lead. */
export function rungTold(w: Work, note: Note, lead: string): boolean {
  const item = note.chase;
  const chase = item === undefined ? undefined : w.state.chases[item];
  const rung = typeof note.data.rung === 'string' ? note.data.rung : undefined;
  if (item === undefined || !chase || rung === undefined) return false;
  cancelTimer(w, `${item}!${rung}`, chase.element);
  w.own('chases')[item] = { ...chase, rungs: chase.rungs.filter((r) => r.id !== rung) };
  w.fact({
    type: 'chase.fired',
    item,
    ...elementOf(chase),
    ladder: chase.ladder,
    rung,
    due: chase.due,
    told: lead,
  });
  if (lead !== `${w.state.instance}/${item}` && leadRuns(w, lead)) restChase(w, item, lead);
  return true;
}

/** Puts a chase to rest, keeping the working days each rung had left (and the due moment's, unless it rests under a lead). */
export function restChase(w: Work, item: string, under?: string): void {
  const chase = w.state.chases[item];
  if (!chase || chase.rests) return;
  disarm(w, chase);
  // Nobody is asked to call somebody who is left in peace.
  if (under === undefined) closeLadderTasks(w, item, 'rests');
  const left = (at: Instant) => workingDaysLeft(w.ctx.calendar, w.at, at);
  w.own('chases')[item] = {
    ...chase,
    rests: {
      since: w.at,
      left: chase.rungs.map((r) => ({ id: r.id, time: left(r.at) })),
      ...(under === undefined ? { due: left(chase.due) } : { under }),
    },
  };
  if (under !== undefined && chase.due > w.at)
    setTimer(w, `${item}!late`, chase.due, { kind: 'late', item }, chase.element);
  w.fact({
    type: 'chase.rested',
    item,
    ladder: chase.ladder,
    ...(under === undefined ? {} : { under }),
  });
}

/** Goes on with the working days that were left. */
export function resumeChase(w: Work, item: string): void {
  const chase = w.state.chases[item];
  if (!chase?.rests) return;
  const { rests, ...awake } = chase;
  cancelTimer(w, `${item}!late`, chase.element);
  const due = rests.due === undefined ? chase.due : putBack(w.ctx.calendar, w.at, rests.due);
  const rungs = rests.left.map((r) => ({ id: r.id, at: putBack(w.ctx.calendar, w.at, r.time) }));
  const resumed: Chase = { ...awake, due, rungs };
  w.own('chases')[item] = resumed;
  if (due !== chase.due) moveDue(w, item, due, [{ date: dateOf(w, due), counted: false, why: 'moved' }]);
  w.fact({
    type: 'chase.resumed',
    item,
    ladder: chase.ladder,
    rungs: rungs.map((r) => ({ rung: r.id, at: r.at })),
  });
  arm(w, resumed);
}

/** The chase that led has ended: what rested under it goes on. */
export function leadEnded(w: Work, lead: string): void {
  for (const [key, by] of Object.entries(w.state.told)) if (by === lead) w.own('told')[key] = '';
  for (const chase of Object.values(w.state.chases))
    if (chase.rests?.under === lead) resumeChase(w, chase.item);
}
