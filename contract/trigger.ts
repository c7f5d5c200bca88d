// What sets an event going: a moment, a message, a condition, a signal and the rest (BPMN 2.0 §10.5).
import { z } from 'zod';
import { Feel } from './feel.ts';
import { Amount, Term } from './term.ts';

/** A point in time, or a row of them. */
export const TimerTrigger = z
  .object({
    term: Term,
    /**
     * Repeats: the n-th firing is the anchor plus n times the amount, `times` times (a number or FEEL), or for as long as
     * what it stands beside is active.
     */
    times: z.union([Amount, z.literal('unlimited')]).optional(),
    /** When a repetition fires first: ISO 8601, or FEEL that gives it; the next ones count from there. */
    first: Feel.optional(),
  })
  .strict();
export type TimerTrigger = z.infer<typeof TimerTrigger>;

/** A BPMN message by name. `key` is FEEL, worked out once when the wait begins: only a message with that correlation key fits. */
export const MessageTrigger = z.object({ name: z.string(), key: Feel.optional() }).strict();
export type MessageTrigger = z.infer<typeof MessageTrigger>;

/** ISO duration: how long a message that nobody waits for is kept. Without it, it is gone at once. */
export const TimeToLive = z
  .string()
  .regex(
    /^P(?=\d|T\d)(?=.*[1-9])(\d{1,3}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?(T(?=\d)(\d{1,5}H)?(\d{1,6}M)?(\d{1,7}S)?)?$/,
    'expected how long it is kept, such as PT1H or P7D',
  );

/** A message that is thrown: `key` is worked out on reaching it. */
export const ThrownMessage = MessageTrigger.extend({ ttl: TimeToLive.optional() }).strict();
export type ThrownMessage = z.infer<typeof ThrownMessage>;

/** With several of them the first that happens wins. */
export const Triggers = z
  .object({
    timer: TimerTrigger.optional(),
    message: MessageTrigger.optional(),
    /** FEEL; fires when it becomes true. */
    condition: Feel.optional(),
    /** Name of a BPMN signal. */
    signal: z.string().optional(),
    /** Escalation code; '' catches every one. */
    escalation: z.string().optional(),
    /** Error code; '' catches every one. */
    error: z.string().optional(),
    /** Name of a link: where the throw event of that name goes on, in the same process or sub-process. */
    link: z.string().optional(),
    /** Of an event sub-process: how its scope is undone. Boundary events name a handler instead. */
    compensation: z.literal(true).optional(),
    /** Boundary event of a transaction: after it was cancelled. */
    cancel: z.literal(true).optional(),
  })
  .strict();
export type Triggers = z.infer<typeof Triggers>;

/** When a process starts by itself, day by day on the organisation's calendar. */
export const Schedule = z
  .object({
    of: z.enum(['day', 'week', 'month', 'quarter', 'year']),
    /** n-th working day of the period (1 = first; -1 = last), or n-th day. */
    workingDay: z.number().int().optional(),
    day: z.number().int().optional(),
    time: z.string().regex(/^\d\d:\d\d$/),
  })
  .strict();
export type Schedule = z.infer<typeof Schedule>;
