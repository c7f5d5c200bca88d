// A changed calendar counts again what is still to come: waits, due moments and rungs; what has come stays (docs/domain.md).
import type { Instant } from '../calendar/index.ts';
import { armTimer } from './boundaries.ts';
import { rearmChase } from './chase.ts';
import { dueMoment } from './commitments.ts';
import { boundariesAt } from './compiled.ts';
import { announceAhead } from './look-ahead.ts';
import { itemKey, taskElement } from './task-element.ts';
import { taskPlan } from './tasks.ts';
import { countTerm, countTimer } from './terms.ts';
import { cancelTimer, setTimer } from './timers.ts';
import type { Work } from './work.ts';

/** Counts everything again with the calendar of `w.ctx`. Dates that somebody chose stay. */
export function recalculate(w: Work): void {
  for (const key of Object.keys(w.state.elements)) waits(w, key);
  for (const inst of Object.values(w.state.elements)) {
    const { task } = inst;
    if (!task?.due || inst.d < 0 || task.postponed || task.due <= w.at) continue;
    const { term } = taskPlan(w, inst.d, taskElement(w, inst), inst.scope);
    const r = countTerm(w, { d: inst.d, scope: inst.scope, activated: inst.since }, term);
    if (!r.ok || r.value.at === task.due || r.value.at <= w.at) continue;
    w.patch(inst.key, { task: { ...task, due: r.value.at, dueDate: r.value.date } });
    w.fact({
      type: 'due.set',
      item: itemKey(inst),
      element: inst.element,
      due: r.value.at,
      date: r.value.date,
      from: r.value.from,
      ledger: r.value.ledger,
    });
  }
  for (const chase of Object.values(w.state.chases)) {
    const commitment = w.state.commitments[chase.item];
    const inst = chase.key === undefined ? undefined : w.active(chase.key);
    const due = commitment ? dueMoment(w, commitment.due) : inst?.task?.due;
    if (due !== undefined && !chase.rests) rearmChase(w, chase.item, due);
  }
}

function waits(w: Work, key: string): void {
  const inst = w.active(key);
  if (!inst || inst.d < 0) return;
  const element = w.element(inst);
  const timer = w.state.timers[key];
  if (
    timer?.kind === 'wait' &&
    !timer.postponed &&
    element.type === 'intermediateCatchEvent' &&
    element.triggers.timer
  ) {
    const r = countTimer(w, { d: inst.d, scope: inst.scope, activated: inst.since }, element.triggers.timer, {
      time: w.ctx.calendar.messageTime,
    });
    if (r.ok && r.value.at !== timer.at && r.value.at > w.at) moveWait(w, key, r.value.at, element.id);
  }
  for (const b of boundariesAt(w.process(inst.d), inst)) {
    const id = `${key}/${b.id}`;
    if (!(id in w.state.timers)) continue;
    cancelTimer(w, id, b.id);
    armTimer(w, inst, b, inst.fired?.[b.id] ?? 0);
  }
}

function moveWait(w: Work, key: string, at: Instant, element: string): void {
  cancelTimer(w, key, element);
  setTimer(w, key, at, { kind: 'wait', key }, element);
  const inst = w.active(key);
  if (inst) announceAhead(w, inst.d, element, inst.scope, at);
}
