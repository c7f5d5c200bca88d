// A rehearsal world in memory: instances, mailrooms and capacities that share one virtual clock. The same loop as on the real
// server (ADR 0003): the earliest moment of all members first (ties: instances, then mailrooms, by order of creation), its
// commands answered in order, then the next.
import type {
  Act,
  Definition,
  Fact,
  MigrationPlan,
  OutgoingMessage,
  Rejection,
} from '../../contract/index.ts';
import { type Calendar, dutchCalendar, type Instant } from '../calendar/index.ts';
import type { Command, CommandOf } from '../command.ts';
import { contentHash } from '../content-hash.ts';
import { compile } from '../engine/compile.ts';
import type { Compiled } from '../engine/compiled.ts';
import { type Foreseen, foresee } from '../engine/forecast.ts';
import { stillHolds } from '../engine/queries.ts';
import { start, step } from '../engine/step.ts';
import { nextDue } from '../engine/timers.ts';
import type { Ctx } from '../engine/work.ts';
import type { CoreEvent, EventOf, HostEvent } from '../event.ts';
import { callOf, mailroomNextDue, mailroomStep, openMailroom } from '../mailroom/mailroom.ts';
import type { MailroomCommand, MailroomEvent, MailroomState, Reach } from '../mailroom-types.ts';
import { planMigration } from '../migration/index.ts';
import { type ReachedBy, reachedBy } from '../reached-by.ts';
import { freezeFrom } from '../report/index.ts';
import { nextSelfStart, type SelfStart, selfStartsOf } from '../schedule/self-starts.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import type { State, Variables } from '../state.ts';
import { ENGINE_VERSION } from '../versions.ts';
import { Capacities, type CapacityState } from './capacities.ts';
import { holdersIn } from './holders.ts';
import { Kept, type KeptMessage, longestWaiting, type Message, startedBy } from './messages.ts';
import { type SimulatedMessage, type SimulatedPerson, sentMessage } from './sent-message.ts';

export type { SimulatedMessage, SimulatedPerson } from './sent-message.ts';

/** More answers and moments than this while the clock stands still: it goes round without end. */
const MOST_TURNS = 20_000;
/** An instance that a message or signal begins counts for so many: each makes every turn after it longer. */
const TURNS_OF_A_START = 20;

export interface WorldOptions {
  at: Instant;
  calendar?: Calendar;
  settings?: Settings;
  people?: Record<string, SimulatedPerson>;
  /** Who holds each role: person ids. */
  roles?: Record<string, string[]>;
  capacities?: { name: string; total?: number; used?: number }[];
  definitions?: Definition[];
  /** Elements whose jobs somebody outside answers. */
  ownedJobs?: string[];
  org?: { name: string };
}

interface WorldState {
  at: Instant;
  instances: { id: string; state: State }[];
  mailrooms: MailroomState[];
  capacities: CapacityState[];
  kept?: KeptMessage[];
  starts?: [string, SelfStart[]][];
  channels?: [string, ReachedBy][];
}

/** A message or BPMN signal from outside, or thrown by an instance. */
export type Sent = Message & { kind: 'message' | 'signal'; by?: string };

interface NewInstance {
  definition: Definition;
  by?: string;
  element?: string;
  data?: Variables;
  instance?: string;
  people?: Record<string, string[]>;
  /** Messages and signals that led to it, where one begins it. */
  hops?: number;
}

const actOf = (kind: Sent['kind'], { name, key, data }: Message, by?: string): Act => ({
  ...(kind === 'message'
    ? { type: 'message', name, ...(key === undefined ? {} : { key: JSON.parse(key) }) }
    : { type: 'bpmnSignal', name }),
  ...(data ? { data } : {}),
  ...(by === undefined ? {} : { by }),
});

