// Automatic work: asked of the host, answered under the same key, retried, and cancelled when it is not needed any more.
import type { ElementInstance, Job, Patience } from '../state.ts';
import type { Work } from './work.ts';

/** A story or a test answers this element's work itself, also where the engine would do it. */
export const isAnsweredOutside = (w: Work, element: string): boolean =>
  w.ctx.settings.answeredOutside?.includes(element) ?? false;

export function createJob(
  w: Work,
  inst: ElementInstance,
  asked: Pick<Job, 'jobType' | 'input' | 'retries' | keyof Patience>,
): void {
  const key = w.key();
  w.fact({ type: 'job.created', element: inst.element, key: inst.key, job: key, jobType: asked.jobType });
  tryJob(w, inst, { key, element: inst.key, ...asked });
}

/** Asks the host for it, the first time or again. */
export function tryJob(w: Work, inst: ElementInstance, job: Job): void {
  w.own('jobs')[job.key] = job;
  w.command({ do: 'job', ...job, element: inst.element });
}
