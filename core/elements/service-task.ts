// Service task: a job the host carries out and answers; retried, then an incident.
import { value } from '../engine/expressions.ts';
import { incident } from '../engine/flow.ts';
import type { Variables } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

export const serviceTask: Behaviour<'serviceTask'> = {
  waits: true,
  activate(w, inst, element) {
    const input: Variables = {};
    for (const [name, expression] of Object.entries(element.input ?? {})) {
      const r = value(w, inst.scope, expression);
      if (!r.ok)
        return incident(w, inst, 'EXPRESSION_ERROR', `${r.message} (input '${name}' of '${element.id}')`, {
          kind: 'activate',
          key: inst.key,
        });
      input[name] = r.value;
    }
    const key = w.key();
    const { job: jobType, retries } = element;
    w.own('jobs')[key] = { key, element: inst.key, jobType, input, retries };
    w.fact({ type: 'job.created', element: element.id, key: inst.key, job: key, jobType });
    w.command({ do: 'job', key, jobType, input, retries, element: element.id });
  },
};
