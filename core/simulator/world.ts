// A rehearsal world in memory: instances, mailrooms and capacities that share one virtual clock. The same loop as on the real
// server (ADR 0003): the earliest moment of all members first (ties: instances, then mailrooms, by order of creation), its
// commands answered in order, then the next.
import type { Act, Definition, Fact, OutgoingMessage, Rejection } from '../../contract/index.ts';
import { type Calendar, dutchCalendar, type Instant } from '../calendar/index.ts';
import type { Command } from '../command.ts';
import { contentHash } from '../content-hash.ts';
import { compile } from '../engine/compile.ts';
import type { Compiled } from '../engine/compiled.ts';
import { type Foreseen, foresee } from '../engine/forecast.ts';
import { stillHolds } from '../engine/queries.ts';
import { start, step } from '../engine/step.ts';
import { nextDue } from '../engine/timers.ts';
import type { Ctx } from '../engine/work.ts';
import type { CoreEvent, HostEvent } from '../event.ts';
import { mailroomNextDue, mailroomStep, openMailroom } from '../mailroom/mailroom.ts';
import type { MailroomCommand, MailroomEvent, MailroomState, Reach } from '../mailroom-types.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import type { State, Variables } from '../state.ts';
import { Capacities, type CapacityState } from './capacities.ts';
import { holdersIn } from './holders.ts';
import { type SimulatedMessage, type SimulatedPerson, sentMessage } from './sent-message.ts';

export type { SimulatedMessage, SimulatedPerson } from './sent-message.ts';

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
}

export class World {
  at: Instant;
  readonly facts: Fact[] = [];
  readonly messages: SimulatedMessage[] = [];
  private readonly options: WorldOptions;
  private calendar: Calendar;
  private readonly settings: Settings;
  private readonly processes = new Map<string, Compiled>();
  /** Published definitions by process id; the newest hash. */
  private readonly published = new Map<string, string>();
  private instances = new Map<string, State>();
  private mailrooms = new Map<string, MailroomState>();
  private capacities: Capacities;
  private queue: (() => void)[] = [];
  private working = false;

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

  /** Makes a definition available to calls and new starts. @returns its hash. @throws InvalidDefinition */
  publish(definition: Definition): string {
    const hash = contentHash(definition);
    if (!this.processes.has(hash)) this.processes.set(hash, compile(definition, hash));
    this.published.set(definition.id, hash);
    return hash;
  }

  start(input: {
    definition: Definition;
    by?: string;
    element?: string;
    data?: Variables;
    instance?: string;
    people?: Record<string, string[]>;
  }): { instance: string } | { rejection: Rejection } {
    const hash = this.publish(input.definition);
    const id = input.instance ?? `i${this.instances.size + 1}`;
    const r = start(this.ctx, {
      instance: id,
      hash,
      at: this.at,
      world: 'simulated',
      people: input.people ?? this.options.roles ?? {},
      ...(input.by === undefined ? {} : { by: input.by }),
      ...(input.element === undefined ? {} : { element: input.element }),
      ...(input.data === undefined ? {} : { data: input.data }),
    });
    if (!r.ok) return { rejection: r.rejection };
    this.instances.set(id, r.state);
    this.facts.push(...r.facts);
    this.performAll(id, r.commands);
    this.advanceTo(this.at);
    return { instance: id };
  }

  /** Something a person does now. */
  act(instance: string, act: Act): { ok: true } | { rejection: Rejection } {
    const r = this.deliver(instance, { ...act, at: this.at });
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
    if (at > this.at) this.at = at;
  }

  /** The next thing due. @returns its moment, or undefined when nothing is. */
  advanceNext(): Instant | undefined {
    const due = this.nextDue();
    if (due !== undefined) this.fireAt(due);
    return due;
  }

  nextDue(): Instant | undefined {
    let next: Instant | undefined;
    const look = (at: Instant | undefined) => {
      if (at !== undefined && (next === undefined || at < next)) next = at;
    };
    for (const s of this.instances.values()) look(nextDue(s));
    for (const m of this.mailrooms.values()) look(mailroomNextDue(m));
    return next;
  }

  private fireAt(due: Instant): void {
    if (due > this.at) this.at = due;
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
    twin.restore(this.snapshot());
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
    };
    return JSON.stringify(all);
  }

  restore(snapshot: string): void {
    const all = JSON.parse(snapshot) as WorldState;
    this.at = all.at;
    this.instances = new Map(all.instances.map((i) => [i.id, i.state]));
    this.mailrooms = new Map(all.mailrooms.map((m) => [m.person, m]));
    this.capacities = new Capacities(all.capacities);
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
      for (let next = this.queue.shift(); next; next = this.queue.shift()) next();
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
        const hash = this.published.get(c.process);
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
      case 'publish':
        for (const id of this.instances.keys()) {
          const act: Act =
            c.kind === 'signal'
              ? { type: 'bpmnSignal', name: c.name }
              : { type: 'message', name: c.name, ...(c.key === undefined ? {} : { key: c.key }) };
          this.queue.push(() => {
            if (this.state(id).status === 'running' && (c.kind === 'signal' || id !== instance))
              this.deliver(id, { ...act, at: this.at });
          });
        }
        return;
    }
  }

  private reach(person: string, side: Reach['side'] = 'us'): Reach {
    const p = this.options.people?.[person];
    if (!p || (p.mail === undefined && p.sms === undefined && p.post === undefined)) {
      const silent = p !== undefined && p.channel !== undefined && p.channel !== 'mail';
      return { side, channels: silent ? [] : ['mail'] };
    }
    const channels = (['mail', 'sms', 'post'] as const).filter((c) => p[c] !== undefined);
    const preferred = p.channel as Reach['preferred'];
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
        this.send(c.message);
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
        this.answer(c.instance, { type: 'callNeeded', about: c.about, person: c.person, note: c.note });
        return;
    }
  }

  private send(message: OutgoingMessage): void {
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
