/** What workflows may ask of the world: the activities' shapes, imported by workflows as types only. */
import type { Act, Definition, Fact, Note, OutgoingMessage } from '../contract/index.ts';
import type { Instant } from '../core/calendar/index.ts';
import type { HostEvent } from '../core/event.ts';
import type { Variables } from '../core/state.ts';

export type Binding = 'latest' | 'pinned' | 'tag';

/**
 * Every activity is safe to run again with the same input: a second run changes nothing and gives the same answer.
 * Failures are `ApplicationFailure`s with a `type` (activities/failures.ts), non-retryable when trying again cannot help.
 */
export interface Activities {
  /**
   * Writes facts to the record and folds them into the read model, strictly in order per instance; facts that are already
   * there are passed over. Fails with FACTS_GAP (non-retryable) when a number is missing before or among them.
   */
  project(input: {
    instance: string;
    facts: Fact[];
    view: { nextDue?: string; status: string };
  }): Promise<void>;
  /** People who hold a role, the one who leads first, with the reasons; an empty list means nobody does. */
  resolve(input: {
    instance: string;
    initiative?: string;
    world?: string;
    role: string;
  }): Promise<{ people: string[]; reasons: string[] }>;
  /**
   * Automatic work by its type (activities/jobs, docs/jobs.md). `waiting` means that the answer comes later, as
   * `jobCompleted` through `deliver`. Fails with UNKNOWN_JOB, INVALID_INPUT or what the job says; with `BPMN_ERROR` it is
   * an error of the process.
   */
  runJob(input: {
    instance: string;
    initiative?: string;
    world?: string;
    key: string;
    jobType: string;
    input: Variables;
    /** Id of the element whose work it is; none for work of the instance itself. */
    element?: string;
    /** ISO duration: without an answer by then the try has failed. */
    timeout?: string;
  }): Promise<{ result?: Variables } | { waiting: true }>;
  /** Takes back automatic work that would answer later: leaves a queue, and gives back a place that was just given. */
  cancelJob(input: {
    instance: string;
    initiative?: string;
    world?: string;
    key: string;
    jobType: string;
    input: Variables;
  }): Promise<void>;
  /** The published version a call activity names (`pinned`: as it was when the caller was published); `missing` when the organisation has none. */
  load(input: {
    instance: string;
    process: string;
    binding: Binding;
    tag?: string;
    /** `process` is the id of a decision table; what is published with it is meant. */
    decision?: true;
    /** Hash of the definition that calls; without it the instance's own. */
    caller?: string;
  }): Promise<{ hash: string; definition: Definition } | { missing: true }>;
  /** Hands a step's notes for one recipient to the mailroom, which is started when it is not running. */
  post(input: {
    instance: string;
    to: string;
    world?: string;
    notes: Note[];
    announce: Note[];
    withdraw: string[];
    ended: string[];
    at: string;
    id: string;
  }): Promise<void>;
  /** Which notes an instance still stands behind; of an ended one, what it told at its end. */
  ask(input: { instance: string; keys: string[] }): Promise<string[]>;
  /** Brings an event to an instance, once per id; an ended instance is left alone. */
  deliver(input: { instance: string; event: HostEvent | Act; at?: string; id: string }): Promise<void>;
  /**
   * Sends one message, claimed in the store first. `outbox`: kept where staff can read it; `refused`: the address is wrong or
   * missing, and it will never be taken; `erased`: nobody is left to get it, or nothing to speak of.
   */
  send(input: {
    message: OutgoingMessage;
    world?: string;
  }): Promise<{ status: 'sent' | 'outbox' | 'already' | 'refused' | 'erased' }>;
  /** A BPMN message for whoever waits longest for it, else a process that starts with it; a BPMN signal for all. */
  publish(input: {
    instance: string;
    kind: 'message' | 'signal';
    name: string;
    /** Correlation key as JSON text. */
    key?: string;
    data?: Variables;
    /** A message that nobody waits for is kept until then. */
    until?: string;
    /** How many led to one another until it, itself among them. */
    hops?: number;
    id: string;
  }): Promise<{ started: string[] }>;
  /** From now on a BPMN message or signal of that name is for this instance; one that was kept reaches it at once. */
  subscribe(input: {
    instance: string;
    id: string;
    kind: 'message' | 'signal';
    name: string;
    key?: string;
  }): Promise<void>;
  unsubscribe(input: { instance: string; id: string }): Promise<void>;
}

/** Update by which an event reaches an instance; the workflow's argument is `Delivery`, the update id is its `id`. */
export interface Delivery {
  event: HostEvent | Act;
  at?: string;
  id: string;
}

/** A published process that starts itself on a day. */
export interface Startable {
  process: string;
  hash: string;
  /** The start event. */
  element: string;
  /** When; each occasion happens once. */
  starts: { at: Instant; occasion: string }[];
}

/** What the daily workflow asks (workflows/daily-schedule.ts). */
export interface ScheduleActivities {
  /** What starts itself on the organisation's day around a moment, by the latest published versions. */
  startable(input: { org: string; at: Instant }): Promise<{ processes: Startable[] }>;
  /** Starts an instance, once per occasion, if that version is still the latest. */
  startScheduled(input: {
    org: string;
    hash: string;
    element: string;
    occasion: string;
    instance: string;
    at: string;
  }): Promise<void>;
}
