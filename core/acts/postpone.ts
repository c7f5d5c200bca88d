// Postponing: a later due moment for a task, with a reason.
import { isLocalDate, toInstant } from '../calendar/index.ts';
import { endChase, startChase } from '../engine/chase.ts';
import { dateOf } from '../engine/notes.ts';
import { itemKey } from '../engine/task-element.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { ElementInstance, Task } from '../state.ts';

/** A new due moment for a task; its ladder begins anew. */
export function postponeTask(w: Work, inst: ElementInstance, until: string, why: string): void {
  const task = inst.task as Task;
  const due = isLocalDate(until) ? toInstant(w.ctx.calendar.zone, until, w.ctx.calendar.dueTime) : until;
  if (due <= w.at)
    throw new Rejected('INVALID_ARGUMENT', `Expected a later moment, got ${until}`, { path: 'until' });
  endChase(w, itemKey(inst), 'postponed');
  const round = task.round + 1;
  w.patch(inst.key, { task: { ...task, due, dueDate: dateOf(w, due), late: false, postponed: true } });
  w.fact({ type: 'element.postponed', element: inst.element, key: inst.key, until: due, why });
  w.fact({
    type: 'due.set',
    item: itemKey(inst),
    element: inst.element,
    due,
    date: dateOf(w, due),
    from: dateOf(w, w.at),
    ledger: [{ date: dateOf(w, due), counted: false, why: 'moved' }],
  });
  startChase(w, {
    item: itemKey(inst),
    ...(inst.d < 0 ? {} : { element: inst.element, d: inst.d }),
    key: inst.key,
    ladder: task.ladder ?? 'none',
    due,
    from: w.at,
    round,
    scope: inst.scope,
  });
}
