// Acts: everything a person (or a link a person pressed) can ask of a running instance. The API parses these at the
// door and the core's `step` takes them as events; see docs/domain.md "Accepted at any moment".
import { z } from 'zod';
import { Instant, LocalDate } from './date.ts';

/** A date, or an exact instant. */
const Moment = z.union([Instant, LocalDate]);
const Data = z.record(z.string(), z.json());

/** Who did it. Staff may act for an initiator only "on behalf of", with the channel used. */
const who = {
  by: z.string().optional(),
  onBehalfOf: z.string().optional(),
  channel: z.enum(['phone', 'mail', 'paper', 'conversation', 'link', 'sms', 'app']).optional(),
};

export const NewCommitment = z
  .object({
    text: z.string().min(1),
    /** Person id, or a role whose holder it is. Exactly one. */
    owner: z.string().min(1),
    ownerSide: z.enum(['initiator', 'us', 'partner', 'volunteer']).optional(),
    due: LocalDate,
    doneWhen: z.string().optional(),
    remindMe: z.boolean().optional(),
    repeat: z
      .object({
        amount: z.number().int().positive().max(1_000),
        unit: z.enum(['workingDays', 'days', 'weeks', 'months']),
      })
      .optional(),
    /** Why it is ours when it was theirs (P11). */
    why: z.string().optional(),
  })
  .strict();
export type NewCommitment = z.infer<typeof NewCommitment>;

export const Act = z.discriminatedUnion('type', [
  /** Completes an open task, form, choice or meeting. `task` is its key, id, or element id when there is only one. */
  z
    .object({
      type: z.literal('complete'),
      task: z.string(),
      outcome: z.string().optional(),
      data: Data.optional(),
      version: z.number().optional(),
      ...who,
    })
    .strict(),
  z.object({ type: z.literal('claim'), task: z.string(), ...who }).strict(),
  z.object({ type: z.literal('unclaim'), task: z.string(), ...who }).strict(),
  /** Offers one item, or all open items of `from`, to somebody else; `from` stays accountable until it is accepted. */
  z
    .object({
      type: z.literal('handOver'),
      item: z.string().optional(),
      from: z.string(),
      to: z.string(),
      why: z.string().optional(),
      now: z.boolean().optional(),
      ...who,
    })
    .strict(),
  z.object({ type: z.literal('accept'), item: z.string().optional(), ...who }).strict(),
  z
    .object({ type: z.literal('decline'), item: z.string().optional(), why: z.string().optional(), ...who })
    .strict(),
  z
    .object({
      type: z.literal('absent'),
      person: z.string(),
      until: LocalDate.optional(),
      deputy: z.string().optional(),
      ...who,
    })
    .strict(),
  z.object({ type: z.literal('back'), person: z.string(), ...who }).strict(),
  z.object({ type: z.literal('commit'), commitment: NewCommitment, ...who }).strict(),
  z
    .object({
      type: z.literal('rePromise'),
      commitment: z.string(),
      due: LocalDate,
      why: z.string().min(1),
      calledInitiator: z.boolean().optional(),
      ...who,
    })
    .strict(),
  z.object({ type: z.literal('done'), commitment: z.string(), note: z.string().optional(), ...who }).strict(),
  z.object({ type: z.literal('drop'), commitment: z.string(), why: z.string().min(1), ...who }).strict(),
  /** A pause may carry its end; `rest` is a pause without end that only waking ends. */
  z
    .object({ type: z.literal('pause'), until: LocalDate.optional(), why: z.string().optional(), ...who })
    .strict(),
  z.object({ type: z.literal('resume'), ...who }).strict(),
  z.object({ type: z.literal('stop'), why: z.string().min(1), ...who }).strict(),
  z
    .object({
      type: z.literal('skip'),
      element: z.string(),
      why: z.string().min(1),
      outcome: z.string().optional(),
      ...who,
    })
    .strict(),
  z
    .object({
      type: z.literal('postpone'),
      element: z.string(),
      until: Moment,
      why: z.string().min(1),
      ...who,
    })
    .strict(),
  z.object({ type: z.literal('withdrawConsent'), ...who }).strict(),
  z.object({ type: z.literal('changeChannel'), person: z.string(), to: z.string(), ...who }).strict(),
  z
    .object({
      type: z.literal('plan'),
      task: z.string(),
      moment: Instant,
      place: z.string().optional(),
      ...who,
    })
    .strict(),
  /** An attempt or a contact; "not reached" is not an answer. */
  z
    .object({
      type: z.literal('log'),
      about: z.string(),
      outcome: z.enum(['reached', 'not reached']),
      note: z.string().optional(),
      ...who,
    })
    .strict(),
  /** A button in a mail or on a personal page. */
  z
    .object({
      type: z.literal('press'),
      about: z.string(),
      button: z.string(),
      data: Data.optional(),
      ...who,
    })
    .strict(),
  z
    .object({
      type: z.literal('message'),
      name: z.string().optional(),
      element: z.string().optional(),
      key: z.json().optional(),
      data: Data.optional(),
      id: z.string().optional(),
      ...who,
    })
    .strict(),
  z.object({ type: z.literal('bpmnSignal'), name: z.string(), data: Data.optional(), ...who }).strict(),
  /** Begins something of an ad-hoc sub-process, also once more. */
  z.object({ type: z.literal('begin'), element: z.string(), ...who }).strict(),
  /** An authorised repair of variables; conditional events see it. */
  z.object({ type: z.literal('set'), variables: Data, why: z.string().optional(), ...who }).strict(),
  /**
   * An authorised repair of where it stands, all of it or none: a token is cancelled, put somewhere, or moved. `element` is a
   * key, or the id of an element that is active once; `scope` the key of the part to put it in, where that is active more than once.
   */
  z
    .object({
      type: z.literal('modify'),
      changes: z
        .array(
          z.discriminatedUnion('do', [
            z.object({ do: z.literal('cancel'), element: z.string() }).strict(),
            z.object({ do: z.literal('add'), to: z.string(), scope: z.string().optional() }).strict(),
            z.object({ do: z.literal('move'), element: z.string(), to: z.string() }).strict(),
          ]),
        )
        .max(100)
        .default([]),
      variables: Data.optional(),
      why: z.string().min(1),
      ...who,
    })
    .strict(),
  /** Somebody else holds a role from now on. */
  z.object({ type: z.literal('assign'), role: z.string(), people: z.array(z.string()), ...who }).strict(),
  z
    .object({ type: z.literal('retry'), incident: z.string(), why: z.string().min(1).optional(), ...who })
    .strict(),
]);
export type Act = z.infer<typeof Act>;
export type ActType = Act['type'];
export type ActOf<T extends ActType> = Extract<Act, { type: T }>;
