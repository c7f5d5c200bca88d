// Tells a way as a scenario, and plays it on the production engine while it is told: each step is worded for how things stand.
import type { Definition, Fact } from '../../contract/index.ts';
import { addToInstant, dutchCalendar, type Instant, parseLocal, toLocal } from '../calendar/index.ts';
import { defaultLadder } from '../chasing/standard-ladders.ts';
import { isCarrying, isEventSubProcess, type Model, triggersOf } from '../check/model.ts';
import { REST } from '../check/thrown.ts';
import { compile } from '../engine/compile.ts';
import { holds } from '../feel/index.ts';
import { formOfTask } from '../forms/index.ts';
import { castOf } from '../scenario/cast.ts';
import { coreHost } from '../scenario/core-host.ts';
import { waitingElements } from '../scenario/expectations/open.ts';
import { carryOut, type Failure, type Host, type Item, play } from '../scenario/index.ts';
import { jsonSource } from '../scenario/json-source.ts';
import { readStep } from '../scenario/reading/steps.ts';
import { defaultSettings } from '../settings.ts';
import type { ElementInstance, Json, State, Variables } from '../state.ts';
import { answersTo } from './form-answers.ts';
import type { Move, Node } from './node.ts';
import type { Values } from './values.ts';

/** An item of a scenario as it is written in a file. */
export type StoryItem = { [key: string]: Json };

export interface Told {
  story: StoryItem[];
  /** Every step was accepted. */
  played: boolean;
  failures: Failure[];
  state: State;
  facts: Fact[];
  /** Where tokens are: the innermost elements. */
  where: string[];
}

const ZONE = 'Europe/Amsterdam';
const CLOCK: Instant = '2026-01-12T08:00:00.000Z';
/** Open work that is completed besides, where the drawing has more of it than was played. */
const MOST_MORE = 20;

/** Who plays in a story: for each role somebody who is called after it. */
export function castFor({ definition }: Model): Record<string, string> {
  const named = new Set([
    ...definition.roles.map(({ id }) => id),
    'initiator',
    'supporter',
    'coordinator',
    'manager',
  ]);
  for (const element of definition.elements) {
    if ('roles' in element) for (const role of element.roles ?? []) named.add(role);
    if (element.type === 'agreement') for (const role of element.confirmRoles) named.add(role);
    if (element.type === 'callActivity' && element.whenMissing) named.add(element.whenMissing);
  }
  return Object.fromEntries([...named].map((role) => [role, role]));
}

/**
 * Tells a way. `data` is what is given at each of its situations. Undefined where the definition cannot be carried out at all.
 */
