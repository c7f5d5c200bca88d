// What follows when a task that a ladder made is done: rest, a new plan, or stopping.
import { addWorkingDays } from '../calendar/index.ts';
import { rePromise } from '../engine/commitments.ts';
import { throwAt, throwToAny } from '../engine/escalations.ts';
import { remove } from '../engine/flow.ts';
import { dateOf } from '../engine/notes.ts';
import { pause } from '../engine/rest.ts';
import { itemKey } from '../engine/task-element.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance, Variables } from '../state.ts';
import { stopInstance } from './instance-acts.ts';
import { postponeTask } from './postpone.ts';

const afterDays = (w: Work, n: number) => addWorkingDays(w.ctx.calendar, dateOf(w, w.at), n).date;

/** A task that a ladder made is done; its last one decides between rest, a new plan and stopping. */
export function ladderTaskDone(
  w: Work,
  inst: ElementInstance,
  outcome: string | undefined,
  data: Variables,
): void {
  const about = inst.task?.about;
  remove(w, inst);
  if (!about || outcome === undefined) return;
  if (outcome === 'rest') letRest(w, about.item);
  if (outcome === 'stop') stopInstance(w, typeof data.why === 'string' ? data.why : 'no answer');
  if (outcome === 'new-plan') newPlan(w, about.item, data);
}

/** Rest is an escalation that the process may catch; where it does not, the whole initiative pauses until somebody wakes it. */
function letRest(w: Work, item: string): void {
  const inst = Object.values(w.state.elements).find((e) => e.task && itemKey(e) === item);
  const caught =
    (inst && inst.d >= 0 ? throwAt(w, inst, 'escalation', 'rest') : undefined) ??
    throwToAny(w, 'escalation', 'rest');
  w.fact({ type: 'escalation.thrown', code: 'rest', ...(caught === undefined ? {} : { caught }) });
  if (caught !== undefined) return;
  w.fact({ type: 'instance.paused', why: 'rest' });
  pause(w);
}

/** A new date for what was chased: as given, else five working days to agree on one. */
function newPlan(w: Work, item: string, data: Variables): void {
  const due = typeof data.due === 'string' ? data.due : undefined;
  if (item in w.state.commitments) return rePromise(w, item, due ?? afterDays(w, 5), 'new plan', true);
  const inst = Object.values(w.state.elements).find((e) => e.task && itemKey(e) === item);
  if (inst) postponeTask(w, inst, due ?? afterDays(w, 5), 'new plan');
}
