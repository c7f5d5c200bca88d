/** What may be said to our workflows: names, arguments and answers, shared with every client. Types and names only. */
import type { Act, Definition, Fact, Note } from '../contract/index.ts';
import type { Calendar, Instant } from '../core/calendar/index.ts';
import type { Command, CommandOf } from '../core/command.ts';
import type { CoreEvent, EventOf, HostEvent, StartInput } from '../core/event.ts';
import type { MailroomCommand, MailroomState, Reach } from '../core/mailroom-types.ts';
import type { Settings } from '../core/settings.ts';
import type { State } from '../core/state.ts';

export const TASK_QUEUE = 'speelruimte';

export const workflowTypes = {
  processInstance: 'processInstance',
  mailroom: 'mailroom',
  dailySchedule: 'dailySchedule',
} as const;

/** Updates: answered when the request has been judged and its facts are in the read model. */
export const updates = {
  /** `ActRequest` → `Acted`: an act of a person. The update id is the Idempotency-Key. */
  act: 'act',
  /** `EventRequest` → `Acted`: an event from another workflow or a job that was waited for. The update id is its id. */
  deliver: 'deliver',
  /** `MigrateRequest` and a `PinnedDefinition` → `Acted`: the instance goes on on that version. The update id is the Idempotency-Key. */
  migrate: 'migrate',
  /** Nothing → `Acted`: the instance runs and its first facts are in the read model. */
  started: 'started',
  /** `TickRequest` → `Settled`: rehearsal worlds only; fires what is due at that moment. */
  tick: 'tick',
  /** Nothing → `Settled`: rehearsal worlds only; takes the events whose turn it is, until every command is answered. */
  settle: 'settle',
} as const;

export const queries = {
  /** Nothing → `InstanceView` or `MailroomView`. */
  view: 'view',
  /** Nothing → what `outstanding` of the core gives. */
  outstanding: 'outstanding',
  /** `string[]` (note keys) → those the instance still stands behind. */
  holds: 'holds',
  /** Nothing → `Instant | null`. */
  nextDue: 'nextDue',
  /** Nothing → `Pulse`. */
  pulse: 'pulse',
} as const;

export const signals = {
  /** `PostRequest`: notes for the recipient of this mailroom. */
  post: 'post',
} as const;

/** Types of the failures with which an update is refused, besides the codes of `Rejection`. */
export const failureTypes = {
  /** Judging the request failed by our own mistake: a 500 with a general text. */
  defect: 'DEFECT',
} as const;

/** A value named by the hash of its content. The payload codec keeps it out of histories: see worker/codec. */
export interface PinnedDefinition {
  hash: string;
  definition: Definition;
}
export interface PinnedSurroundings {
  hash: string;
  surroundings: Surroundings;
}

/** Inputs of the engine that belong to the organisation, each with its version. */
export interface Surroundings {
  calendar: Calendar;
  settings: Settings;
}

/**
 * First argument of `processInstance`; then `PinnedSurroundings`, then one `PinnedDefinition` or more, of which the first is
 * the one it starts with.
 */
export type InstanceInput = {
  org: string;
  /** Updates after which it continues as new; 1,500 by default. */
  updatesPerRun?: number;
} & ({ start: Omit<StartInput, 'hash'> } | { carried: CarriedInstance });

/** What an instance takes along when it continues as new. */
export interface CarriedInstance {
  state: State;
  /** Keys handled lately with the number of the last fact each gave, oldest first. */
  handled: [key: string, n: number][];
  /** Facts the store has not acknowledged yet. */
  facts: Fact[];
  /** Commands without an answer, to be issued again by key. */
  commands: NumberedCommand[];
  /** Number of the last command. */
  commandNumber: number;
  /** Rehearsal worlds: events whose turn has not come. */
  inbox: CoreEvent[];
  /** Recipients whose mailrooms were posted to, in order of the first time. */
  posted: string[];
  /** Instances that began by its messages and signals, in order. */
  begun?: string[];
}

/** A command as the shell carries it out: taking back a job needs to know what it was. */
export type InstanceCommand =
  | Exclude<Command, { do: 'cancelJob' }>
  | (CommandOf<'cancelJob'> & Pick<CommandOf<'job'>, 'jobType' | 'input'>);

/** A command with its number within the workflow, from which ids are derived that make repeating it harmless. */
export type NumberedCommand<C = InstanceCommand> = { n: number; command: C; at: Instant };

export interface ActRequest {
  act: Act;
  /** The clock of the rehearsal world; in real time the workflow's own clock counts. */
  at?: Instant;
}

export interface EventRequest {
  event: HostEvent | Act;
  /** As in `ActRequest`. */
  at?: Instant;
  /** Of a message or signal from another instance. */
  hops?: number;
  /** Idempotency: an event with an id that was handled before changes nothing. */
  id: string;
}

export interface MigrateRequest {
  how: Omit<EventOf<'migrate'>, 'type' | 'hash' | 'at'>;
  /** As in `ActRequest`. */
  at?: Instant;
}

export interface TickRequest {
  at: Instant;
}

/** Answer to an accepted request; in a rehearsal world an act is answered when everything it causes is done. */
export interface Acted {
  /** Number of the last fact it gave. */
  n: number;
  /** Whether its facts are in the read model; if not, they follow. */
  projected: boolean;
}

/** How a member of a rehearsal world stands. */
export interface Pulse {
  /** Commands without an answer, events whose turn has not come, or facts that are not in the read model yet. */
  busy: boolean;
  status: State['status'];
  nextDue: Instant | null;
  /** Recipients whose mailrooms were posted to so far, in order of the first time. */
  posted: string[];
  /** Instances that began by its messages and signals so far, in order. */
  begun?: string[];
}

/** Answer in a rehearsal world, once every command is answered and every fact is in the read model. */
export interface Settled extends Pulse {
  /** Number of the last fact. */
  n: number;
}

export interface InstanceView {
  state: State;
  nextDue: Instant | null;
  /** Facts the store has not acknowledged yet. */
  pendingFacts: number;
  /** Commands without an answer. */
  pendingCommands: InstanceCommand[];
}

/** What `processInstance` returns. */
export interface InstanceResult {
  /** As in `Pulse`, for a rehearsal world. */
  posted?: string[];
  begun?: string[];
  status: State['status'];
  outcomes: string[];
}

/** First argument of `mailroom`; then `PinnedSurroundings`. */
export type MailroomInput = {
  org: string;
  person: string;
  world?: string;
  /** Milliseconds that a batch waits after its moment for what other instances send at the same moment. */
  gatherMs?: number;
  /** Milliseconds it stays after it has become empty. */
  lingerMs?: number;
} & (object | { carried: CarriedMailroom });

export interface CarriedMailroom {
  state: MailroomState;
  handled: string[];
  commands: NumberedCommand<MailroomCommand>[];
  commandNumber: number;
}

/** Argument of the signal `post`: everything one step of an instance has for one recipient. */
export interface PostRequest {
  instance: string;
  notes: Note[];
  announce: Note[];
  withdraw: string[];
  ended: string[];
  reach: Reach;
  at: Instant;
  id: string;
}

export interface MailroomView {
  state: MailroomState;
  nextDue: Instant | null;
  pendingCommands: MailroomCommand[];
}

/** Argument of `dailySchedule`. */
export interface DailyInput {
  org: string;
}
