// Built-in jobs of service tasks: what goes in and what comes out, the same in the simulator and on the server.
import { z } from 'zod';

/**
 * A place in a capacity (free room, voucher hours). `booking` says what it is held under, by default the instance, so that one
 * instance holds a place once however often it asks. `force` books above the total. A capacity nobody has set has no limit.
 */
export const CapacityInput = z
  .object({
    capacity: z.string().min(1),
    amount: z.number().int().positive().default(1),
    booking: z.string().min(1).optional(),
    force: z.boolean().optional(),
  })
  .strict();
export type CapacityInput = z.infer<typeof CapacityInput>;

/** `taken` false: it was full (or others wait) and nothing was booked. `above`: booked above the total. */
export type CapacityResult = { taken: boolean; above: boolean };

/** Learnings, counts and other results worth keeping after the instance: everything in `input` under its `kind`. */
export const RecordInput = z.object({ kind: z.string().min(1).default('record') }).catchall(z.json());
export type RecordInput = z.infer<typeof RecordInput>;

/** Freezes the figures of a period: the one before the day it is asked, unless it names one; of one team, or of all. */
export const FreezeInput = z
  .object({
    of: z.enum(['month', 'quarter', 'year']).default('month'),
    period: z.string().nullish(),
    team: z.string().nullish(),
  })
  .strict();
export type FreezeInput = z.infer<typeof FreezeInput>;

/** Which report it is, and who is asked about the words on their initiative; ids only. */
export const FreezeResult = z.object({
  id: z.string(),
  period: z.string(),
  from: z.string(),
  to: z.string(),
  asks: z.array(z.object({ initiative: z.string(), person: z.string() })),
});
export type FreezeResult = z.infer<typeof FreezeResult>;

/** What people added to a report: the comment, and what each initiative answered (null: silent). */
export const ReportNoteInput = z
  .object({
    comment: z.string().nullable().default(null),
    consents: z
      .array(
        z
          .object({
            initiative: z.string(),
            consent: z.enum(['withName', 'anonymous', 'no']).nullable().default(null),
            wish: z.string().nullable().default(null),
          })
          .nullable(),
      )
      .nullable()
      .default(null),
  })
  .strict();
export type ReportNoteInput = z.infer<typeof ReportNoteInput>;
