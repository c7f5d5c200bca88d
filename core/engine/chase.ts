// Chasing: a part of every task and commitment. Rungs are moments around the due moment; any answer cancels what is left.
import type { LedgerLine, Rung } from '../../contract/index.ts';
import { type Instant, toLocal } from '../calendar/index.ts';
import type { Chase, Key } from '../state.ts';
import { type ChasedItem, chasedItem, elementOf, ladderOf } from './chased-item.ts';
import { remove } from './flow.ts';
import { announce, dateOf, withdraw } from './notes.ts';
import { closeRaised } from './raised.ts';
import { isHeld } from './rest.ts';
import { leadEnded, leadRuns, restChase } from './resting-chases.ts';
import { changesHands, fireRung, rungMoment, rungNotes } from './rungs.ts';
import { closeTask, termDays } from './tasks.ts';
import { cancelTimer, setTimer } from './timers.ts';
import type { Work } from './work.ts';

interface NewChase {
  item: string;
  element?: string;
  d?: number;
  key?: Key;
  ladder: string;
  due: Instant;
  /** When the term began, for rungs that need a minimum term. */
  from: Instant;
  round: number;
  scope: Key;
  remindMe?: boolean;
}

/**
 * Schedules the rungs of an item. A rung whose moment has passed is skipped, except that the last one which changes an
 * owner or raises fires at once.
 */
export function startChase(w: Work, c: NewChase): void {
  const ladder = c.ladder === 'none' ? undefined : ladderOf(w, c);
  const days = termDays(w, c.from, c.due);
  const rungs: { rung: Rung; at: Instant }[] = [];
  let passed: Rung | undefined;
  for (const rung of ladder?.rungs ?? []) {
    if (rung.when?.termAtLeast !== undefined && days < rung.when.termAtLeast) continue;
    if (rung.when?.remindMe && !c.remindMe) continue;
    const at = rungMoment(w, c.scope, c.due, rung);
    if (at === undefined) continue;
    if (at <= w.at) {
      w.fact({
        type: 'chase.skipped',
        item: c.item,
        ...elementOf(c),
        ladder: c.ladder,
        rung: rung.id,
        why: 'passed',
      });
      if (changesHands(rung)) passed = rung;
    } else rungs.push({ rung, at });
  }
  const chase: Chase = {
    item: c.item,
    ...(c.element === undefined ? {} : { element: c.element }),
    ...(c.d === undefined ? {} : { d: c.d }),
    ...(c.key === undefined ? {} : { key: c.key }),
    ladder: c.ladder,
    due: c.due,
    round: c.round,
    rungs: rungs.map(({ rung, at }) => ({ id: rung.id, at })),
  };
  w.own('chases')[c.item] = chase;
  w.fact({
    type: 'chase.started',
    item: c.item,
    ...elementOf(c),
    ladder: c.ladder,
    due: c.due,
    rungs: chase.rungs.map((r) => ({ rung: r.id, at: r.at })),
  });
  const item = chasedItem(w, c.item);
  if (item && item.side !== 'us' && isHeld(w.state)) restChase(w, c.item);
  else {
    const lead = w.state.told[openKey(w, c, item)];
    arm(w, chase);
    if (lead !== undefined && lead !== '' && leadRuns(w, lead)) restChase(w, c.item, lead);
  }
  if (passed) fireRung(w, c.item, passed.id);
}

const openKey = (w: Work, c: NewChase, item?: ChasedItem) =>
  `${w.state.instance}/${c.item.split('#')[0]}/${c.round}/open/${item?.person ?? ''}`;

/** Sets the timers of a chase and makes its coming mails known to the mailroom of somebody outside. */
export function arm(w: Work, chase: Chase): void {
  if (chase.due > w.at)
    setTimer(w, `${chase.item}!late`, chase.due, { kind: 'late', item: chase.item }, chase.element);
  const ladder = ladderOf(w, chase);
  for (const r of chase.rungs) {
    setTimer(w, `${chase.item}!${r.id}`, r.at, { kind: 'rung', item: chase.item, rung: r.id }, chase.element);
    const rung = ladder?.rungs.find((x) => x.id === r.id);
    for (const note of rung ? rungNotes(w, chase, rung, r.at) : [])
      if (note.kind === 'chase' && note.side !== 'us') announce(w, note);
  }
}

