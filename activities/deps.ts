/** What activities need from outside: handed in by the worker, so that tests hand in the real thing or an observer. */
import type { Rejection } from '../contract/index.ts';
import type { Variables } from '../core/state.ts';
import type { Store } from '../store/index.ts';
import type { EventRequest, PostRequest, Surroundings } from '../workflows/messages.ts';

/** How activities speak to instances and mailrooms; the worker's engine client is one. */
export interface Engine {
  /** Brings an event to an instance, once per id. Throws when no answer came in time: ask again with the same id. */
  deliver(
    instance: string,
    request: EventRequest,
  ): Promise<{ ok: true } | { ok: false; rejection: Rejection }>;
  /** Note keys the instance still stands behind; when it has ended, what it told at its end. */
  holds(instance: string, keys: string[]): Promise<string[]>;
  /** Hands notes to a recipient's mailroom, started when it is not running; once per `post.id`. */
  postToMailroom(input: {
    org: string;
    person: string;
    world?: string;
    surroundings: Surroundings;
    post: PostRequest;
  }): Promise<void>;
}

/** Structured log; words of people never go in. */
export interface Log {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** A start by a message or a BPMN signal. */
export interface MessageStart {
  /** Of the message and the process: the same again gives the same instance. */
  id: string;
  org: string;
  world?: string;
  process: string;
  version: number;
  hash: string;
  /** The start event. */
  element: string;
  data?: Variables;
  by?: string;
  /** Of the instance that threw it: what it begins belongs there too. */
  initiative?: string;
  /** As with what began it. */
  hops?: number;
}

export interface Deps {
  store: Store;
  engine: Engine;
  log: Log;
  /** Real time as an instant; a rehearsal's comes from its world. */
  clock: () => string;
  /** Starts an instance of a published version, once per id; answers the id it got. */
  startInstance?: (input: MessageStart) => Promise<string>;
  /** Text messages can be sent; otherwise nobody is said to be reachable by them. */
  sms?: boolean;
}