export class World {
  at: Instant;
  readonly facts: Fact[] = [];
  readonly messages: SimulatedMessage[] = [];
  /** What had happened before this world went its own way. */
  private past: readonly Fact[] = [];
  private readonly options: WorldOptions;
  private calendar: Calendar;
  private readonly settings: Settings;
  private readonly processes = new Map<string, Compiled>();
  /** Published definitions by process id; the newest hash. */
  private readonly published = new Map<string, string>();
  private instances = new Map<string, State>();
  private mailrooms = new Map<string, MailroomState>();
  private capacities: Capacities;
  private kept = new Kept();
  /** Per process id: how far its own starts are. */
  private starts = new Map<string, SelfStart[]>();
  /** Who has asked to be reached another way since. */
  private channels = new Map<string, ReachedBy>();
  /** Per hash: what else was published when it was, for calls that are bound to that. */
  private readonly pins = new Map<string, Map<string, string>>();
  private readonly tagged = new Map<string, string>();
  private queue: (() => void)[] = [];
  private working = false;
  /** Answers and moments since the clock moved or somebody acted. */
  private turns = 0;
  private round: string | undefined;

  constructor(options: WorldOptions) {
    this.options = options;
    this.at = options.at;
    this.calendar = options.calendar ?? dutchCalendar;
    this.settings = options.settings ?? defaultSettings;
    this.capacities = new Capacities(
      (options.capacities ?? []).map((c) => ({
        name: c.name,
        total: c.total,
        used: c.used ?? 0,
        bookings: {},
        waiting: [],
      })),
    );
    for (const d of options.definitions ?? []) this.publish(d);
  }

  private get ctx(): Ctx {
    return { process: (hash) => this.compiled(hash), calendar: this.calendar, settings: this.settings };
  }

  private compiled(hash: string): Compiled {
    const found = this.processes.get(hash);
    if (!found) throw new Error(`No definition ${hash}`);
    return found;
  }

  /**
   * Makes a definition available to calls and new starts; `together` are those of the same file, which it is bound to.
   * @returns its hash. @throws InvalidDefinition
   */
  publish(definition: Definition, together: Definition[] = []): string {
    const hash = contentHash(definition);
    if (!this.processes.has(hash)) this.processes.set(hash, compile(definition, hash));
    if (this.published.get(definition.id) === hash) return hash;
    this.published.set(definition.id, hash);
    // What is not there yet is bound to its first version.
    for (const pins of this.pins.values()) if (!pins.has(definition.id)) pins.set(definition.id, hash);
    const beside = together.map((one): [string, string] => [one.id, contentHash(one)]);
    this.pins.set(hash, new Map([...this.published, ...beside, [definition.id, hash]]));
    if (definition.tag !== undefined) this.tagged.set(`${definition.id}/${definition.tag}`, hash);
    this.starts.set(
      definition.id,
      selfStartsOf(definition).map(({ id }) => ({ element: id, since: this.at, after: this.at, done: 0 })),
    );
    return hash;
  }

  /** A message reaches the instance that waits longest, or starts one; a BPMN signal everybody who listens. */
  send({ kind, by, ...message }: Sent): { started: string[]; reached: string[] } | { rejection: Rejection } {
    this.turns = 0;
    const r = kind === 'message' ? this.sendMessage(message, by) : this.sendSignal(message, by);
    this.advanceTo(this.at);
    return r;
  }

  private sendMessage(
    message: Message,
    by?: string,
  ): { started: string[]; reached: string[] } | { rejection: Rejection } {
    const nobody = { started: [], reached: [] };
    if (this.kept.knows(message.id, this.at)) return nobody;
    const instance = longestWaiting(this.instances.values(), message);
    if (instance !== undefined) {
      const r = this.deliver(instance, this.eventOf('message', message, by));
      return 'rejection' in r ? r : { ...nobody, reached: [instance] };
    }
    for (const hash of this.inOrder()) {
      const r = this.startBy(hash, 'message', message, by);
      if (r) return 'rejection' in r ? r : { ...nobody, started: [r.instance] };
    }
    if (message.until !== undefined && message.until > this.at)
      this.kept.put({ ...message, until: message.until });
    return nobody;
  }