export function disarm(w: Work, chase: Chase): void {
  cancelTimer(w, `${chase.item}!late`, chase.element);
  for (const r of chase.rungs) cancelTimer(w, `${chase.item}!${r.id}`, chase.element);
  withdraw(w, chase.item, 'chase');
}

/** The same chase from another due moment: what is left of it moves along; a rung that would have passed keeps its moment. */
export function rearmChase(w: Work, item: string, due: Instant): void {
  const chase = w.state.chases[item];
  if (!chase) return;
  const scope = chase.key === undefined ? '' : (w.active(chase.key)?.scope ?? '');
  const ladder = ladderOf(w, chase);
  const rungs = chase.rungs.map((r) => {
    const rung = ladder?.rungs.find((x) => x.id === r.id);
    const at = rung && rungMoment(w, scope, due, rung);
    return at !== undefined && at > w.at ? { id: r.id, at } : r;
  });
  if (due === chase.due && rungs.every((r, i) => r.at === chase.rungs[i]?.at)) return;
  disarm(w, chase);
  const moved: Chase = { ...chase, due, rungs };
  w.own('chases')[item] = moved;
  w.fact({
    type: 'chase.resumed',
    item,
    ladder: chase.ladder,
    rungs: rungs.map((r) => ({ rung: r.id, at: r.at })),
  });
  arm(w, moved);
}

/** Everything about an item's chasing stops at once: timers, announced mails, tasks its ladder made, raised items, offers. */
export function endChase(w: Work, item: string, why: string): void {
  const chase = w.state.chases[item];
  if (!chase) return closeRaised(w, item, why);
  const who = chasedItem(w, item);
  disarm(w, chase);
  delete w.own('chases')[item];
  w.fact({ type: 'chase.ended', item, ...elementOf(chase), ladder: chase.ladder, why });
  closeLadderTasks(w, item, why);
  closeRaised(w, item, why);
  if (item in w.state.offers) {
    delete w.own('offers')[item];
    cancelTimer(w, `${item}!offer`);
  }
  const lead = `${w.state.instance}/${item}`;
  if (who?.person !== undefined && who.side !== 'us') w.post(who.person).ended.push(lead);
  leadEnded(w, lead);
}

/** Stops what is left of a ladder but leaves the item open (somebody was reached). */
export function answerChase(w: Work, item: string, why: string): void {
  const chase = w.state.chases[item];
  if (!chase) return;
  const { due } = chase;
  endChase(w, item, why);
  const quiet: Chase = { ...chase, rungs: [] };
  delete quiet.rests;
  w.own('chases')[item] = quiet;
  if (due > w.at) setTimer(w, `${item}!late`, due, { kind: 'late', item }, chase.element);
}

export function closeLadderTasks(w: Work, item: string, why: string): void {
  for (const inst of Object.values(w.state.elements)) {
    if (inst.task?.about?.item !== item) continue;
    closeTask(w, inst, why);
    remove(w, inst);
  }
}

/** Records a moved due moment on the item itself. */
export function moveDue(w: Work, item: string, due: Instant, ledger: LedgerLine[]): void {
  const date = toLocal(w.ctx.calendar.zone, due).date;
  const chase = w.state.chases[item];
  const c = w.state.commitments[item];
  if (c) w.own('commitments')[item] = { ...c, due: date };
  else if (chase?.key !== undefined) {
    const inst = w.active(chase.key);
    if (inst?.task) w.patch(chase.key, { task: { ...inst.task, due, dueDate: date } });
  }
  w.fact({
    type: 'due.set',
    item,
    ...(chase ? elementOf(chase) : {}),
    due,
    date,
    from: dateOf(w, w.at),
    ledger,
  });
}

/** The due moment passed. */
export function markLate(w: Work, item: string): void {
  const c = w.state.commitments[item];
  const chase = w.state.chases[item];
  if (c) {
    w.own('commitments')[item] = { ...c, status: 'late' };
    w.fact({ type: 'commitment.late', commitment: item, due: c.due });
    return;
  }
  const inst = chase?.key === undefined ? undefined : w.active(chase.key);
  if (!chase || !inst?.task) return;
  w.patch(inst.key, { task: { ...inst.task, late: true } });
  w.fact({ type: 'task.late', element: inst.element, key: inst.key, task: inst.task.name, due: chase.due });
}
