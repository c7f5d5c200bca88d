// User task: work, a form, a choice or a meeting for people; owned by one person, due on one date, chased.
import { complete } from '../engine/flow.ts';
import { planMeeting } from '../engine/meetings.ts';
import { openParts, openTask, taskPlan } from '../engine/tasks.ts';
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
    const plan = taskPlan(w, inst.d, element, inst.scope);
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
