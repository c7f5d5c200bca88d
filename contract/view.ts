// Views: what the API shows of instances, tasks, commitments and raised items. Folded from facts by core/views, never typed by hand.
import { z } from 'zod';
import { Side } from './definition.ts';
import { Text } from './text.ts';

const Instant = z.iso.datetime();
const LocalDate = z.iso.date();

const LedgerLine = z.object({
  date: LocalDate,
  counted: z.boolean(),
  why: z.enum(['counted', 'weekend', 'holiday', 'closed', 'moved']),
  name: z.object({ nl: z.string(), en: z.string() }).optional(),
  n: z.number().optional(),
});

/** Why something is due when it is: what was counted from, and every day walked ("why Tuesday?"). */
export const DueView = z.object({
  at: Instant,
  date: LocalDate.optional(),
  from: z.string().optional(),
  ledger: z.array(LedgerLine).optional(),
});
export type DueView = z.infer<typeof DueView>;

/** How an item is being chased; `rests` while the initiative is paused or another chase leads. */
export const ChaseView = z.object({
  ladder: z.string(),
  due: Instant,
  /** Still to come, earliest first. */
  rungs: z.array(z.object({ rung: z.string(), at: Instant })),
  fired: z.number().int(),
  lastRung: z.string().optional(),
  rests: z.boolean(),
});
export type ChaseView = z.infer<typeof ChaseView>;

/** Offered to somebody who has not accepted yet; `from` stays accountable. */
const OfferView = z.object({ to: z.string(), from: z.string().optional(), due: Instant.optional() });

/** Where a view belongs; `n` is the number of the last fact folded into it. */
const row = {
  v: z.literal(1),
  id: z.string(),
  instance: z.string(),
  n: z.number().int(),
};

/** Work for a person. The id is `instance/key`, so that a second visit of an element is a task of its own. */
export const TaskView = z.object({
  ...row,
  key: z.string(),
  /** As people and scenarios name it: `n3`, `n9.confirm`, `c2.INIT.+15`. */
  name: z.string(),
  element: z.string(),
  title: Text.optional(),
  roles: z.array(z.string()),
  owner: z.string().optional(),
  side: Side,
  claimed: z.string().optional(),
  state: z.enum(['open', 'completed', 'cancelled']),
  createdAt: Instant,
  endedAt: Instant.optional(),
  due: DueView.optional(),
  late: z.boolean(),
  /** Number of the last fact that changed it; a form sent with an older one is refused. */
  version: z.number().int(),
  ladder: z.string().optional(),
  chase: ChaseView.optional(),
  offered: OfferView.optional(),
  meeting: z.object({ at: Instant, place: z.string().optional(), sequence: z.number() }).optional(),
  /** The item a ladder made it for. */
  about: z.string().optional(),
  silent: z.boolean().optional(),
  helpAskedAt: Instant.optional(),
  /** Attempts and contacts logged. */
  contacts: z.object({ reached: z.number().int(), notReached: z.number().int(), lastAt: Instant.optional() }),
  outcome: z.string().optional(),
  by: z.string().optional(),
  onBehalfOf: z.string().optional(),
  channel: z.string().optional(),
  /** Why it was cancelled. */
  why: z.string().optional(),
});
export type TaskView = z.infer<typeof TaskView>;

/** Something somebody promised. The id is `instance/commitment`. */
export const CommitmentView = z.object({
  ...row,
  commitment: z.string(),
  text: z.string(),
  owner: z.string(),
  side: Side,
  due: LocalDate,
  originalDue: LocalDate,
  status: z.enum(['open', 'late', 're-promised', 'done', 'dropped', 'handed over']),
  agreement: z.string().optional(),
  madeAt: Instant,
  /** Why it is ours when it was theirs. */
  why: z.string().optional(),
  doneOn: LocalDate.optional(),
  note: z.string().optional(),
  /** Count of all; of the reasons only the last ten are kept here, the facts have them all. */
  rePromises: z.number().int(),
  reasons: z.array(z.object({ from: LocalDate, to: LocalDate, why: z.string(), at: Instant })),
  dropped: z.object({ at: Instant, why: z.string(), by: z.string().optional() }).optional(),
  chase: ChaseView.optional(),
  offered: OfferView.optional(),
  helpAskedAt: Instant.optional(),
  contacts: z.object({ reached: z.number().int(), notReached: z.number().int(), lastAt: Instant.optional() }),
});
export type CommitmentView = z.infer<typeof CommitmentView>;

