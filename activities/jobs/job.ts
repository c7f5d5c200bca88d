/**
 * A job: automatic work a service task asks for by its type. Adding one is a file here and
 * one of what it is asked in contract/jobs, each named in the list of its folder.
 */
import type { JobContract } from '../../contract/jobs/job-contract.ts';
import type { Registration } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import type { Ask } from '../outside/ask.ts';
import type { Places } from '../place.ts';
import type { Activities } from '../types.ts';

type Input = Parameters<Activities['runJob']>[0];
export type JobAnswer = Awaited<ReturnType<Activities['runJob']>>;

/** One job of one instance; `at` is the moment it is there. */
export interface JobCall<I> extends Omit<Input, 'input'> {
  input: I;
  home: Registration;
  at: string;
  /** Ends when the time for this try is up. */
  signal: AbortSignal;
}

export interface Job<I = unknown> extends JobContract<I> {
  /** Once per instance and key: the same call again changes nothing and gives the same answer, as far as it lies with us. */
  run(call: JobCall<I>, deps: JobDeps): Promise<JobAnswer>;
  /** Takes back what would answer later; jobs that answer at once have nothing to take back. */
  cancel?(call: JobCall<I>, deps: JobDeps): Promise<void>;
}

/** What jobs need beside the rest: sending messages, asking other systems where processes may reach them, and where an instance is. */
export type JobDeps = Deps & { send: Activities['send']; outside: Ask; places: Places };

/** Gives the functions the types of what the job parses. */
export const job = <I>(defined: Job<I>): Job<I> => defined;
