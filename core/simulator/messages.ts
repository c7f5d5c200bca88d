// BPMN messages in a world: the instance that waited longest gets one, else a process that starts with it; what nobody waits for
// is kept for its time to live (docs/elements, message events).
import type { Instant } from '../calendar/index.ts';
import type { Compiled } from '../engine/compiled.ts';
import { waitingForMessage } from '../engine/subscriptions.ts';
import type { State, Variables } from '../state.ts';

export interface Message {
  name: string;
  /** Correlation key as JSON text. */
  key?: string;
  data?: Variables;
  /** Kept until then when nobody waits; without it, it is gone. */
  until?: Instant;
  /** How many led to one another until this one, itself among them. */
  hops?: number;
  /** The same id again, while it is remembered, changes nothing. */
  id?: string;
}

export interface KeptMessage extends Message {
  until: Instant;
}

/** The running instance whose wait for this message is the oldest. */
export function longestWaiting(states: Iterable<State>, { name, key }: Message): string | undefined {
  let found: { instance: string; since: Instant } | undefined;
  for (const state of states) {
    if (state.status !== 'running') continue;
    const [first] = waitingForMessage(state, name, key);
    if (first && (!found || first[1].since < found.since))
      found = { instance: state.instance, since: first[1].since };
  }
  return found?.instance;
}

/** The start event of a process that a message or a BPMN signal of that name begins. */
export function startedBy(process: Compiled, kind: 'message' | 'signal', name: string): string | undefined {
  for (const element of process.elements.values()) {
    if (element.type !== 'startEvent' || element.parent !== undefined) continue;
    const wanted = kind === 'message' ? element.triggers?.message?.name : element.triggers?.signal;
    if (wanted === name) return element.id;
  }
  return undefined;
}

/** Messages that wait for somebody, oldest first, and ids that were seen. */
export class Kept {
  messages: KeptMessage[];
  constructor(messages: KeptMessage[] = []) {
    this.messages = messages;
  }

  /** What may still be given at a moment. */
  at(now: Instant): KeptMessage[] {
    this.messages = this.messages.filter(({ until }) => until > now);
    return this.messages;
  }

  knows(id: string | undefined, now: Instant): boolean {
    return id !== undefined && this.at(now).some((one) => one.id === id);
  }

  put(message: KeptMessage): void {
    this.messages.push(message);
  }

  /** The oldest kept message for a wait that begins. */
  take(name: string, key: string | undefined, now: Instant): KeptMessage | undefined {
    const found = this.at(now).find(
      (one) => one.name === name && (key === undefined || one.key === undefined || one.key === key),
    );
    if (found) this.messages = this.messages.filter((one) => one !== found);
    return found;
  }
}
