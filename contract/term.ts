// Terms and ladders: when something is due and how it is chased (docs/domain.md, "Time and chasing").
import { z } from 'zod';
import { Feel } from './feel.ts';
import { Text } from './text.ts';

export const Unit = z.enum(['workingDays', 'days', 'weeks', 'months', 'hours', 'minutes', 'seconds']);
export type Unit = z.infer<typeof Unit>;

/**
 * Where a term counts from: the activation of its own element (default), the start of the instance,
 * another element (its last completion, or its last activation), or a date held in a variable.
 */
export const Anchor = z.union([
  z.literal('activation'),
  z.literal('start'),
  z.object({ element: z.string(), moment: z.enum(['activated', 'completed']).default('completed') }).strict(),
  z.object({ variable: z.string() }).strict(),
]);
export type Anchor = z.infer<typeof Anchor>;

/** A number, or a FEEL expression that gives one. */
export const Amount = z.union([z.number(), Feel]);
export type Amount = z.infer<typeof Amount>;

/**
 * A period from an anchor to a moment. Negative amounts count back ("10 working days before the end").
 * `time` is local HH:MM (default: the calendar's due time, 17:00; waits use the message time, 09:00).
 * `roll: false` leaves a date on a non-working day where it is (a pilot's end).
 */
export const CountedTerm = z
  .object({
    amount: Amount,
    unit: Unit,
    from: Anchor.optional(),
    time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    roll: z.boolean().optional(),
  })
  .strict();
export type CountedTerm = z.infer<typeof CountedTerm>;

/** Exactly so long after the anchor, as BPMN's `timeDuration`: ISO 8601 (`P3D`, `PT1H30M`), or FEEL that gives it. */
export const ExactTerm = z.object({ duration: Feel, from: Anchor.optional() }).strict();
export type ExactTerm = z.infer<typeof ExactTerm>;

/** A moment or a date, as BPMN's `timeDate`: ISO 8601 (without zone: the organisation's), or FEEL that gives it. */
export const MomentTerm = z.object({ moment: Feel }).strict();
export type MomentTerm = z.infer<typeof MomentTerm>;

export const Term = z.union([CountedTerm, ExactTerm, MomentTerm]);
export type Term = z.infer<typeof Term>;

/** Who gets a message or a task from a rung: the owner of what is chased, `other` the owner by another channel, or a role. */
const RungAct = z.discriminatedUnion('act', [
  z
    .object({
      act: z.literal('notify'),
      to: z.string(),
      cc: z.array(z.string()).optional(),
      /** Key of a text in core/texts, or of the definition's `texts`. */
      text: z.string(),
      /** `headsUp` before, `chase` after the due moment, `honest` tells the one who waits. */
      kind: z.enum(['headsUp', 'chase', 'honest', 'dated']),
      /** By the recipient's second channel. */
      otherChannel: z.boolean().optional(),
      buttons: z.array(z.string()).optional(),
    })
    .strict(),
  z.object({ act: z.literal('offer'), to: z.string() }).strict(),
  z.object({ act: z.literal('raise'), to: z.string(), kind: z.string().optional() }).strict(),
  z
    .object({
      act: z.literal('task'),
      role: z.string(),
      name: Text,
      term: Term,
      ladder: z.string().optional(),
      outcomes: z.array(z.object({ id: z.string(), label: Text }).strict()).optional(),
    })
    .strict(),
]);
export type RungAct = z.infer<typeof RungAct>;

export const Rung = z
  .object({
    /** `-1`, `+3`: part of task names (`c2.INIT.+15`), so stable. */
    id: z.string(),
    amount: z.number(),
    unit: Unit.default('workingDays'),
    /** Rungs count from the due moment, unless from a date variable. */
    from: z.object({ variable: z.string() }).strict().optional(),
    when: z
      .object({ termAtLeast: z.number().optional(), remindMe: z.boolean().optional() })
      .strict()
      .optional(),
    acts: z.array(RungAct).min(1),
  })
  .strict();
export type Rung = z.infer<typeof Rung>;

export const Ladder = z
  .object({
    id: z.string(),
    name: Text,
    /** A logged contact that reached the owner counts as an answer and ends the chase. */
    contactAnswers: z.boolean().optional(),
    rungs: z.array(Rung),
  })
  .strict();
export type Ladder = z.infer<typeof Ladder>;