/** Laid before somebody who can decide. The id is `instance/key`. */
export const RaisedView = z.object({
  ...row,
  key: z.string(),
  item: z.string().optional(),
  element: z.string().optional(),
  /** Person id. */
  to: z.string(),
  role: z.string(),
  level: z.string(),
  text: z.string().optional(),
  at: Instant,
  state: z.enum(['open', 'closed']),
  closedAt: Instant.optional(),
  why: z.string().optional(),
});
export type RaisedView = z.infer<typeof RaisedView>;

const Walked = z.object({
  activated: z.number().int(),
  completed: z.number().int(),
  terminated: z.number().int(),
  skipped: z.number().int(),
  late: z.number().int(),
});

/**
 * One execution of a version. Holds what is open and counts; what is finished is in the facts, and tasks, commitments and
 * raised items are documents of their own, so that it stays small however long the instance lives.
 */
export const InstanceView = z.object({
  ...row,
  at: Instant,
  process: z.object({ id: z.string(), version: z.number().optional(), hash: z.string() }),
  engine: z.number(),
  initiative: z.string().optional(),
  status: z.enum(['running', 'paused', 'resting', 'ended', 'stopped']),
  startedAt: Instant,
  startedBy: z.string().optional(),
  endedAt: Instant.optional(),
  /** Why it was stopped or paused. */
  why: z.string().optional(),
  pausedUntil: LocalDate.optional(),
  restingAt: z.string().optional(),
  /** Recorded by end events, oldest first; `ends` counts how often each end was reached. */
  outcomes: z.array(z.string()),
  ends: z.record(z.string(), z.number().int()),
  /** Where tokens are: element instances that are active, scopes included. */
  active: z.array(z.object({ key: z.string(), element: z.string(), scope: z.string(), since: Instant })),
  /** How often each element and sequence flow was walked: the picture on the canvas. */
  walked: z.object({
    elements: z.record(z.string(), Walked),
    flows: z.record(z.string(), z.number().int()),
  }),
  open: z.object({
    tasks: z.array(z.object({ key: z.string(), name: z.string(), element: z.string() })),
    commitments: z.array(z.string()),
    raised: z.array(z.string()),
    incidents: z.array(
      z.object({
        incident: z.string(),
        element: z.string(),
        code: z.string(),
        message: z.string(),
        at: Instant,
      }),
    ),
    jobs: z.array(z.object({ key: z.string(), element: z.string(), jobType: z.string() })),
    timers: z.array(z.object({ timer: z.string(), element: z.string().optional(), at: Instant })),
  }),
  /** How many there have been, open ones included. */
  counts: z.object({
    tasks: z.number().int(),
    commitments: z.number().int(),
    raised: z.number().int(),
    incidents: z.number().int(),
  }),
  /** Versions of the agreement per agreement element. */
  agreements: z.record(
    z.string(),
    z.object({ version: z.number(), confirmed: z.boolean(), closed: z.boolean().optional() }),
  ),
  /** Who is away, and until when where that is known. */
  absent: z.record(z.string(), z.object({ until: LocalDate.optional() })),
  capacities: z.array(z.string()),
  consentWithdrawn: z.boolean().optional(),
});
export type InstanceView = z.infer<typeof InstanceView>;

/** Something that happened, for the timeline people read. `id` is `instance/n`. */
export const TimelineEntry = z.object({
  id: z.string(),
  instance: z.string(),
  n: z.number().int(),
  at: Instant,
  /** The fact's type; its sentence is in docs/facts.md and in the application's texts. */
  type: z.string(),
  by: z.string().optional(),
  onBehalfOf: z.string().optional(),
  channel: z.string().optional(),
  element: z.string().optional(),
  /** Task name or commitment id it is about. */
  item: z.string().optional(),
  /** Another person it concerns. */
  person: z.string().optional(),
  outcome: z.string().optional(),
  /** A date or moment it speaks of. */
  date: z.string().optional(),
  /** Words a person wrote: a reason, a note, a commitment's text. */
  words: z.string().optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** What moved, for streams: rows to load again. `cursor` is opaque and usable with `changesSince`. */
export const Change = z.object({
  cursor: z.string(),
  org: z.string(),
  kind: z.enum(['instance', 'message', 'definition', 'initiative', 'world', 'organisation']),
  /** Id of the instance, message, definition, initiative, world or organisation. */
  id: z.string(),
  world: z.string().optional(),
  initiative: z.string().optional(),
  /** Facts from…to of an instance, and ids of the rows they changed; with none named, load what is open anew. */
  facts: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  rows: z.array(z.string()),
});
export type Change = z.infer<typeof Change>;
