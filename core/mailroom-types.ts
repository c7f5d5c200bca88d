// The mailroom's shapes: one small state per recipient, a pure reducer in core/mailroom, carried by a workflow or the simulator.
import type { Note, OutgoingMessage } from '../contract/index.ts';
import type { Instant } from './calendar/index.ts';

/** How somebody can be reached: no addresses, only which channels work. */
export interface Reach {
  side: Note['side'];
  channels: ('mail' | 'sms' | 'post')[];
  preferred?: 'mail' | 'sms' | 'post' | 'phone';
}

export interface MailroomState {
  v: 1;
  person: string;
  world?: string;
  reach: Reach;
  at: Instant;
  /** Counter for message keys. */
  sent: number;
  /** Waiting to be sent at `at` (after shifting). */
  waiting: (Note & { came: Instant })[];
  /** Not yet due in their instance, but known. */
  announced: Note[];
  /** Working-day window after the last chasing mail: nothing shiftable goes before `until`. */
  lead?: { item: string; at: Instant; until: Instant };
  /** Who rests under which lead: lead `instance/item` → instances. */
  followers: Record<string, string[]>;
  /** Asked the instance whether these still hold; held until the answer. */
  asking?: { at: Instant; notes: (Note & { came: Instant })[]; pending: string[]; dropped: string[] };
}

export type MailroomEvent = { at: Instant } & (
  | {
      type: 'post';
      instance: string;
      notes: Note[];
      announce: Note[];
      withdraw: string[];
      ended: string[];
      reach: Reach;
    }
  | { type: 'tick' }
  /** Answer to `ask`: which of the asked note keys still hold. */
  | { type: 'answered'; instance: string; holds: string[] }
  /** Answer to `send`: the address is wrong, and it will never be taken. */
  | { type: 'refused'; message: OutgoingMessage }
);

export type MailroomCommand =
  | { do: 'send'; message: OutgoingMessage }
  | { do: 'ask'; instance: string; keys: string[] }
  | { do: 'tell'; instance: string; notes: string[]; lead: string }
  | { do: 'leadEnded'; instance: string; lead: string }
  | CallNeeded;

/** Somebody cannot be reached by a message: a person has to call or write. */
export interface CallNeeded {
  do: 'callNeeded';
  instance: string;
  about: string[];
  person: string;
  note: string;
  /** There is an address, but nothing arrives at it. */
  wrongAddress?: true;
}
