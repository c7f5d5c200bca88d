// Facts: what the engine did, numbered 1, 2, 3… per instance. The read model, the picture on the canvas, the reports and
// the tests all read this one list (docs/facts.md). Types are only ever added.
import type { Side } from './definition.ts';

/** Every fact carries its number, the logical moment, and who caused it where a person did. */
export interface FactBase {
  n: number;
  at: string;
  instance: string;
  /** Element instance; with an item, only where several items share a name (one person's part of a task, tasks of ladders). */
  key?: string;
  by?: string;
  onBehalfOf?: string;
  channel?: string;
}

/** What a due date stands on: the day counted from, and why each day was counted or skipped. */
export interface LedgerLine {
  date: string;
  counted: boolean;
  why: 'counted' | 'weekend' | 'holiday' | 'closed' | 'moved';
  name?: { nl: string; en: string };
  n?: number;
}

export type CommitmentStatus = 'open' | 'late' | 're-promised' | 'done' | 'dropped' | 'handed over';

export type FactBody =
  | {
      type: 'instance.started';
      process: string;
      version?: number;
      hash: string;
      engine: number;
      initiative?: string;
      element: string;
      data?: Record<string, unknown>;
    }
  | { type: 'instance.ended'; outcomes: string[] }
  | { type: 'instance.stopped'; why: string; dropped: string[] }
  | { type: 'instance.paused'; until?: string; why?: string }
  | { type: 'instance.resumed' }
  /** It runs on another version from now on; what tokens (by key) stand at, and their tasks, where these have other names. */
  | {
      type: 'instance.migrated';
      process: string;
      from: string;
      to: string;
      why: string;
      undo?: boolean;
      elements: Record<string, string>;
      tasks: Record<string, string>;
    }
  /** Somebody authorised changed where it stands. */
  | { type: 'instance.modified'; changes: unknown[]; why: string }
  | { type: 'instance.rested'; element: string }
  | { type: 'instance.woken'; element: string }
  | { type: 'element.activated'; element: string; key: string; scope: string }
  | { type: 'element.completed'; element: string; key: string; outcome?: string }
  | { type: 'element.terminated'; element: string; key: string }
  | { type: 'element.skipped'; element: string; key: string; why: string }
  | { type: 'element.postponed'; element: string; key: string; until: string; why: string }
  | { type: 'flow.taken'; flow: string; from: string; to: string }
  | { type: 'end.reached'; element: string; outcome?: string }
  | {
      type: 'task.created';
      element: string;
      key: string;
      task: string;
      roles: string[];
      owner?: string;
      side: Side;
      due?: string;
      ladder?: string;
      name?: unknown;
      silent?: boolean;
      about?: string;
    }
  | { type: 'task.claimed'; element: string; key: string; person: string }
  | { type: 'task.unclaimed'; element: string; key: string; owner?: string }
  | {
      type: 'task.completed';
      element: string;
      key: string;
      task: string;
      outcome?: string;
      data?: Record<string, unknown>;
      first?: boolean;
    }
  | { type: 'task.cancelled'; element: string; key: string; task: string; why: string }
  | { type: 'task.late'; element: string; key: string; task: string; due: string }
  | { type: 'item.handedOver'; item: string; from?: string; to: string; unplanned?: boolean; asked?: boolean }
  | { type: 'item.offered'; item: string; from?: string; to: string; due?: string }
  | { type: 'item.declined'; item: string; person: string; why?: string }
  | { type: 'person.absent'; person: string; until?: string }
  | { type: 'person.back'; person: string; items: string[] }
  | {
      type: 'due.set';
      item: string;
      element?: string;
      due: string;
      date: string;
      from: string;
      ledger: LedgerLine[];
    }
  | {
      type: 'meeting.planned';
      element: string;
      key: string;
      moment: string;
      place?: string;
      sequence: number;
    }
  | {
      type: 'contact.logged';
      item: string;
      element?: string;
      outcome: 'reached' | 'not reached';
      note?: string;
    }
  | { type: 'agreement.sent'; element: string; version: number; commitments: string[] }
  | { type: 'agreement.confirmed'; element: string; version: number }
  | { type: 'agreement.changed'; element: string; version: number }
  /** Something else holds from now on; it stays readable, and open commitments of it go on. */
  | { type: 'agreement.closed'; element: string; version: number; for: string }
  | {
      type: 'commitment.made';
      commitment: string;
      text: string;
      owner: string;
      side: Side;
      due: string;
      agreement?: string;
      why?: string;
    }
  | {
      type: 'commitment.done';
      commitment: string;
      side: Side;
      due: string;
      originalDue: string;
      date: string;
      note?: string;
    }
  | {
      type: 'commitment.rePromised';
      commitment: string;
      from: string;
      to: string;
      why: string;
      count: number;
    }
  /** After a rest: a new date is asked; until it is given, this one holds. */
  | { type: 'commitment.reopened'; commitment: string; due: string }
  /** `bySide`: who let it go; what the initiators drop counts against nobody. */
  | { type: 'commitment.dropped'; commitment: string; why: string; side: Side; bySide?: Side }
  | { type: 'commitment.late'; commitment: string; due: string }
  | {
      type: 'chase.started';
      item: string;
      element?: string;
      ladder: string;
      due: string;
      rungs: { rung: string; at: string }[];
    }
  | {
      type: 'chase.fired';
      item: string;
      element?: string;
      ladder: string;
      rung: string;
      due: string;
      told?: string;
      silent?: boolean;
    }
  | { type: 'chase.skipped'; item: string; element?: string; ladder: string; rung: string; why: 'passed' }
  | { type: 'chase.ended'; item: string; element?: string; ladder: string; why: string }
  | { type: 'chase.rested'; item: string; ladder: string; under?: string }
  | { type: 'chase.resumed'; item: string; ladder: string; rungs: { rung: string; at: string }[] }
  | {
      type: 'raised';
      key: string;
      item?: string;
      element?: string;
      to: string;
      role: string;
      level: string;
      text?: string;
    }
  | { type: 'raised.closed'; key: string; item?: string; element?: string; why: string }
  | { type: 'help.asked'; item: string; element?: string }
  /** `due` is when it will fire; `at` is, as in every fact, when it was set. */
  | { type: 'timer.set'; timer: string; element?: string; due: string }
  | { type: 'timer.fired'; timer: string; element?: string; due: string }
  | { type: 'timer.cancelled'; timer: string; element?: string }
  | { type: 'message.asked'; note: string; to: string; kind: string; about: string[]; text: string }
  | { type: 'message.told'; note: string; lead: string }
  | { type: 'message.received'; name?: string; element: string; data?: Record<string, unknown> }
  | { type: 'message.missed'; name?: string }
  /** A BPMN message went out, to whoever waits for it. */
  | { type: 'message.thrown'; name: string; element: string }
  | { type: 'escalation.thrown'; code: string; element?: string; caught?: string }
  | { type: 'signal.thrown'; name: string }
  /** What was completed is undone, in this order. */
  | { type: 'compensation.thrown'; element: string; key: string; activities: string[] }
  | { type: 'variables.set'; variables: Record<string, unknown>; scope: string }
  | { type: 'role.resolved'; role: string; people: string[]; reasons?: string[] }
  | { type: 'job.created'; element: string; key: string; job: string; jobType: string }
  | { type: 'job.completed'; element: string; key: string; job: string }
  | { type: 'job.cancelled'; element: string; key: string; job: string }
  | { type: 'job.failed'; element: string; key: string; job: string; error: string; retries: number }
  | {
      type: 'incident.raised';
      incident: string;
      element: string;
      key?: string;
      code: string;
      message: string;
    }
  | { type: 'incident.resolved'; incident: string; element: string; why?: string }
  | { type: 'consent.withdrawn' }
  | { type: 'channel.changed'; person: string; to: string }
  | { type: 'capacity.held'; capacity: string; above?: boolean }
  | { type: 'capacity.released'; capacity: string };

export type Fact = FactBase & FactBody;
export type FactType = FactBody['type'];
export type FactOf<T extends FactType> = FactBase & Extract<FactBody, { type: T }>;