  private sendSignal(
    message: Message,
    by?: string,
  ): { started: string[]; reached: string[] } | { rejection: Rejection } {
    const reached: string[] = [];
    const started: string[] = [];
    for (const [id, state] of [...this.instances]) {
      const listens = Object.values(state.subscriptions ?? {}).some(
        (one) => one.kind === 'signal' && one.name === message.name,
      );
      if (state.status !== 'running' || !listens) continue;
      const r = this.deliver(id, this.eventOf('signal', message, by));
      if ('rejection' in r) return r;
      reached.push(id);
    }
    for (const hash of this.inOrder()) {
      const r = this.startBy(hash, 'signal', message, by);
      if (r && 'rejection' in r) return r;
      if (r) started.push(r.instance);
    }
    return { started, reached };
  }

  /** The newest version of each process, by its id. */
  private inOrder(): string[] {
    return [...this.published].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hash]) => hash);
  }

  private startBy(hash: string, kind: Sent['kind'], { name, data, hops }: Message, by?: string) {
    const process = this.compiled(hash);
    const element = startedBy(process, kind, name);
    if (element === undefined) return undefined;
    this.turns += TURNS_OF_A_START;
    return this.begin({
      definition: process.definition,
      element,
      ...(data ? { data } : {}),
      ...(by === undefined ? {} : { by }),
      ...(hops === undefined ? {} : { hops }),
    });
  }

  private eventOf(kind: Sent['kind'], message: Message, by?: string): CoreEvent {
    const { hops } = message;
    return { ...actOf(kind, message, by), at: this.at, ...(hops === undefined ? {} : { hops }) };
  }

  start(input: NewInstance): { instance: string } | { rejection: Rejection } {
    this.turns = 0;
    const r = this.begin(input);
    if ('instance' in r) this.advanceTo(this.at);
    return r;
  }

  private begin(input: NewInstance): { instance: string } | { rejection: Rejection } {
    const hash = this.publish(input.definition);
    const id = input.instance ?? `i${this.instances.size + 1}`;
    const r = start(this.ctx, {
      instance: id,
      hash,
      at: this.at,
      engine: ENGINE_VERSION,
      world: 'simulated',
      people: input.people ?? this.options.roles ?? {},
      ...(input.by === undefined ? {} : { by: input.by }),
      ...(input.element === undefined ? {} : { element: input.element }),
      ...(input.data === undefined ? {} : { data: input.data }),
      ...(input.hops === undefined ? {} : { hops: input.hops }),
    });
    if (!r.ok) return { rejection: r.rejection };
    this.instances.set(id, r.state);
    this.facts.push(...r.facts);
    this.performAll(id, r.commands);
    return { instance: id };
  }

  /** Something a person does now. */
  act(instance: string, act: Act): { ok: true } | { rejection: Rejection } {
    this.turns = 0;
    const r = this.deliver(instance, { ...act, at: this.at });
    const channel = act.type === 'changeChannel' ? reachedBy(act.to) : undefined;
    if ('ok' in r && act.type === 'changeChannel' && channel) this.channels.set(act.person, channel);
    this.advanceTo(this.at);
    return r;
  }

  /** Moves an instance to another version, which becomes available. */
  migrate(
    instance: string,
    to: Definition,
    how: Omit<EventOf<'migrate'>, 'type' | 'hash' | 'at'>,
  ): { ok: true } | { rejection: Rejection } {
    const hash = contentHash(to);
    if (!this.processes.has(hash)) this.processes.set(hash, compile(to, hash));
    const r = this.deliver(instance, { type: 'migrate', hash, ...how });
    this.advanceTo(this.at);
    return r;
  }

  /** What that would do, without doing it. */
  planMigration(instance: string, to: Definition, mapping?: Record<string, string>): MigrationPlan {
    const hash = contentHash(to);
    if (!this.processes.has(hash)) this.processes.set(hash, compile(to, hash));
    return planMigration(this.ctx, this.state(instance), { hash, ...(mapping ? { mapping } : {}) }, this.at);
  }

  /** The answer to a job from outside, and what is due now. */
  answerJob(instance: string, event: HostEvent): { ok: true } | { rejection: Rejection } {
    this.turns = 0;
    const r = this.deliver(instance, event);
    this.advanceTo(this.at);
    return r;
  }

  /** An act, or an answer of the host. */
  deliver(instance: string, event: CoreEvent | HostEvent): { ok: true } | { rejection: Rejection } {
    const state = this.state(instance);
    const r = step(this.ctx, state, { at: this.at, ...event } as CoreEvent);
    if (!r.ok) return { rejection: r.rejection };
    this.instances.set(instance, r.state);
    this.facts.push(...r.facts);
    this.performAll(instance, r.commands);
    return { ok: true };
  }

  /** Everything due at or before a moment, in order; then the clock stands there. */
  advanceTo(at: Instant): void {
    for (let due = this.nextDue(); due !== undefined && due <= at; due = this.nextDue()) this.fireAt(due);
    if (at > this.at && this.round === undefined) this.at = at;
  }

  /**
   * Where work that is answered at once leads to itself again and again, so that no time can pass: the element that began last.
   * This world then stands still. Undefined while it does not.
   */
  get goesRoundAt(): string | undefined {
    return this.round;
  }

  /** Counts what happens at one moment. @returns false when that is without end. */
  private mayTurn(): boolean {
    if (this.round !== undefined) return false;
    this.turns += 1;
    if (this.turns <= MOST_TURNS) return true;
    const last = this.facts.findLast((fact) => fact.type === 'element.activated');
    this.round = last?.type === 'element.activated' ? last.element : '';
    this.queue = [];
    return false;
  }

  /** The next thing due. @returns its moment, or undefined when nothing is. */
  advanceNext(): Instant | undefined {
    const due = this.nextDue();
    if (due !== undefined) this.fireAt(due);
    return due;
  }

  nextDue(): Instant | undefined {
    if (this.round !== undefined) return undefined;
    let next: Instant | undefined;
    const look = (at: Instant | undefined) => {
      if (at !== undefined && (next === undefined || at < next)) next = at;
    };
    for (const s of this.instances.values()) look(nextDue(s));
    for (const m of this.mailrooms.values()) look(mailroomNextDue(m));
    for (const { at } of this.ownStarts()) look(at);
    return next;
  }

  /** When processes start themselves. */
  private *ownStarts(): Generator<{ at: Instant; hash: string; own: SelfStart }> {
    for (const [id, all] of [...this.starts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const hash = this.published.get(id) as string;
      for (const own of all) {
        const element = this.compiled(hash).elements.get(own.element);
        if (element?.type !== 'startEvent') continue;
        const at = nextSelfStart(this.calendar, element, own);
        if (at !== undefined) yield { at, hash, own };
      }
    }
  }

  private fireAt(due: Instant): void {
    if (due > this.at) {
      this.at = due;
      this.turns = 0;
    }
    if (!this.mayTurn()) return;
    for (const [id, s] of this.instances) {
      if ((nextDue(s) ?? '~') > this.at) continue;
      this.deliver(id, { type: 'tick' });
      return;
    }
    for (const [person, m] of this.mailrooms) {
      if ((mailroomNextDue(m) ?? '~') > this.at) continue;
      this.mail(person, { type: 'tick', at: this.at });
      this.drain();
      return;
    }
    for (const { at, hash, own } of this.ownStarts()) {
      if (at > this.at) continue;
      own.after = at;
      own.done += 1;
      this.begin({ definition: this.compiled(hash).definition, element: own.element });
      return;
    }
  }

  /** Another calendar from now on: what is still to come is counted again in every instance. */
  changeCalendar(calendar: Calendar): void {
    this.calendar = calendar;
    for (const [id, state] of this.instances)
      if (state.status === 'running') this.deliver(id, { type: 'calendarChanged', calendar });
  }

  state(instance: string): State {
    const s = this.instances.get(instance);
    if (!s) throw new Error(`No instance '${instance}'`);
    return s;
  }

  get members(): string[] {
    return [...this.instances.keys()];
  }

  /** The definitions an instance uses, in the order of its state. */
  definitionsOf(instance: string): Compiled[] {
    return this.state(instance).definitions.map((h) => this.compiled(h));
  }

  /** The definition an instance runs on. */
  compiledOf(instance: string): Compiled {
    return this.compiled(this.state(instance).definitions[0] as string);
  }

  capacity(name: string): { used: number; total?: number } | undefined {
    return this.capacities.view()[name];
  }

  allCapacities(): Record<string, { used: number; total?: number }> {
    return this.capacities.view();
  }

  /** When each element is, or would be, due. */
  forecast(instance: string): Foreseen[] {
    return foresee(this.ctx, this.state(instance), this.at);
  }

  /** What happens by itself from here, if nobody acts: facts until nothing is due or the horizon. This world stays as it is. */
  ifNobodyActs(until: Instant): { facts: Fact[]; messages: SimulatedMessage[] } {
    const twin = new World(this.options);
    for (const [hash, p] of this.processes) twin.processes.set(hash, p);
    for (const [id, hash] of this.published) twin.published.set(id, hash);
    for (const [tag, hash] of this.tagged) twin.tagged.set(tag, hash);
    for (const [hash, pins] of this.pins) twin.pins.set(hash, new Map(pins));
    twin.restore(this.snapshot());
    twin.past = [...this.past, ...this.facts];
    twin.advanceTo(until);
    return { facts: twin.facts, messages: twin.messages };
  }

  /** All that is durable, as JSON. */
  snapshot(): string {
    const all: WorldState = {
      at: this.at,
      instances: [...this.instances].map(([id, state]) => ({ id, state })),
      mailrooms: [...this.mailrooms.values()],
      capacities: this.capacities.state,
      kept: this.kept.messages,
      starts: [...this.starts],
      channels: [...this.channels],
    };
    return JSON.stringify(all);
  }

  restore(snapshot: string): void {
    const all = JSON.parse(snapshot) as WorldState;
    this.at = all.at;
    this.turns = 0;
    this.round = undefined;
    this.instances = new Map(all.instances.map((i) => [i.id, i.state]));
    this.mailrooms = new Map(all.mailrooms.map((m) => [m.person, m]));
    this.capacities = new Capacities(all.capacities);
    this.kept = new Kept(all.kept);
    if (all.starts) this.starts = new Map(all.starts);
    this.channels = new Map(all.channels);
  }

  /** Forgets everything that is not durable and goes on. */
  reload(): void {
    this.restore(this.snapshot());
  }

  private performAll(instance: string, commands: Command[]): void {
    for (const c of commands) this.perform(instance, c);
    this.drain();
  }

  /** Answers come after all commands of the step, in order. */
  private drain(): void {
    if (this.working) return;
    this.working = true;
    try {
      for (let next = this.queue.shift(); next && this.mayTurn(); next = this.queue.shift()) next();
    } finally {
      this.working = false;
    }
  }

  private answer(instance: string, event: HostEvent): void {
    this.queue.push(() => {
      const r = this.deliver(instance, event);
      if ('rejection' in r)
        throw new Error(`The engine refused an answer of its host: ${r.rejection.message}`);
    });
  }

  private perform(instance: string, c: Command): void {
    switch (c.do) {
      case 'job': {
        if (c.element !== undefined && this.options.ownedJobs?.includes(c.element)) return;
        if (c.jobType === 'report.freeze') return this.freeze(instance, c);
        const done = this.capacities.run(instance, c);
        if (done === 'waits') return;
        for (const { instance: to, key, result } of done)
          this.answer(to, { type: 'jobCompleted', job: key, result });
        return;
      }
      case 'cancelJob':
        this.capacities.cancel(instance, c.key);
        return;
      case 'resolve':
        this.answer(instance, {
          type: 'resolved',
          job: c.key,
          role: c.role,
          ...holdersIn(this.options.roles ?? {}, c.role),
        });
        return;
      case 'load': {
        const hash = c.decision ? this.decides(c.process) : this.bound(instance, c);
        if (hash === undefined)
          this.answer(instance, { type: 'notLoaded', job: c.key, reason: 'not published' });
        else
          this.answer(instance, {
            type: 'loaded',
            job: c.key,
            hash,
            definition: this.compiled(hash).definition,
          });
        return;
      }
      case 'post':
        this.mail(c.to, {
          type: 'post',
          at: this.at,
          instance,
          notes: c.notes,
          announce: c.announce,
          withdraw: c.withdraw,
          ended: c.ended,
          reach: this.reach(c.to, c.notes[0]?.side ?? c.announce[0]?.side),
        });
        return;
      case 'publish': {
        const { do: _do, ...sent } = c;
        this.queue.push(() => {
          if (sent.kind === 'message') this.sendMessage(sent);
          else this.sendSignal(sent);
        });
        return;
      }
      case 'subscribe': {
        if (c.kind !== 'message') return;
        const message = this.kept.take(c.name, c.key, this.at);
        if (message) this.queue.push(() => void this.sendMessage(message));
        return;
      }
      case 'unsubscribe':
        return;
    }
  }

  /** Whoever initiates in this world stands for every initiative in it. */
  private freeze(instance: string, { key: job, input }: CommandOf<'job'>): void {
    const process = this.compiledOf(instance).definition.id;
    const result = freezeFrom(
      [...this.past, ...this.facts],
      { id: instance, process, input },
      { calendar: this.calendar, now: this.at, personOf: () => this.options.roles?.initiator?.[0] },
    );
    const error = 'Expected an existing period';
    this.answer(
      instance,
      result ? { type: 'jobCompleted', job, result } : { type: 'jobFailed', job, error, retries: 0 },
    );
  }

  /** The version a call means: the newest, the newest with a tag, or the one there was when the caller was published. */
  private bound(instance: string, { process, binding, tag, caller }: CommandOf<'load'>): string | undefined {
    if (binding === 'tag') return this.tagged.get(`${process}/${tag}`);
    if (binding === 'latest') return this.published.get(process);
    return this.pins.get(caller ?? (this.state(instance).definitions[0] as string))?.get(process);
  }

  /** What is published with a decision table of that id. */
  private decides(decision: string): string | undefined {
    return this.inOrder().find((hash) =>
      this.compiled(hash).definition.decisions?.some(({ id }) => id === decision),
    );
  }

  private reach(person: string, side: Reach['side'] = 'us'): Reach {
    const p = this.options.people?.[person];
    if (!p) return { side, channels: ['mail'] };
    const channels = (['mail', 'sms', 'post'] as const).filter((c) => p[c] !== undefined);
    const preferred = this.channels.get(person) ?? (p.channel as Reach['preferred']);
    return { side, channels, ...(preferred === undefined ? {} : { preferred }) };
  }

  private mail(person: string, event: MailroomEvent): void {
    const room =
      this.mailrooms.get(person) ??
      openMailroom(
        person,
        event.type === 'post' ? event.reach : { side: 'us', channels: ['mail'] },
        event.at,
        'simulated',
      );
    const r = mailroomStep({ calendar: this.calendar, settings: this.settings }, room, event);
    this.mailrooms.set(person, r.state);
    for (const c of r.commands) this.performMail(person, c);
  }

  private performMail(person: string, c: MailroomCommand): void {
    switch (c.do) {
      case 'send':
        this.post(c.message);
        return;
      case 'ask':
        this.queue.push(() =>
          this.mail(person, {
            type: 'answered',
            at: this.at,
            instance: c.instance,
            holds: stillHolds(this.state(c.instance), c.keys),
          }),
        );
        return;
      case 'tell':
        this.answer(c.instance, { type: 'told', notes: c.notes, lead: c.lead });
        return;
      case 'leadEnded':
        this.answer(c.instance, { type: 'leadEnded', lead: c.lead });
        return;
      case 'callNeeded':
        this.answer(c.instance, callOf(c));
        return;
    }
  }

  private post(message: OutgoingMessage): void {
    const place = {
      people: this.options.people ?? {},
      org: this.options.org ?? { name: 'Speelruimte' },
      calendar: this.calendar,
      stateOf: (id: string) => this.instances.get(id),
      process: (hash: string) => this.processes.get(hash),
    };
    this.messages.push(sentMessage(message, place));
  }
}
