/** A job: automatic work a service task asks for by its type. Adding one is a file in this folder, and its name in index.ts. */
import type { ZodType } from 'zod';
import type { Text } from '../../contract/index.ts';
import type { Registration } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import type { Ask } from '../outside/ask.ts';
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

export interface Job<I = unknown> {
  type: string;
  /** What coordinators see. */
  name: Text;
  about: Text;
  /** What goes in; its fields are described, and shown to who draws. */
  input: ZodType<I>;
  /** What comes out. */
  result: ZodType;
  /** Reaches other systems: a rehearsal passes over it. */
  outside?: true;
  /** Once per instance and key: the same call again changes nothing and gives the same answer, as far as it lies with us. */
  run(call: JobCall<I>, deps: JobDeps): Promise<JobAnswer>;
  /** Takes back what would answer later; jobs that answer at once have nothing to take back. */
  cancel?(call: JobCall<I>, deps: JobDeps): Promise<void>;
}

/** What jobs need beside the rest: sending messages, and asking other systems where processes may reach them. */
export type JobDeps = Deps & { send: Activities['send']; outside: Ask };

/** Gives the functions the types of what the job parses. */
export const job = <I>(defined: Job<I>): Job<I> => defined;
