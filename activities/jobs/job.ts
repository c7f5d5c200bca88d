/** A built-in job: automatic work a service task asks for by its type. */
import type { Registration } from '../../store/index.ts';
import type { Activities } from '../types.ts';

type Input = Parameters<Activities['runJob']>[0];
export type JobAnswer = Awaited<ReturnType<Activities['runJob']>>;

/** One job of one instance; `at` is the moment it is there. */
export interface JobCall extends Input {
  home: Registration;
  at: string;
}

export interface Job {
  run(call: JobCall): Promise<JobAnswer>;
  /** Takes back what would answer later; jobs that answer at once have nothing to take back. */
  cancel?(call: JobCall): Promise<void>;
}
