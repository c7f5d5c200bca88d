// Commands: what the host must do now. The one timer of an instance is not a command: hosts ask `nextDue(state)`.
import type { Note } from '../contract/index.ts';
import type { Patience, Variables } from './state.ts';

export type Command =
  /** Carry out automatic work; answered by jobCompleted, jobFailed or jobError with the same key. Idempotent on instance and key. */
  | ({
      do: 'job';
      key: string;
      jobType: string;
      input: Variables;
      retries: number;
      element?: string;
    } & Patience)
  | { do: 'cancelJob'; key: string }
  /** Find who holds a role; answered by `resolved`. */
  | { do: 'resolve'; key: string; role: string }
  /** Fetch a called process, or what holds a decision table; answered by `loaded` or `notLoaded`. */
  | {
      do: 'load';
      key: string;
      process: string;
      binding: 'latest' | 'pinned' | 'tag';
      /** Hash of the definition that calls: pins are its own. */
      caller?: string;
      tag?: string;
      /** `process` is the id of a decision table; what is published with it is meant. */
      decision?: true;
    }
  /** Everything one step has for one recipient's mailroom. Order within: withdraw, ended, announce, notes. */
  | { do: 'post'; to: string; notes: Note[]; announce: Note[]; withdraw: string[]; ended: string[] }
  /** A BPMN message or signal for others. `key`: correlation key as JSON text; `until`: how long a message is kept that nobody waits for; `hops`: for whoever it reaches. */
  | {
      do: 'publish';
      kind: 'message' | 'signal';
      name: string;
      key?: string;
      data?: Variables;
      until?: string;
      hops?: number;
    }
  /** From now on a message or signal of that name is for this instance; answered by the acts `message` and `bpmnSignal`. */
  | { do: 'subscribe'; id: string; kind: 'message' | 'signal'; name: string; key?: string }
  | { do: 'unsubscribe'; id: string };

export type CommandOf<T extends Command['do']> = Extract<Command, { do: T }>;
