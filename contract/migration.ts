// Moving running instances to another version: what stands in the way, what is rescheduled, and the verdict before anything moves.
import { z } from 'zod';

export const MigrationProblem = z
  .object({
    /** Element of the old version; for a wait that would never end, of the new one. */
    element: z.string(),
    key: z.string().optional(),
    code: z.enum([
      'no-target',
      'unknown-target',
      'other-kind',
      'other-part',
      'other-repetition',
      'join-flow',
      'would-wait-forever',
    ]),
    message: z.string(),
    /** What could be chosen: elements of the new version, the likeliest first. */
    candidates: z.array(z.string()),
  })
  .strict();
export type MigrationProblem = z.infer<typeof MigrationProblem>;

/** A moment that would change: of a task, a wait, a boundary event. */
export const Rescheduled = z
  .object({ item: z.string(), from: z.string().optional(), to: z.string().optional() })
  .strict();
export type Rescheduled = z.infer<typeof Rescheduled>;

/** What an act would begin, end and change; `refused` when it would not be done. */
export const ActPreview = z
  .object({
    refused: z.object({ code: z.string(), message: z.string(), path: z.string().optional() }).optional(),
    begins: z.array(z.object({ key: z.string(), element: z.string(), task: z.string().optional() })),
    ends: z.array(z.object({ key: z.string(), element: z.string(), task: z.string().optional() })),
    rescheduled: z.array(Rescheduled),
    /** Of the instance as a whole. */
    variables: z.array(z.object({ name: z.string(), from: z.json(), to: z.json() })),
  })
  .strict();
export type ActPreview = z.infer<typeof ActPreview>;

/** `safe`: it can go as it stands. `choice`: something has to be decided. `impossible`: nothing of the new version would do. */
export const MigrationPlan = z
  .object({
    verdict: z.enum(['safe', 'choice', 'impossible']),
    /** Where each element goes that something of the instance stands at or hangs on. */
    mapping: z.record(z.string(), z.string()),
    problems: z.array(MigrationProblem),
    rescheduled: z.array(Rescheduled),
  })
  .strict();
export type MigrationPlan = z.infer<typeof MigrationPlan>;
