/** Requests and answers about colleagues who are away: from now on, until a day, with somebody who stands in. */
import { z } from 'zod';
import { LocalDate } from './common.ts';

/** `until`: the last day away; left out, until they are reported back. `deputy`: who is asked to take over; else the coordinator is. Why is nobody's business. */
export const AbsenceReported = z
  .object({ until: LocalDate.optional(), deputy: z.string().optional() })
  .strict();
export const Absence = z.object({
  person: z.string(),
  away: z.object({ until: z.string().optional(), deputy: z.string().optional() }).optional(),
  /** The batch that tells the running instances in which they have a part, when there are any: it goes on after the answer. */
  batch: z.string().optional(),
  instances: z.number().int(),
});
export type Absence = z.infer<typeof Absence>;