export function tell(
  model: Model,
  path: readonly Node[],
  data: readonly Variables[],
  values: Values,
): Told | undefined {
  try {
    return new Telling(model, path, data, values).tell();
  } catch (error) {
    // A drawing that cannot be carried out, or a defect the story runs into: it cannot be told, the rest can.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

class Telling {
  readonly #model: Model;
  readonly #path: readonly Node[];
  readonly #data: readonly Variables[];
  readonly #values: Values;
  readonly #story: StoryItem[] = [];
  readonly #definition: Definition;
  #host: Host | undefined;
  #instance = '';

  constructor(model: Model, path: readonly Node[], data: readonly Variables[], values: Values) {
    this.#model = model;
    this.#path = path;
    this.#data = data;
    this.#values = values;
    this.#definition = model.definition;
  }

  tell(): Told {
    const compiled = compile(this.#definition, this.#definition.id);
    const people = Object.entries(castFor(this.#model)).map(([role, name]) => ({
      role,
      people: [{ name, line: 0 }],
    }));
    const cast = castOf(people as Parameters<typeof castOf>[0], [this.#definition]);
    const owned = this.#path.flatMap(({ move }) => (move?.do === 'job' ? [move.element] : []));
    const calendar = { ...dutchCalendar, zone: ZONE };
    const host = coreHost({
      at: CLOCK,
      zone: ZONE,
      calendar,
      settings: { ...defaultSettings, ...(owned.length > 0 ? { answeredOutside: owned } : {}) },
      people: cast.people,
      roles: cast.roles,
      capacities: [],
      definitions: [this.#definition],
      ownedJobs: owned,
    });
    this.#host = host;
    const { ok, failures, facts } = carryOut(
      play({
        scenario: {
          line: 1,
          title: 'Story',
          zone: ZONE,
          calendar,
          capacities: [],
          instances: [],
          settings: {},
          clock: CLOCK,
          // Each item is made up when it is asked for, with a look at how things stand then.
          items: { [Symbol.iterator]: () => this.#items() } as unknown as Item[],
        },
        cast,
        definitions: new Map([[this.#definition.id, this.#definition]]),
        main: this.#definition,
        beside: new Map(),
        compiled: new Map([[this.#definition, compiled]]),
      }),
      host,
    );
    const isStarted = this.#instance !== '';
    const state = isStarted ? host.state(this.#instance) : undefined;
    return {
      story: this.#story,
      played: ok && isStarted,
      failures,
      state: state as State,
      facts,
      where: state ? waitingElements({ state }) : [],
    };
  }

  *#items(): Generator<Item> {
    for (const [at, node] of this.#path.entries()) {
      if (!node.move) continue;
      const data = this.#data[at] ?? {};
      for (const item of this.#itemsFor(node, node.move, data)) yield this.#say(item);
      if (node.move.do === 'start') this.#instance = this.#latest();
      if (this.#instance === '') return;
      yield* this.#rest(node, data);
    }
    yield* this.#promises();
  }

  #say(item: StoryItem): Item {
    this.#story.push(item);
    const line = this.#story.length;
    const { at, ...step } = item;
    const [key, value] = Object.entries(step)[0] ?? [];
    const reading = { zone: ZONE, problems: [] };
    const read =
      key === undefined ? undefined : readStep(key, line, jsonSource(value ?? null, line), reading);
    return {
      line,
      ...(typeof at === 'string' ? { at: parseLocal(ZONE, at) ?? CLOCK } : {}),
      ...(read ? { step: read } : {}),
      expect: [],
    };
  }

  #latest(): string {
    return (this.#host as Host).facts().find((fact) => fact.type === 'instance.started')?.instance ?? '';
  }

  get #state(): State {
    return (this.#host as Host).state(this.#instance);
  }

  /** Active instances of an element, in the order they began. */
  #active(element: string): ElementInstance[] {
    return Object.values(this.#state.elements)
      .filter((one) => one.element === element && one.d === 0)
      .sort((a, b) => Number(a.key) - Number(b.key));
  }

  /** Open tasks that bear an element's name, likewise; parts for several people each. */
  #tasksOf(element: string): ElementInstance[] {
    return this.#active(element).filter(({ task, parts }) => task && !parts?.length);
  }

  /** Of equals, which one a move means: as many began before it there as here. */
  #nth(node: Node, key: string, element: string, among: (one: ElementInstance) => boolean): number {
    const before = node.before?.state.elements ?? {};
    const equals = Object.values(before)
      .filter((one) => one.element === element && among(one))
      .sort((a, b) => Number(a.key) - Number(b.key));
    return Math.max(
      0,
      equals.findIndex((one) => one.key === key),
    );
  }

  #itemsFor(node: Node, move: Move, data: Variables): StoryItem[] {
    switch (move.do) {
      case 'start':
        return [this.#start(move.element, data)];
      case 'complete':
        return this.#complete(node, move, data);
      case 'job': {
        const open = Object.values(this.#state.jobs).filter(
          ({ element }) => element !== undefined && this.#state.elements[element]?.element === move.element,
        );
        if (open.length === 0) return [];
        const nth = Math.min(
          open.length - 1,
          this.#nth(node, move.key, move.element, (one) => !one.many),
        );
        const which: StoryItem = open.length > 1 ? { nth: nth + 1 } : {};
        return move.error === undefined
          ? [{ job: { element: move.element, complete: this.#resultOf(move.element, data), ...which } }]
          : [{ job: { element: move.element, error: move.error, ...which } }];
      }
      case 'begin':
        return [{ begin: { element: move.element } }];
      case 'happens':
        return this.#happening(node, move, data);
    }
  }

  #start(id: string | undefined, data: Variables): StoryItem {
    const element = id === undefined ? undefined : this.#model.elements.get(id);
    const form = element?.type === 'startEvent' ? this.#model.forms.get(element.form ?? '') : undefined;
    const answers = answersTo(form, data, {}, { at: CLOCK, zone: ZONE });
    const several = this.#model.children('').filter(({ type }) => type === 'startEvent').length > 1;
    return {
      at: localOf(CLOCK),
      start: {
        ...(several && id !== undefined ? { element: id } : {}),
        ...(Object.keys(answers).length > 0 ? { data: answers } : {}),
      },
    };
  }

  #complete(node: Node, move: Extract<Move, { do: 'complete' }>, data: Variables): StoryItem[] {
    const open = this.#tasksOf(move.element);
    const nth = Math.min(
      open.length - 1,
      this.#nth(node, move.key, move.element, ({ task }) => task !== undefined),
    );
    const one = open[nth];
    if (!one) {
      // A process that is called is not played: somebody arranges what it does, and passes over it.
      const calls = this.#model.elements.get(move.element)?.type === 'callActivity';
      const isWaiting = this.#active(move.element).length > 0;
      return calls && isWaiting ? [{ skip: { element: move.element, why: 'arranged otherwise' } }] : [];
    }
    const whole = one.whole;
    if (whole !== undefined)
      return open
        .filter((part) => part.whole === whole)
        .map((part, i, parts) => ({
          complete: this.#completion(move, part, i === parts.length - 1 ? data : {}, {
            by: part.task?.owner ?? 'anyone',
          }),
        }));
    return [{ complete: this.#completion(move, one, data, open.length > 1 ? { nth: nth + 1 } : {}) }];
  }

  #completion(
    { element, outcome }: { element: string; outcome?: string },
    one: ElementInstance,
    data: Variables,
    which: { nth?: number; by?: string },
  ): StoryItem {
    const own =
      this.#model.elements.get(element) ?? this.#model.elements.get(element.replace(/\.confirm$/, ''));
    const isConfirming = own?.type === 'agreement' && element !== own.id;
    const form = formOfTask(own, isConfirming);
    const now = { at: (this.#host as Host).now(), zone: ZONE };
    const given =
      own?.type === 'agreement' && !isConfirming ? { commitments: this.#commitments(), ...data } : data;
    const answers = answersTo(
      this.#model.forms.get(form ?? ''),
      given,
      seenBy(this.#state, one),
      now,
      outcome,
    );
    const by: StoryItem = which.by === undefined ? {} : { by: this.#nameOf(which.by) };
    return {
      task: element,
      ...(own?.type === 'callActivity' || outcome === undefined ? {} : { outcome }),
      ...(Object.keys(answers).length > 0 ? { data: answers } : {}),
      ...(which.nth === undefined ? {} : { nth: which.nth }),
      ...by,
    };
  }

  /** A person by the role they are called after. */
  #nameOf(person: string): string {
    const held = Object.entries(this.#state.people).find(([, people]) => people.includes(person));
    return held?.[0] ?? person.replace(/^p-/, '');
  }

  /** One of theirs and one of ours, due long after the story. */
  #commitments(): Json {
    return [
      { text: 'their part', owner: 'initiator', due: '2030-01-07' },
      { text: 'our part', owner: 'supporter', due: '2030-01-07' },
    ];
  }

  #resultOf(id: string, data: Variables): Json {
    const element = this.#model.elements.get(id);
    const result = element?.type === 'serviceTask' ? element.result : undefined;
    const value = result === undefined ? undefined : data[result];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  }

  /** What makes an event come: a message, a signal, a value, or time. */
  #happening(node: Node, move: Extract<Move, { do: 'happens' }>, data: Variables): StoryItem[] {
    const id = move.element.replace(/~$/, '');
    const drawn = this.#model.elements.get(id);
    const start = isEventSubProcess(drawn)
      ? this.#model.children(id).find(({ type }) => type === 'startEvent')
      : undefined;
    const event = start ?? drawn;
    if (!event) return [];
    if (event.type === 'receiveTask') return [{ message: { element: id, ...withData(data) } }];
    const triggers = triggersOf(event) ?? {};
    const { message, signal, condition, timer, escalation } = triggers;
    const onlyMessage = move.outcome === 'message';
    const asked = message !== undefined || ('button' in event && event.button !== undefined);
    if (move.at === 'wait' && this.#active(id).length === 0) return [];
    if (asked && (onlyMessage || timer === undefined || move.at !== 'wait'))
      return [{ message: { element: event.id, ...withData(data) } }];
    if (signal !== undefined) return [{ signal: { name: signal, ...withData(data) } }];
    if (condition !== undefined) return this.#makeTrue(condition);
    if (timer) return this.#waitFor(node, move, event.id);
    if (escalation === REST || escalation === '') return this.#letRest(node, move);
    if (asked) return [{ message: { element: event.id, ...withData(data) } }];
    return Object.keys(triggers).length === 0 ? [{ message: { element: event.id } }] : [];
  }

  /** Values with which a condition holds, set as somebody who may repair does. */
  #makeTrue(condition: string): StoryItem[] {
    const now = { at: (this.#host as Host).now(), zone: ZONE };
    const seen = this.#state.variables[''] ?? {};
    const r = holds(condition, seen, now);
    if (r.ok && r.holds) return [];
    const found = this.#values.making(condition, seen, now);
    return found ? [{ set: { variables: found } }] : [];
  }

  /** Time passes until the moment the event waits for. */
  #waitFor(node: Node, move: Extract<Move, { do: 'happens' }>, event: string): StoryItem[] {
    const { timers } = this.#state;
    const due = (() => {
      if (move.at === 'beside') return timers[`${this.#scopeOf(node, move.key)}/${event}`];
      const host = move.at === 'border' ? this.#hostOf(move.element) : [move.element];
      const equals = host.flatMap((one) => this.#active(one).filter(({ pass }) => pass === undefined));
      const nth = this.#nth(
        node,
        move.key,
        this.#elementAt(node, move.key),
        ({ pass }) => pass === undefined,
      );
      const one = equals[Math.min(nth, equals.length - 1)];
      if (!one) return undefined;
      return move.at === 'border' ? timers[`${one.key}/${event}`] : timers[one.key];
    })();
    return due ? [{ at: localOf(due.at) }] : [];
  }

  #elementAt(node: Node, key: string): string {
    return node.before?.state.elements[key]?.element ?? '';
  }

  /** What a border event sits on; an agreement is two tasks. */
  #hostOf(boundary: string): string[] {
    const own = this.#model.elements.get(boundary.replace(/~$/, ''));
    if (own?.type !== 'boundaryEvent') return [];
    return boundary.endsWith('~') ? [`${own.attachedTo}.confirm`] : [own.attachedTo];
  }

  /** The scope here that is the scope there. */
  #scopeOf(node: Node, key: string): string {
    if (key === '') return '';
    const element = this.#elementAt(node, key);
    const equals = this.#active(element).filter(({ many }) => !many);
    return equals[this.#nth(node, key, element, ({ many }) => !many)]?.key ?? '';
  }

  /** Nobody answers until the ladder asks somebody to choose, who lets it rest. */
  #letRest(_node: Node, _move: Move): StoryItem[] {
    for (const one of Object.values(this.#state.elements)) {
      const ladder = one.task?.ladder ?? (one.task ? defaultLadder[one.task.side] : undefined);
      const rung = this.#model.ladders
        .get(ladder ?? '')
        ?.rungs.find(({ acts }) =>
          acts.some((act) => act.act === 'task' && act.outcomes?.some(({ id }) => id === REST)),
        );
      const chase = Object.values(this.#state.chases).find(({ key }) => key === one.key);
      const at = chase?.rungs.find(({ id }) => id === rung?.id)?.at;
      if (!rung || at === undefined) continue;
      return [
        { at: localOf(at) },
        { complete: { task: `${one.task?.name}.${ladder}.${rung.id}`, outcome: REST } },
      ];
    }
    return [];
  }

  /** Where the drawing has more of something than was played, the rest is done too. */
  *#rest(node: Node, data: Variables): Generator<Item> {
    const { move } = node;
    if (!move || (move.do !== 'complete' && move.do !== 'job')) return;
    const isLeft = Object.values(node.state.elements).some(({ element }) => element === move.element);
    const many = this.#model.elements.get(move.element);
    if (isLeft || !many || !isCarrying(many) || !(many.many || many.again)) return;
    for (let n = 0; n < MOST_MORE && this.#active(move.element).length > 0; n += 1) {
      const [task] = this.#tasksOf(move.element);
      if (move.do === 'complete' && task)
        yield this.#say({ complete: this.#completion(move, task, data, {}) });
      else if (move.do === 'job')
        yield this.#say({ job: { element: move.element, complete: this.#resultOf(move.element, data) } });
      else return;
    }
  }

  /** What was promised is kept, so that only the drawing keeps the process going. */
  *#promises(): Generator<Item> {
    for (const { text } of Object.values(this.#state.commitments))
      yield this.#say({ done: { commitment: text } });
  }
}

const withData = (data: Variables): { data?: Variables } => (Object.keys(data).length > 0 ? { data } : {});

/** Variables seen from an element instance. */
function seenBy(state: State, one: ElementInstance): Variables {
  const outer = one.scope === '' ? (state.variables[''] ?? {}) : seenFrom(state, one.scope);
  return { ...outer, ...state.variables[one.key] };
}

function seenFrom(state: State, scope: string): Variables {
  const one = state.elements[scope];
  return one ? seenBy(state, one) : (state.variables[''] ?? {});
}

/** A moment as a scenario writes it; a part of a minute is the next one. */
function localOf(at: Instant): string {
  const { date, time, seconds } = toLocal(ZONE, at);
  if (seconds === 0) return `${date}T${time}`;
  const next = toLocal(ZONE, addToInstant(at, 60_000));
  return `${next.date}T${next.time}`;
}
