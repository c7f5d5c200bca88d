// Notes to the mailroom: what should be told to whom, before it has become a mail. Keys and dates only, no names or addresses.
import { z } from 'zod';

export const NoteKind = z.enum([
  'confirmation', // of what somebody just did: at once, also at night
  'request', // it is somebody's turn
  'news', // done, re-promised, handed over
  'headsUp',
  'chase', // may be shifted for bundling
  'checkIn', // may be shifted for bundling
  'honest', // we are late and say so: never shifted
  'dated', // has its own date: never shifted
  'result', // never shifted
  'inbox', // staff: work arrived
  'raise',
  'invite', // carries a calendar entry
]);
export type NoteKind = z.infer<typeof NoteKind>;

export const Note = z
  .object({
    /** Stable: instance, item, round, rung, recipient. The Message-ID is made from it. */
    key: z.string(),
    /** Where it belongs: an instance, or a process that people talk about (`placeOfProcess`). */
    instance: z.string(),
    /** Person id. */
    to: z.string(),
    role: z.string(),
    side: z.enum(['initiator', 'us', 'partner', 'volunteer']),
    kind: NoteKind,
    /** Items it is about, as people and tests name them: `n3`, `c2`, `n9.confirm`. */
    about: z.array(z.string()),
    /** `std:` key of a text in core/texts, `def:` hash and key of the definition's own, or `own`: its data holds the words. */
    text: z.string(),
    data: z.record(z.string(), z.json()),
    /** When it should go, if nothing shifts it. */
    at: z.string(),
    /** Whether a person's act caused it; then it goes at once to those outside the organisation. */
    act: z.boolean(),
    otherChannel: z.boolean().optional(),
    buttons: z.array(z.string()).optional(),
    /** Item whose chase it belongs to. */
    chase: z.string().optional(),
    /** A calendar entry to attach: stable uid, sequence. */
    invite: z
      .object({
        uid: z.string(),
        sequence: z.number(),
        at: z.string(),
        minutes: z.number(),
        place: z.string().optional(),
        cancelled: z.boolean().optional(),
      })
      .optional(),
    /** Sent late because we could not send earlier; the text apologises. */
    late: z.boolean().optional(),
  })
  .strict();
export type Note = z.infer<typeof Note>;

/** A message as it goes out: one or more notes to one person through one channel. */
export const OutgoingMessage = z
  .object({
    /** Key of its first note plus the count of the mailroom; stable. */
    key: z.string(),
    to: z.string(),
    channel: z.enum(['mail', 'sms', 'post', 'call']),
    at: z.string(),
    notes: z.array(Note).min(1),
  })
  .strict();
export type OutgoingMessage = z.infer<typeof OutgoingMessage>;
