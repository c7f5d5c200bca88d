/** What a story needs of the world it plays in. Core and the Temporal rehearsal both offer it and must give equal facts. */
import type { Act, Definition, Fact, Language, Rejection } from '../../contract/index.ts';
import type { Calendar, Instant } from '../calendar/index.ts';
import type { Compiled } from '../engine/compiled.ts';
import type { EventOf, HostEvent } from '../event.ts';
import type { Settings } from '../settings.ts';
import type { Sent } from '../simulator/world.ts';
import type { State, Variables } from '../state.ts';
import type { Person } from './cast.ts';

/** The world before the story. */
export interface Setup {
  at: Instant;
  zone: string;
  calendar: Calendar;
  settings: Settings;
  people: Record<string, Person>;
  roles: Record<string, string[]>;
  capacities: { name: string; total?: number; used: number }[];
  /** The first is the one the scenario is about; others may be called. */
  definitions: Definition[];
  /** Ids of elements whose jobs the story answers itself. */
  ownedJobs: string[];
}

export interface StartOf {
  definition: Definition;
  by?: string;
  /** Id of a start event. */
  element?: string;
  data?: Variables;
}

/** A message as it went out. */
export interface SentMessage {
  at: Instant;
  /** Person id. */
  to: string;
  role: string;
  channel: string;
  /** Items it is about: `n3`, `c2`, `n9.confirm`. */
  about: string[];
  subject: string;
  text: string;
  /** The same words in both languages. */
  texts?: Record<Language, { subject: string; text: string }>;
  buttons?: string[];
  invite?: unknown;
  instance: string;
  kind?: string;
}

/** What will happen to an element if nobody acts: when it becomes active, or when what it asks is due. */
export interface Foreseen {
  /** Id, or the name of a task. */
  element: string;
  what: 'active' | 'due';
  at: Instant;
}

/** How an instance is moved to another version. */
export type MigrationOf = Omit<EventOf<'migrate'>, 'type' | 'hash' | 'at'>;

export type JobAnswer = Extract<HostEvent, { type: 'jobCompleted' | 'jobFailed' | 'jobError' }>;
export type Answer<T = unknown> = T | { rejection: Rejection };

/** A world that answers at once. Times only go forward. */
export interface Host {
  now(): Instant;
  /** Carries out everything due at or before. */
  advanceTo(at: Instant): void;
  /** Carries out the next thing due; undefined when nothing is. */
  advanceNext(): Instant | undefined;
  start(input: StartOf): Answer<{ instance: string }>;
  act(instance: string, act: Act): Answer;
  /** A BPMN message to whoever waits longest for it, else a process that starts with it; a BPMN signal to all. */
  send(sent: Sent): Answer<{ started: string[]; reached: string[] }>;
  answerJob(instance: string, answer: JobAnswer): Answer;
  state(instance: string): State;
  /** The definitions an instance uses, in the order of its state. */
  processes(instance: string): Compiled[];
  /** Of all instances, in the order they happened. */
  facts(): Fact[];
  messages(): SentMessage[];
  capacities(): Record<string, { used: number; total?: number }>;
  /** If nobody acts: what is open now and all that comes until a moment. */
  forecast(instance: string, until: Instant): Foreseen[];
  /** The element at which work that is answered at once leads to itself without end; nothing happens any more then. */
  goesRoundAt(): string | undefined;
  /** Forgets everything that is not durable and goes on. */
  restartWorker(): void;
  /** `together`: all of the same file, which calls in it are bound to. */
  publish(definition: Definition, together: Definition[]): void;
  migrate(instance: string, to: Definition, how: MigrationOf): Answer;
}

/** The same, for a world on a server. */
export type RemoteHost = {
  [K in keyof Host]: (...input: Parameters<Host[K]>) => PromiseLike<ReturnType<Host[K]>>;
};

export type Call = { [K in keyof Host]: { call: K; input: Parameters<Host[K]> } }[keyof Host];

/** A story under way: asks the host, gets its answers, ends with a result. */
export type Story<T> = Generator<Call, T, unknown>;

/** Asks the host one thing. */
export function* ask<K extends keyof Host>(
  call: K,
  ...input: Parameters<Host[K]>
): Story<ReturnType<Host[K]>> {
  return (yield { call, input } as Call) as ReturnType<Host[K]>;
}

/** Lets a host that answers at once carry out a story. */
export function carryOut<T>(story: Story<T>, host: Host): T {
  let next = story.next();
  while (!next.done) {
    const { call, input } = next.value;
    next = story.next((host[call] as (...input: unknown[]) => unknown)(...input));
  }
  return next.value;
}
