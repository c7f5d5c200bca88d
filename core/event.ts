// Events: what happened to an instance. Past tense in meaning, each with its moment; people's acts are in contract/act.ts.
import type { Act, Definition } from '../contract/index.ts';
import type { Calendar, Instant } from './calendar/index.ts';
import type { Variables } from './state.ts';

/** What `start` needs besides the definition. People are ids; roles without holders are resolved when needed. */
export interface StartInput {
  instance: string;
  initiative?: string;
  world?: string;
  hash: string;
  at: Instant;
  /** Engine behaviour by number (core/versions.ts), for hosts that tell a start again; 1 where none was kept. */
  engine?: number;
  by?: string;
  /** Named start event, where there are several. */
  element?: string;
  data?: Variables;
  /** Where a message or signal begins it: as with an event. */
  hops?: number;
  people: Record<string, string[]>;
}

/** Answers of the host to commands. */
export type HostEvent =
  | { type: 'tick' }
  | { type: 'resolved'; job: string; role: string; people: string[]; reasons?: string[] }
  | { type: 'loaded'; job: string; hash: string; definition: Definition }
  | { type: 'notLoaded'; job: string; reason: string }
  | { type: 'jobCompleted'; job: string; result?: Variables }
  | { type: 'jobFailed'; job: string; error: string; retries?: number }
  | { type: 'jobError'; job: string; code: string; data?: Variables }
  /** A leading message told these announced notes. `lead` is `instance/item`. */
  | { type: 'told'; notes: string[]; lead: string }
  /** The chase that led has ended; what rested under it goes on. */
  | { type: 'leadEnded'; lead: string }
  /** The organisation's calendar changed: what is still to come is counted again, what has come stays. */
  | { type: 'calendarChanged'; calendar: Calendar }
  /**
   * Somebody moves the instance to another version. `mapping`: old element to new, where it is not plain; `despite`: codes of
   * problems that are accepted; `undo`: back, while nothing has moved; `otherProcess`: to a version of another process.
   */
  | {
      type: 'migrate';
      /** The host has its definition ready. */
      hash: string;
      mapping?: Record<string, string>;
      despite?: string[];
      undo?: boolean;
      otherProcess?: boolean;
      why: string;
      by?: string;
    }
  /** The recipient has no channel we can use: a person must call or write. */
  | { type: 'callNeeded'; about: string[]; person: string; note: string; wrongAddress?: true };

/** `hops`, of a message or signal from another instance: how many led to one another before it came (`engine/hops.ts`). */
export type CoreEvent = (Act | HostEvent) & { at: Instant; hops?: number };
export type HostEventType = HostEvent['type'];
export type EventType = CoreEvent['type'];
export type EventOf<T extends EventType> = Extract<CoreEvent, { type: T }>;
