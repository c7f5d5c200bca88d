/** What a job is, without how it is done: its name, what goes in and what comes out. */
import type { ZodType } from 'zod';
import type { Text } from '../text.ts';

export interface JobContract<I = unknown> {
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
}

/** Keeps the type of what goes in. */
export const jobContract = <I>(contract: JobContract<I>): JobContract<I> => contract;
