// The working copy of one step: state copied on write, facts and commands collected, nothing visible until the step is done.
import type { Fact, FactBody, Note, Rejection, RejectionCode } from '../../contract/index.ts';
import type { Calendar, Instant } from '../calendar/index.ts';
import type { Command } from '../command.ts';
import type { Settings } from '../settings.ts';
import type { ElementInstance, Key, State, Variables } from '../state.ts';
import type { Compiled, CompiledElement } from './compiled.ts';
import { FEW_KEYS, sparseCopy } from './sparse-copy.ts';
import { copyOf } from './state-copy.ts';

/** Everything a step needs besides state and event. Inputs with versions; no clock, no randomness, no people. */
export interface Ctx {
  process(hash: string): Compiled;
  calendar: Calendar;
  settings: Settings;
}

export type StepResult =
  | { ok: true; state: State; commands: Command[]; facts: Fact[] }
  | { ok: false; rejection: Rejection };

/** Why the step happens: a person acted, a moment came, or the host answered. Decides whether messages go at once. */
export type Cause = 'act' | 'timer' | 'host';

/** Who acted, as facts tell it; what is not known is left out. */
export interface Who {
  by?: string;
  onBehalfOf?: string;
  channel?: string;
}

/** Thrown inside a step and returned by it as a value; the state stays as it was. */
export class Rejected extends Error {
  readonly rejection: Rejection;
  constructor(
    code: RejectionCode,
    message: string,
    more: Pick<Rejection, 'path' | 'problems' | 'text'> = {},
  ) {
    super(message);
    this.rejection = { code, message, ...more };
  }
}

type MapField = {
  [K in keyof State]-?: NonNullable<State[K]> extends Record<string, unknown> | unknown[] ? K : never;
}[keyof State];

interface Post {
  notes: Note[];
  announce: Note[];
  withdraw: string[];
  ended: string[];
}

const copied = (value: object): object => (Array.isArray(value) ? [...value] : { ...value });

/** What is written in nearly every step: each with a place of its own, so that all it copies looks alike there. */
const copies: Partial<Record<MapField, (value: object, highest: number) => object>> = {
  elements: (value, highest) => (highest > FEW_KEYS ? sparseCopy(value) : { ...value }),
  jobs: (value, highest) => (highest > FEW_KEYS ? sparseCopy(value) : { ...value }),
  anchors: (value) => ({ ...value }),
};

/** Facts after which an open form of the task is stale. */
const changesTask: Partial<Record<FactBody['type'], true>> = {
  'task.created': true,
  'task.claimed': true,
  'task.unclaimed': true,
  'item.handedOver': true,
  'meeting.planned': true,
  'element.postponed': true,
  'due.set': true,
};

