// Takes a move on the engine, once for every way in which conditions on it may be answered.
import type { Fact } from '../../contract/index.ts';
import { dutchCalendar, fromMillis } from '../calendar/index.ts';
import { compile } from '../engine/compile.ts';
import { type Compiled, outgoingOf } from '../engine/compiled.ts';
import { start, step } from '../engine/step.ts';
import type { Ctx } from '../engine/work.ts';
import type { CoreEvent } from '../event.ts';
import { parse } from '../feel/index.ts';
import { defaultSettings } from '../settings.ts';
import type { ElementInstance, Key, State, Variables } from '../state.ts';
import { ENGINE_VERSION } from '../versions.ts';
import type { Bare, Question } from './bare.ts';
import { MOST_INSTANCES, people } from './bare.ts';
import type { Answer, Move, Node } from './node.ts';
import type { Store, Values } from './values.ts';

/** A situation after a move, and what the engine told on the way. */
export interface Taken {
  state: State;
  facts: Fact[];
  store: Store;
  settled: ReadonlyMap<string, boolean>;
  answers: Answer[];
  given: string[];
  sizes: { element: string; size: number }[];
}

/** Ways of answering one step that are looked at. */
const MOST_WAYS = 128;
const AT = Date.parse('2026-01-12T08:00:00.000Z');
const HASH = 'bare';

/** Answers chosen for a step, by the variable of their question; lengths of lists by theirs. */
type Chosen = Map<string, boolean | number>;

export class Taking {
  readonly compiled: Compiled;
  /** A step had more ways than were looked at. */
  cutShort = false;
  steps = 0;
  readonly #bare: Bare;
  readonly #values: Values;
  readonly #ctx: Ctx;
  readonly #questions: Map<string, Question>;
  /** Variables that an element may change in passing, without anybody giving them. */
  readonly #makes: Map<string, string[]>;
  readonly #gives: Map<string, string[]>;

