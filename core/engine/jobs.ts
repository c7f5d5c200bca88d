// Automatic work: asked of the host, answered under the same key, retried, and cancelled when it is not needed any more.
import type { ElementInstance, Variables } from '../state.ts';
import type { Work } from './work.ts';

/** A story or a test answers this element's work itself, also where the engine would do it. */
export const isAnsweredOutside = (w: Work, element: string): boolean =>
  w.ctx.settings.answeredOutside?.includes(element) ?? false;

export function createJob(
  w: Work,
  inst: ElementInstance,
  { jobType, input, retries }: { jobType: string; input: Variables; retries: number },
): void {
  const key = w.key();
  w.own('jobs')[key] = { key, element: inst.key, jobType, input, retries };
  w.fact({ type: 'job.created', element: inst.element, key: inst.key, job: key, jobType });
  w.command({ do: 'job', key, jobType, input, retries, element: inst.element });
}
