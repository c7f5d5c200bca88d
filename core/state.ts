// The state of one process instance: plain JSON, only what is still open. Finished elements, past facts and ledgers leave it.
// Finished things are found in the facts (docs/facts.md); a person's name, address or mail is never in here, only ids.
import type { IncidentCode, NewCommitment, Note, Side, Text } from '../contract/index.ts';
import type { Instant, LocalDate, WorkingTimeLeft } from './calendar/index.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Variables = Record<string, Json>;

/** Keys come from a counter in the state, so the same story gives the same names. The root scope has key ''. */
export type Key = string;

/** Last activation and completion of an element, and how often it was activated. */
export interface Anchored {
  activated?: Instant;
  completed?: Instant;
  times: number;
}

export interface State {
  v: 1;
  /** Engine behaviour this instance was started with (core/versions.ts). */
  engine: number;
  instance: string;
  initiative?: string;
  /** Rehearsal world; members arm no timer of their own. */
  world?: string;
  /** Definitions in use, by content hash. [0] is the instance's own; called processes follow. */
  definitions: string[];
  status: 'running' | 'ended' | 'stopped';
  startedAt: Instant;
  /** Moment of the last event. */
  at: Instant;
  /** Number of the last fact. */
  n: number;
  /** Answers and moments since a person acted, within the hour, and where much begins again (`engine/rounds.ts`). */
  turns?: { since: Instant; n: number; again?: Record<string, number> };
  /** Messages and signals that led to one another until here, when one of them came (`engine/hops.ts`). */
  hops?: { n: number; at: Instant };
  /** Counter for keys. */
  next: number;
  /** Outcomes recorded by end events, oldest first. */
  outcomes: string[];
  elements: Record<Key, ElementInstance>;
  /** Variables per scope key. */
  variables: Record<Key, Variables>;
  /** Taken flows waiting at a join: `scope/element` → flow → how often. Counts are per scope instance. */
  joins: Record<string, Record<string, number>>;
  /** Last activation and completion per element, and how often it was activated: `definition index/element`. Terms count from these. */
  anchors: Record<string, Anchored>;
  /** Of a process with many elements, those that began first, a handful each (`engine/anchors.ts`). */
  earlier?: Record<string, Anchored>[];
  commitments: Record<string, Commitment>;
  /** Meetings planned before their task opened: element id → moment. */
  plans: Record<string, { at: Instant; place?: string }>;
  /** Tasks that opened without a word during a pause; told about on resuming: element instance keys. */
  untold: Key[];
  /** Commitments that are done or dropped: id → how, so that a late answer gets a clear reply. */
  closed: Record<string, 'done' | 'dropped'>;
  /** `closed`: replaced by something else, and still readable. */
  agreements: Record<string, { version: number; commitments: string[]; closed?: true }>;
  /** One chase per item (task name or commitment id). */
  chases: Record<string, Chase>;
  timers: Record<string, Timer>;
  jobs: Record<Key, Job>;
  /** Who waits for a message, a BPMN signal or a condition: `key`, `key/boundary` or `scope/start`. */
  subscriptions?: Record<string, Subscription>;
  /** Completed activities that can be undone, by the key they had. */
  undoable?: Record<Key, Undoable>;
  raised: Record<Key, Raised>;
  incidents: Record<Key, Incident>;
  /** Who holds each role: person ids, the first one leads. */
  people: Record<string, string[]>;
  absent: Record<string, { until?: LocalDate; deputy?: string }>;
  offers: Record<string, Offer>;
  paused?: { since: Instant; until?: LocalDate };
  /** Key of the waiting element that keeps the initiative at rest. */
  resting?: Key;
  /** Notes announced to mailrooms and not withdrawn: key → note. */
  announced: Record<string, Note>;
  /** Announced notes a leading message already told: note key → item that led. */
  told: Record<string, string>;
  /** The last migration: where it came from, number of its last fact, new names to old. It can be undone while nothing has moved. */
  migrated?: { from: string; n: number; back: Record<string, string> };
  /** Capacities held: name → booking key. */
  holds: Record<string, string>;
}

/** One activation of an element. */
export interface ElementInstance {
  key: Key;
  /** Index in `definitions`. */
  d: number;
  element: string;
  /** Key of the scope that contains it; '' for the process. */
  scope: Key;
  since: Instant;
  task?: Task;
  /** One per person: keys of the parts still open, and who they are for. */
  parts?: Key[];
  /** Part of a per-person element: key of the whole. */
  whole?: Key;
  /** Behind an event-based gateway: the first of this race wins. */
  race?: Key;
  /** Non-interrupting repeats left and done, for boundary timers: boundary id → count. */
  fired?: Record<string, number>;
  /** Conditions that were already true when last looked at. */
  held?: Record<string, boolean>;
  /** Call activity: index in `definitions` of the process that runs in it. */
  called?: number;
  /** Of an activity done many times: the whole, whose instances lie in it. */
  many?: Many;
  /** One of many, counted from 1; its scope is the whole. */
  pass?: number;
  /** Handler of a compensation: key of what threw it. */
  undoes?: Key;
  /** What threw a compensation: keys of what is still to be undone, the next one last. */
  undoing?: Key[];
  /** Ad-hoc sub-process: elements that wait for their condition, and those whose turn comes (`sequential`). */
  adHoc?: { waiting: string[]; turn: string[]; ending?: boolean };
}