  constructor(bare: Bare, values: Values) {
    this.#bare = bare;
    this.#values = values;
    this.compiled = compile(bare.definition, HASH);
    this.#ctx = { process: () => this.compiled, calendar: dutchCalendar, settings: defaultSettings };
    const all = [bare.ofFlow, bare.again, bare.completion, bare.done].flatMap((map) => [...map.values()]);
    this.#questions = new Map(all.map((question) => [question.name, question]));
    this.#makes = new Map();
    this.#gives = new Map();
    const note = (map: Map<string, string[]>, element: string, name: string) =>
      map.set(element, [...(map.get(element) ?? []), name]);
    for (const [name, { assigned, brought, made }] of bare.sources) {
      if (!values.asked.has(name)) continue;
      for (const { element } of assigned) note(this.#makes, element, name);
      for (const element of made) note(this.#makes, element, name);
      for (const { element } of brought) note(this.#gives, element, name);
    }
  }

  /** Every way a move may go. */
  *take(node: Node | undefined, move: Move): Generator<Taken> {
    const open: Chosen[] = [new Map()];
    let ways = 0;
    for (let chosen = open.pop(); chosen; chosen = open.pop()) {
      ways += 1;
      if (ways > MOST_WAYS) {
        this.cutShort = true;
        return;
      }
      const taken = this.#takeOnce(node, move, chosen, open);
      if (taken) yield taken;
    }
  }

  #takeOnce(node: Node | undefined, move: Move, chosen: Chosen, open: Chosen[]): Taken | undefined {
    const r = this.#run(node, move, chosen);
    if (!r) return undefined;
    const { given, store: before, settled: kept } = this.#afterGiving(node, move);
    const answers: Answer[] = [];
    const sizes: { element: string; size: number }[] = [];
    let store = before;
    const settled = new Map(kept);
    const known = this.#followedIn(r.state);

    /** Looks at one question; false where this way is not possible. */
    const answer = (question: Question, forced?: boolean): boolean => {
      const { name, text, onlyYes } = question;
      const said = forced ?? (chosen.get(name) as boolean | undefined);
      const possible = (yes: boolean) => {
        if (text === undefined || (onlyYes && !yes)) return { store, free: false };
        if (settled.has(text) && settled.get(text) !== yes) return undefined;
        return this.#values.narrowed(text, yes, store, known);
      };
      const [no, yes] = [possible(false), possible(true)];
      let taken = said ?? false;
      if (said === undefined) {
        // The step was taken with “no”; “yes” is another way of taking it.
        if (yes) open.push(new Map([...chosen, [name, true]]));
        if (!no) return false;
        chosen.set(name, false);
        taken = false;
      }
      const left = taken ? yes : no;
      if (!left) return false;
      store = left.store;
      if (text !== undefined && left.free) settled.set(text, taken);
      if (text !== undefined && !(onlyYes && !taken)) answers.push({ text, yes: taken });
      return true;
    };

    for (const asked of this.#askedIn(node, r)) {
      if (asked.kind === 'made') {
        const changed = new Map(store);
        for (const name of asked.names) changed.delete(name);
        store = changed;
        for (const text of settled.keys()) if (mentions(text, asked.names)) settled.delete(text);
      } else if (asked.kind === 'size') {
        const size = chosen.get(asked.name) as number | undefined;
        if (size === undefined)
          for (let n = 0; n <= MOST_INSTANCES; n += 1)
            if (n !== 1) open.push(new Map([...chosen, [asked.name, n]]));
        chosen.set(asked.name, size ?? 1);
        sizes.push({ element: asked.element, size: size ?? 1 });
      } else if (!answer(asked.question, asked.forced)) return undefined;
    }
    return { state: r.state, facts: r.facts, store, settled, answers, given, sizes };
  }

  /** The move on the engine, with the answers at hand as variables. */
  #run(node: Node | undefined, move: Move, chosen: Chosen): { state: State; facts: Fact[] } | undefined {
    this.steps += 1;
    const answers: Variables = Object.fromEntries([
      ...[...this.#questions.keys()].map((name) => [name, false] as const),
      ...[...this.#bare.sizes.values()].map((name) => [name, 1] as const),
      ...chosen,
    ]);
    const at = fromMillis(AT + (node ? node.index + 1 : 0) * 1_000);
    if (!node || move.do === 'start') {
      const r = start(this.#ctx, {
        instance: 'i',
        hash: HASH,
        at,
        engine: ENGINE_VERSION,
        people,
        ...(move.do === 'start' && move.element !== undefined ? { element: move.element } : {}),
        data: answers,
      });
      return r.ok ? { state: this.#withoutAnswers(r.state), facts: r.facts } : undefined;
    }
    const before = node.state;
    const state: State = {
      ...before,
      // A short story each time: nothing depends on how many facts there were.
      n: 0,
      variables: { ...before.variables, '': { ...before.variables[''], ...answers } },
    };
    const r = step(this.#ctx, ...eventOf(state, move, at));
    return r.ok ? { state: this.#withoutAnswers(r.state), facts: r.facts } : undefined;
  }

  #withoutAnswers(state: State): State {
    const own = state.variables[''] ?? {};
    const kept = Object.fromEntries(Object.entries(own).filter(([name]) => this.#bare.followed.has(name)));
    return { ...state, variables: { ...state.variables, '': kept } };
  }

  #followedIn(state: State): Variables {
    return state.variables[''] ?? {};
  }

  /** What a move itself gives a value: whoever completes a task answers its form. */
  #afterGiving(
    node: Node | undefined,
    move: Move,
  ): { given: string[]; store: Store; settled: ReadonlyMap<string, boolean> } {
    const values = this.#values;
    const store = new Map(node?.store ?? values.first());
    const element = move.do === 'start' ? (move.element ?? '') : move.element;
    const given: string[] = [];
    const give = (name: string, left: number) => {
      // Where none of the values here would be an answer, nothing is known of it.
      if (left === 0) store.delete(name);
      else store.set(name, left);
      given.push(name);
    };
    if (move.do === 'start')
      for (const name of values.asked) if (values.comesWithStart(name)) give(name, values.all(name));
    const isWork =
      move.do === 'start' || move.do === 'complete' || (move.do === 'job' && move.error === undefined);
    const own = element.replace(/\.confirm$/, '');
    if (isWork)
      for (const name of this.#gives.get(own) ?? []) {
        const source = this.#bare.sources.get(name)?.brought.find((one) => one.element === own);
        const { answers, mayBeLeft } = values.answersTo(name, source?.field);
        // What nobody fills in stays as it was.
        give(name, mayBeLeft ? answers | (store.get(name) ?? 0) : answers);
      }
    const settled = new Map(node?.settled ?? []);
    for (const text of settled.keys()) if (mentions(text, given)) settled.delete(text);
    return { given, store, settled };
  }

  /** What was asked in a step, in the order of its facts. */
  *#askedIn(node: Node | undefined, { state, facts }: { state: State; facts: Fact[] }): Generator<Asked> {
    const instances = new Map<Key, { element: string; scope: Key }>();
    for (const one of Object.values(node?.state.elements ?? {}) as ElementInstance[])
      instances.set(one.key, { element: one.element, scope: one.scope });
    const isPass = (key: Key) => {
      const one = instances.get(key);
      return one !== undefined && instances.get(one.scope)?.element === one.element;
    };
    const taken = new Set(facts.flatMap((fact) => (fact.type === 'flow.taken' ? [fact.flow] : [])));
    const begun = new Map<string, number>();
    for (const fact of facts) {
      if (fact.type === 'element.activated') {
        instances.set(fact.key, { element: fact.element, scope: fact.scope });
        if (isPass(fact.key)) {
          begun.set(fact.element, (begun.get(fact.element) ?? 0) + 1);
          continue;
        }
        const size = this.#bare.sizes.get(fact.element);
        if (size !== undefined) yield { kind: 'size', name: size, element: fact.element };
        const again = this.#bare.again.get(fact.element);
        if (again && this.#asksBefore(fact.element)) yield { kind: 'question', question: again };
      }
      if (fact.type !== 'element.completed') continue;
      const { element, key } = fact;
      const made = this.#makes.get(element.replace(/\.confirm$/, ''));
      if (made) yield { kind: 'made', names: made };
      if (isPass(key))
        yield* this.#askedAfterPass(element, instances.get(key)?.scope ?? '', node?.state, state, begun);
      else yield* this.#askedOnLeaving(element, fact.outcome, taken);
      yield* this.#askedOfPart(instances.get(key)?.scope ?? '', instances);
    }
    for (const fact of facts)
      if (fact.type === 'incident.raised' && fact.code === 'CONDITION_ERROR')
        for (const flow of outgoingOf(this.compiled, fact.element)) {
          const question = this.#bare.ofFlow.get(flow.id);
          if (question) yield { kind: 'question', question };
        }
  }

  #asksBefore(id: string): boolean {
    const element = this.compiled.elements.get(id);
    return element !== undefined && 'again' in element && element.again?.before === true;
  }

  *#askedAfterPass(
    id: string,
    whole: Key,
    before: State | undefined,
    after: State,
    begun: Map<string, number>,
  ): Generator<Asked> {
    const completion = this.#bare.completion.get(id);
    if (completion) yield { kind: 'question', question: completion };
    const again = this.#bare.again.get(id);
    if (!again) return;
    const element = this.compiled.elements.get(id);
    const max = element && 'again' in element ? (element.again?.max ?? 0) : 0;
    const passes = (before?.elements[whole]?.many?.begun ?? 0) + (begun.get(id) ?? 0);
    const isFull = after.elements[whole] === undefined && passes >= max;
    if (!isFull) yield { kind: 'question', question: again };
    // A pass too many was not asked about here; in the drawing it was, and the answer was no.
    else if (this.#bare.cutOff.has(id)) yield { kind: 'question', question: again, forced: false };
  }

  /** Conditions of the flows that leave an element, as far as the engine looks at them. */
  *#askedOnLeaving(
    element: string,
    outcome: string | undefined,
    taken: ReadonlySet<string>,
  ): Generator<Asked> {
    const exclusive = this.compiled.elements.get(element)?.type === 'exclusiveGateway';
    for (const flow of outgoingOf(this.compiled, element)) {
      if (flow.default || (flow.outcome !== undefined && flow.outcome !== outcome)) continue;
      const question = this.#bare.ofFlow.get(flow.id.replace(/~$/, ''));
      if (question) yield { kind: 'question', question };
      if (exclusive && taken.has(flow.id)) return;
    }
  }

  *#askedOfPart(scope: Key, instances: Map<Key, { element: string }>): Generator<Asked> {
    const part = instances.get(scope)?.element;
    const done = part === undefined ? undefined : this.#bare.done.get(part);
    if (done) yield { kind: 'question', question: done };
  }
}

type Asked =
  | { kind: 'question'; question: Question; forced?: boolean }
  | { kind: 'size'; name: string; element: string }
  | { kind: 'made'; names: string[] };

function mentions(text: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const parsed = parse(text);
  return parsed.ok && parsed.names.some((name) => names.includes(name));
}

/** What the engine is told; what is not an act is a moment that came. */
function eventOf(state: State, move: Exclude<Move, { do: 'start' }>, at: string): [State, CoreEvent] {
  switch (move.do) {
    case 'complete':
      return [
        state,
        {
          type: 'complete',
          task: move.key,
          ...(move.outcome === undefined ? {} : { outcome: move.outcome }),
          at,
        } as CoreEvent,
      ];
    case 'job': {
      const job = Object.values(state.jobs).find((one) => one.element === move.key)?.key ?? '';
      return move.error === undefined
        ? [state, { type: 'jobCompleted', job, at } as CoreEvent]
        : [state, { type: 'jobError', job, code: move.error, at } as CoreEvent];
    }
    case 'begin':
      return [state, { type: 'begin', element: move.element, at } as CoreEvent];
    case 'happens': {
      if (move.outcome === 'message')
        return [state, { type: 'message', element: move.element, at } as CoreEvent];
      const timer =
        move.at === 'wait'
          ? { kind: 'wait' as const, key: move.key }
          : move.at === 'border'
            ? { kind: 'boundary' as const, key: move.key, boundary: move.element }
            : { kind: 'start' as const, scope: move.key, element: move.element, d: 0 };
      const timers = { ...state.timers, '~': { ...timer, at, n: 0 } };
      return [{ ...state, timers }, { type: 'tick', at } as CoreEvent];
    }
  }
}
