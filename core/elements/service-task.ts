// Service task: a job the host carries out and answers; retried, then an incident.
import { value } from '../engine/expressions.ts';
import { incident } from '../engine/flow.ts';
import { createJob } from '../engine/jobs.ts';
import type { Variables } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

export const serviceTask: Behaviour<'serviceTask'> = {
  waits: true,
  activate(w, inst, element) {
    const input: Variables = {};
    for (const [name, expression] of Object.entries(element.input ?? {})) {
      const r = value(w, inst.key, expression);
      if (!r.ok)
        return incident(w, inst, 'EXPRESSION_ERROR', `${r.message} (input '${name}' of '${element.id}')`, {
          kind: 'activate',
          key: inst.key,
        });
      input[name] = r.value;
    }
    const { job: jobType, retries, retryAfter, timeout } = element;
    createJob(w, inst, {
      jobType,
      input,
      retries,
      ...(retryAfter ? { retryAfter } : {}),
      ...(timeout ? { timeout } : {}),
    });
  },
};