/** How far an activity is that is done for many, or again and again. */
export interface Many {
  /** Instances begun. */
  begun: number;
  done: number;
  /** Ended before they completed. */
  ended: number;
  /** How many there will be; a standard loop does not know. */
  total?: number;
  items?: Json[];
  /** Their results by position. */
  outputs?: Json[];
  /** Outcome of the last one done. */
  outcome?: string;
}

export type Subscription = {
  /** Order: the oldest that fits gets a message. */
  n: number;
  since: Instant;
  kind: 'message' | 'signal' | 'condition';
  /** Name of the message or signal, or the condition itself. */
  name: string;
  /** Correlation key as JSON text. */
  key?: string;
  /** The condition held when last looked at. */
  held?: boolean;
} & (
  | { on: 'wait'; of: Key }
  | { on: 'boundary'; of: Key; boundary: string }
  | { on: 'start'; of: Key; d: number; element: string }
);

export interface Undoable {
  key: Key;
  /** Order of completion; the last is undone first. */
  n: number;
  d: number;
  element: string;
  scope: Key;
  /** Activity that undoes it. */
  handler?: string;
  /** Of a sub-process without a handler: what was done in it. */
  inner?: Undoable[];
}

/** Work for a person; also the tasks that a ladder makes. */
export interface Task {
  /** As people and scenarios name it: `n3`, `n9.confirm`, `c2.INIT.+15`. */
  name: string;
  roles: string[];
  /** The accountable person; empty only while a role is being resolved. */
  owner?: string;
  side: Side;
  claimed?: string;
  due?: Instant;
  /** Local date on which the due moment falls. */
  dueDate?: LocalDate;
  ladder?: string;
  late?: boolean;
  /** Somebody gave it another date; it is no longer counted from its term. */
  postponed?: boolean;
  /** Made by a ladder: the item it is about and the rung. */
  about?: { item: string; ladder: string; rung: string };
  /** Planned moment of a meeting. */
  meeting?: { at: Instant; place?: string; sequence: number };
  /** How often it was opened in this instance, for message keys (a second visit sends again). */
  round: number;
  /** Changes whenever the task changes; a stale form is refused by it. */
  version: number;
  silent?: boolean;
  /** Its item, where that is not its name: one of several of that name, or in a called process. */
  item?: string;
  /** For its owner alone, whoever else holds the role. */
  personal?: true;
  /** Run-time tasks have no element: their label and outcomes. */
  label?: Text;
  outcomes?: { id: string; label: Text }[];
}

export interface Commitment extends Omit<NewCommitment, 'ownerSide'> {
  id: string;
  side: Side;
  /** Person id. */
  owner: string;
  ownerRole?: string;
  originalDue: LocalDate;
  status: 'open' | 'late' | 're-promised' | 'handed over';
  rePromises: number;
  agreement?: string;
  /** Chased from when the agreement was sent (ours) or confirmed (theirs). */
  chased: boolean;
  madeAt: Instant;
}

export interface Chase {
  /** Task name or commitment id. */
  item: string;
  element?: string;
  d?: number;
  /** Element instance, where the item is a task. */
  key?: Key;
  ladder: string;
  due: Instant;
  /** Working days of the term, for rungs that need a minimum. */
  termDays?: number;
  remindMe?: boolean;
  round: number;
  rungs: { id: string; at: Instant }[];
  /** Rests: in a pause or rest of the initiative, or under the chase that leads. Working days left per rung. */
  rests?: {
    under?: string;
    since: Instant;
    left: { id: string; time: WorkingTimeLeft }[];
    due?: WorkingTimeLeft;
  };
}

export type Timer = {
  at: Instant;
  /** Order among timers of the same moment. */
  n: number;
} & (
  | { kind: 'wait'; key: Key; postponed?: boolean }
  | { kind: 'boundary'; key: Key; boundary: string }
  | { kind: 'start'; scope: Key; element: string; d: number; done?: number }
  | { kind: 'rung'; item: string; rung: string }
  | { kind: 'late'; item: string }
  | { kind: 'offer'; item: string }
  | { kind: 'resume' }
  | { kind: 'back'; person: string }
);

/** How long one try of automatic work may take, and the pause before the next, as ISO durations of a clock. */
export interface Patience {
  retryAfter?: string;
  timeout?: string;
}

export interface Job extends Patience {
  key: Key;
  /** Element instance waiting for it; none for jobs of the instance itself (resolving a role, releasing a capacity). */
  element?: Key;
  jobType: string;
  input: Variables;
  retries: number;
}

export interface Raised {
  key: Key;
  item?: string;
  element?: string;
  to: string;
  role: string;
  at: Instant;
  /** Answer date (P29). */
  due: Instant;
  text?: string;
  /** Somebody is sought who takes the item on. */
  seeks?: true;
}

export interface Offer {
  item: string;
  from?: string;
  to: string;
  at: Instant;
  due: Instant;
  unplanned?: boolean;
  asked?: boolean;
}

export interface Incident {
  key: Key;
  code: IncidentCode;
  /** Element id, and its instance where there is one. */
  element: string;
  d: number;
  elementKey?: Key;
  message: string;
  /** What to do again on retry. */
  retry: {
    kind: 'begin' | 'activate' | 'complete' | 'job' | 'leave' | 'go on' | 'arm';
    key?: Key;
    job?: Key;
    scope?: Key;
    outcome?: string;
  };
}
