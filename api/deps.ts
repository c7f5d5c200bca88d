/** What the API needs from outside: the store, the engine behind Temporal, the driver of rehearsal worlds, a clock and a log. */
import type { JobDescription } from '../contract/api/outside.ts';
import type { Act, Language, OutgoingMessage, Rejection } from '../contract/index.ts';
import type { Calendar } from '../core/calendar/index.ts';
import type { State, Variables } from '../core/state.ts';
import type { Store } from '../store/index.ts';
import type { Acted, MigrateRequest, PinnedDefinition, Surroundings } from '../workflows/messages.ts';

export type Answer<T> = { ok: true; result: T } | { ok: false; rejection: Rejection };

/** An instance to be started: of the organisation, in an initiative, perhaps in a rehearsal world. */
export interface NewInstance {
  id: string;
  org: string;
  initiative?: string;
  world?: string;
  hash: string;
  process: string;
  version?: number;
  element?: string;
  data?: Variables;
  by?: string;
  /** Messages and signals that led to it, where one begins it. */
  hops?: number;
}

/** A BPMN message or signal from outside. */
export interface Sending {
  org: string;
  kind: 'message' | 'signal';
  name: string;
  /** Correlation key as JSON text. */
  key?: string;
  data?: Variables;
  /** A message that nobody waits for is kept until then. */
  until?: string;
  id: string;
  by?: string;
}

/** Instances it reached, and those it began. */
export interface SentTo {
  reached: string[];
  started: string[];
}

export interface Engine {
  /** Registers and starts; answers when the first facts are in the read model. The same id again gives the same instance. */
  start(instance: NewInstance): Promise<Answer<Acted>>;
  /** Once per `id` and instance. Throws EngineUnavailable when no answer came in time: it may still be carried out. */
  act(instance: string, act: Act, options: { id: string }): Promise<Answer<Acted>>;
  /** To another version, once per `id`. */
  migrate(
    instance: string,
    to: PinnedDefinition,
    request: MigrateRequest & { id: string },
  ): Promise<Answer<Acted>>;
  /** A BPMN message or signal from outside, once per id. */
  send(sending: Sending): Promise<SentTo>;
  /** What an organisation published changed what starts itself today. */
  startsChanged(org: string): Promise<void>;
  /** The state as the running instance has it. */
  state(instance: string): Promise<State>;
  surroundings(org: string, world?: string): Promise<Surroundings>;
}

export interface NewWorld {
  id: string;
  org: string;
  name: string;
  at: string;
  roles: Record<string, string[]>;
  calendar?: Calendar;
  by?: string;
}

/** Rehearsal worlds: everything in them answers at once, and their clock goes on only when asked. */
export interface Worlds {
  create(world: NewWorld): Promise<void>;
  start(world: string, instance: NewInstance): Promise<Answer<Acted>>;
  act(world: string, instance: string, act: Act, options: { id: string }): Promise<Answer<Acted>>;
  migrate(
    world: string,
    instance: string,
    to: PinnedDefinition,
    request: { how: MigrateRequest['how']; id: string },
  ): Promise<Answer<Acted>>;
  /** A BPMN message or signal from outside, for what is in the world. */
  send(world: string, sending: Sending): Promise<SentTo>;
  /** Carries out everything due at or before, in order; gives the moments at which something happened. */
  advanceTo(world: string, at: string): Promise<string[]>;
  /** Carries out the next thing due, once per request; nothing when nothing is. */
  advanceNext(world: string, request: string): Promise<string | undefined>;
  close(world: string): Promise<void>;
}

export interface Log {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** How this installation was put together, for the start page and health. */
export interface Installation {
  publicUrl: string;
  /** Only this machine can reach it. */
  local: boolean;
  mongo: 'given' | 'mongod' | 'stand-in' | (string & {});
  temporal: 'given' | 'embedded';
  temporalUi?: string;
  sendsMail: boolean;
  /** Sender of its mails, and where questions about it go. */
  mail: string;
  tokensFile?: string;
  /** Folder with the built screens; without it there are none, only the API and the page about it. */
  designer?: string;
}

export interface Deps {
  store: Store;
  engine: Engine;
  worlds: Worlds;
  log: Log;
  clock: () => string;
  installation: Installation;
  /** Automatic work that processes can ask for. */
  jobs: JobDescription[];
  /** Only where others can reach it: founds the organisation, for who knows the code that was printed at the start. */
  setup?: {
    code: string;
    found(first: {
      organisation: string;
      name: string;
      mail: string;
      password: string;
      language: Language;
    }): Promise<void>;
  };
  /** Sends a message that no instance asked for, such as a new link. */
  sendMessage: (message: OutgoingMessage, world?: string) => Promise<unknown>;
  /** Whether the worker is there to carry out what is asked; for `/ready`. */
  ready: () => Promise<boolean>;
  /** Compares every answer with its declared shape and fails when it does not fit; on in tests. */
  checkAnswers?: boolean;
}
