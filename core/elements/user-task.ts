// User task: work, a form, a choice or a meeting for people; owned by one person, due on one date, chased.
import { type Answer, value } from '../engine/expressions.ts';
import { complete, incident } from '../engine/flow.ts';
import { planMeeting } from '../engine/meetings.ts';
import { personOf } from '../engine/people.ts';
import type { UserTask } from '../engine/task-element.ts';
import { openParts, openTask, type Part, taskPlan } from '../engine/tasks.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

export const userTask: Behaviour<'userTask'> = {
  waits: true,
  activate(w, inst, element) {
    const filled = element.skipWhenSet;
    if (filled?.length) {
      const variables = w.variables(inst.scope);
      if (filled.every((name) => variables[name] !== undefined && variables[name] !== null)) {
        return complete(w, inst.key, element.outcomes?.find((o) => o.default)?.id);
      }
    }
    if (element.perPerson) return openParts(w, inst, element);
    const meant = personMeant(w, inst, element);
    if (!meant.ok)
      return incident(w, inst, 'EXPRESSION_ERROR', `${meant.message} (person of '${element.id}')`, {
        kind: 'activate',
        key: inst.key,
      });
    const plan = taskPlan(w, inst.d, element, inst.scope, meant.value);
    openTask(w, inst, element, plan);
    const planned = w.state.plans[element.id];
    if (plan.owner === undefined && w.active(inst.key)?.task) {
      const key = w.key();
      w.own('jobs')[key] = {
        key,
        element: inst.key,
        jobType: 'resolve',
        input: { role: plan.role },
        retries: 0,
      };
      w.command({ do: 'resolve', key, role: plan.role });
    } else if (planned) planMeeting(w, inst.key, planned);
  },
};

/** The one person it is for, where the drawing says who. */
function personMeant(w: Work, inst: ElementInstance, element: UserTask): Answer<Part | undefined> {
  if (element.person === undefined) return { ok: true, value: undefined };
  const r = value(w, inst.key, element.person);
  if (!r.ok) return r;
  if (r.value === null) return { ok: true, value: undefined };
  if (typeof r.value !== 'string')
    return { ok: false, message: `Expected one person, but got ${JSON.stringify(r.value)}` };
  const person = personOf(w.state, r.value)?.person ?? r.value;
  return { ok: true, value: { person, role: element.roles[0] as string } };
}