/** Several tasks may have one name; the fact then says which by the key of its element instance. */
function exactly(
  body: FactBody & { item?: string; key?: string },
  state: State,
): FactBody & { item?: string; key?: string } {
  const { item } = body;
  const cut = item?.search(/[#@]/) ?? -1;
  if (item === undefined || cut < 1) return body;
  const mark = item.slice(cut);
  const key = mark.startsWith('#')
    ? mark.slice(1)
    : Object.values(state.elements).find(({ task }) => task?.item === item)?.key;
  return { ...(key === undefined ? {} : { key }), ...body, item: item.slice(0, cut) };
}

export class Work {
  readonly ctx: Ctx;
  readonly at: Instant;
  readonly cause: Cause;
  readonly who: Who;
  state: State;
  readonly facts: Fact[] = [];
  readonly commands: Command[] = [];
  /** Set when variables changed: conditions are looked at again. */
  changed = false;
  /** Per chase, the position of its last chasing note in this step: after an outage only the last one goes out. */
  lastNote: Map<string, Note> | undefined;
  private readonly before: State;
  private posts: Map<string, Post> | undefined;
  private merged: Map<Key, Variables> | undefined;
  private readonly touched = new Set<Key>();
  private agenda: (() => void)[] = [];
  /** Made so far in this step. */
  moves = 0;

  constructor(ctx: Ctx, state: State, at: Instant, cause: Cause, who: Who = {}) {
    this.ctx = ctx;
    this.at = at;
    this.cause = cause;
    this.who = who;
    this.before = state;
    this.state = copyOf(state);
    this.state.at = at;
  }

  /** A map or list of the state that may be written; copied once per step. */
  own<K extends MapField>(field: K): NonNullable<State[K]> {
    const value = this.state[field] as object;
    if (value === this.before[field])
      (this.state as unknown as Record<string, unknown>)[field] =
        copies[field]?.(value, this.state.next) ?? copied(value);
    return this.state[field] as NonNullable<State[K]>;
  }

  fact(body: FactBody): void {
    this.state.n += 1;
    const exact = exactly(body, this.state);
    this.facts.push({
      n: this.state.n,
      at: this.at,
      instance: this.state.instance,
      ...this.who,
      ...exact,
    } as Fact);
    if (body.type in changesTask) this.stamp(exact);
  }

  /** A task's version is the number of the last fact that changed what a form shows of it. */
  private stamp({ key, item }: { key?: string; item?: string }): void {
    for (const inst of Object.values(this.state.elements)) {
      if (!inst.task || (key === undefined ? inst.task.name !== item : inst.key !== key)) continue;
      this.put({ ...inst, task: { ...inst.task, version: this.state.n } });
    }
  }

  command(command: Command): void {
    this.commands.push(command);
  }

  key(): Key {
    this.state.next += 1;
    return String(this.state.next);
  }

  process(d: number): Compiled {
    const hash = this.state.definitions[d];
    if (hash === undefined) throw new Error(`No definition ${d} in ${this.state.instance}`);
    return this.ctx.process(hash);
  }

  /** Index of the definition that the elements of a scope belong to. */
  definitionOf(scope: Key): number {
    const inst = scope === '' ? undefined : this.state.elements[scope];
    return inst === undefined ? 0 : (inst.called ?? inst.d);
  }

  element(inst: ElementInstance): CompiledElement {
    const e = this.process(inst.d).elements.get(inst.element);
    if (!e) throw new Error(`No element '${inst.element}' in ${this.state.instance}`);
    return e;
  }

  /** The instance as it is now, or undefined when it is no longer active. */
  active(key: Key): ElementInstance | undefined {
    return this.state.elements[key];
  }

  put(inst: ElementInstance): ElementInstance {
    this.own('elements')[inst.key] = inst;
    return inst;
  }

  patch(key: Key, change: Partial<ElementInstance>): ElementInstance {
    const old = this.state.elements[key];
    if (!old) throw new Error(`Element instance ${key} is not active`);
    return this.put({ ...old, ...change });
  }

  /** Whether moves are waiting. */
  get busy(): boolean {
    return this.agenda.length > 0 || this.touched.size > 0;
  }

  later(move: () => void): void {
    this.agenda.push(move);
  }

  /** Something left this scope: whether it is finished is asked once all moves are made. */
  touch(scope: Key): void {
    this.touched.add(scope);
  }

  /**
   * Runs until nothing is left to do; then asks `check` of each scope that something left.
   * @returns false when it had to stop because there were more than `most`.
   */
  run(check: (scope: Key) => void, most: number): boolean {
    for (;;) {
      for (let i = 0; i < this.agenda.length; i += 1) {
        this.moves += 1;
        if (this.moves > most) return false;
        this.agenda[i]?.();
      }
      this.agenda = [];
      const scope = this.touched.values().next();
      if (scope.done) return true;
      this.touched.delete(scope.value);
      check(scope.value);
    }
  }

  /** The nearest scope with variables of its own, from here outwards: a called process, an element with local ones, or the instance. */
  private holderOf(scope: Key): Key {
    let at = scope;
    while (at !== '' && !(at in this.state.variables)) at = this.state.elements[at]?.scope ?? '';
    return at;
  }

  /** The process around: a called one, or the instance itself. */
  processScope(scope: Key): Key {
    let at = this.holderOf(scope);
    while (at !== '' && !this.isProcess(at)) at = this.holderOf(this.state.elements[at]?.scope ?? '');
    return at;
  }

  private isProcess(scope: Key): boolean {
    const inst = this.state.elements[scope];
    return inst !== undefined && inst.d >= 0 && this.element(inst).type === 'callActivity';
  }

  /** All variables visible from a scope; inner ones win. */
  variables(scope: Key): Variables {
    const at = this.holderOf(scope);
    const known = this.merged?.get(at);
    if (known) return known;
    const own = this.state.variables[at] ?? {};
    const result = at === '' ? own : { ...this.variables(this.state.elements[at]?.scope ?? ''), ...own };
    this.merged ??= new Map();
    this.merged.set(at, result);
    return result;
  }

  /**
   * Each value goes where the variable is, from the scope outwards; one that is nowhere is the process's (BPMN leaves this
   * open; the engines agree on it).
   */
  setVariables(scope: Key, values: Variables): void {
    const holder = this.holderOf(scope);
    if (holder === '' || this.isProcess(holder)) return this.write(holder, values);
    const local = this.state.variables[holder] ?? {};
    const own = Object.entries(values).filter(([name]) => Object.hasOwn(local, name));
    const others = Object.entries(values).filter(([name]) => !Object.hasOwn(local, name));
    this.write(holder, Object.fromEntries(own));
    if (others.length > 0)
      this.setVariables(this.state.elements[holder]?.scope ?? '', Object.fromEntries(others));
  }

  /** Values of an element's own, seen from inside it and gone when it ends. */
  setLocal(key: Key, values: Variables): void {
    if (Object.keys(values).length > 0) this.write(key, values);
  }

  private write(at: Key, values: Variables): void {
    if (Object.keys(values).length === 0) return;
    const all = this.own('variables');
    all[at] = { ...all[at], ...values };
    this.merged = undefined;
    this.changed = true;
    this.fact({ type: 'variables.set', variables: values, scope: at });
  }

  /** Takes over a state made from this one. */
  adopt(state: State): void {
    this.state = copyOf(state);
    this.merged = undefined;
  }

  /** What this step has for one recipient's mailroom. */
  post(to: string): Post {
    this.posts ??= new Map();
    let post = this.posts.get(to);
    if (!post) {
      post = { notes: [], announce: [], withdraw: [], ended: [] };
      this.posts.set(to, post);
    }
    return post;
  }

  /** Closes the step. */
  result(): StepResult {
    for (const [to, p] of this.posts ?? []) {
      if (p.notes.length + p.announce.length + p.withdraw.length + p.ended.length > 0)
        this.command({ do: 'post', to, ...p });
    }
    return { ok: true, state: this.state, commands: this.commands, facts: this.facts };
  }
}
