// Script task: assigns variables by expression (its `set`); runs through.
import { complete } from '../engine/flow.ts';
import { createJob, isAnsweredOutside } from '../engine/jobs.ts';
import type { Behaviour } from './behaviour.ts';

export const scriptTask: Behaviour<'scriptTask'> = {
  waits: false,
  activate(w, inst, element) {
    if (isAnsweredOutside(w, element.id)) createJob(w, inst, { jobType: 'script', input: {}, retries: 0 });
    else complete(w, inst.key);
  },
};
