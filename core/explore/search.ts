// Plays every way a process can go, on the engine itself, within bounds; gathers what went wrong with the way that led there.

import { explore as exploreNet } from '../check/explore.ts';
import { adHocOf, isEventSubProcess, isJoin, type Model } from '../check/model.ts';
import { parse } from '../feel/index.ts';
import type { ElementInstance, Key, State } from '../state.ts';
import { alike } from './alike.ts';
import { type Bare, bareOf } from './bare.ts';
import { fingerprint } from './fingerprint.ts';
import { highestAskedOf } from './known-variables.ts';
import { type Live, liveIn } from './live.ts';
import { type Group, Moves } from './moves.ts';
import type { Move, Node } from './node.ts';
import { type Reaching, reachingIn } from './reaching.ts';
import { type Taken, Taking } from './take.ts';
import { Values } from './values.ts';

export type SightingKind =
  /** Nothing can happen any more, and the process has not ended. */
  | 'stuck'
  /** Nothing is open in a part without order, which is not done: it goes on only when somebody begins something again. */
  | 'idle'
  /** Two paths side by side come to the same element. */
  | 'double'
  /** No flow could be taken. */
  | 'noWayOn'
  | 'uncaught'
  | 'endless'
  /** An element began before what it needs was done. */
  | 'around'
  /** From here no end can be reached, though things go on. */
  | 'neverEnds';

export interface Sighting {
  kind: SightingKind;
  element: string;
  node: Node;
}

export interface Searched {
  /** Everything was looked at; otherwise nothing can be said about what never happens. */
  complete: boolean;
  states: number;
  /** Steps of the engine that it took. */
  steps: number;
  /** Elements that began in some story. */
  begun: ReadonlySet<string>;
  /** The first few sightings of each kind at each element, the shortest stories first. */
  sightings: Sighting[];
  bare: Bare;
  values: Values;
}

export interface SearchOptions {
  maxStates: number;
  /** With more steps of the engine than this it is enough too. */
  maxSteps?: number;
  /** Looks at every order of what happens side by side, also where it makes no difference. */
  everyOrder?: boolean;
}

/** Sightings that are kept of one kind at one element: the first may not be playable. */
const KEPT = 4;
/** More instances of one element side by side than this are not followed. */
const MOST_ALIKE = 3;

export const search = (model: Model, options: SearchOptions): Searched => toTheEnd(searching(model, options));

/** The same bit by bit, for a host that has more to do. */
export const searching = (model: Model, options: SearchOptions): Generator<undefined, Searched> =>
  new Search(model, options).run();

/** Carries on with what stops now and then. */
export function toTheEnd<T>(work: Generator<undefined, T>): T {
  for (let at = work.next(); ; at = work.next()) if (at.done) return at.value;
}

class Search {
  readonly #model: Model;
  readonly #options: SearchOptions;
  readonly #bare: Bare;
  readonly #values: Values;
  readonly #taking: Taking;
  readonly #moves: Moves;
  readonly #reaching: Reaching;
  readonly #live: Live;
  /** Elements that net by net two paths come to. */
  readonly #meeting: ReadonlySet<string>;
  readonly #needed: ReadonlySet<string>;
  readonly #undoes: boolean;
  readonly #highest: ReadonlyMap<string, number>;
  readonly #nodes: Node[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #next: number[][] = [];
  readonly #begun = new Set<string>();
  readonly #sightings: Sighting[] = [];
  #complete = true;
  #isFull = false;

  constructor(model: Model, options: SearchOptions) {
    this.#model = model;
    this.#options = options;
    this.#bare = bareOf(model);
    this.#values = new Values(model, this.#bare.sources, this.#bare.followed);
    this.#taking = new Taking(this.#bare, this.#values);
    this.#moves = new Moves(this.#bare, this.#taking.compiled);
    this.#reaching = reachingIn(model, this.#bare.sources);
    this.#live = liveIn(model);
    this.#meeting = meetingIn(model);
    this.#highest = new Map([...this.#bare.followed].map((name) => [name, highestAskedOf(model, name)]));
    const all = [...model.elements.values()];
    this.#needed = new Set(all.flatMap(({ needs }) => (needs ?? []).map(({ element }) => element)));
    this.#undoes = all.some(
      (one) =>
        (one.type === 'endEvent' && (one.end === 'compensation' || one.end === 'cancel')) ||
        (one.type === 'intermediateThrowEvent' && one.throws?.compensation !== undefined),
    );
  }

  *run(): Generator<undefined, Searched> {
    for (const move of this.#starts())
      for (const taken of this.#taking.take(undefined, move)) this.#arrive(undefined, move, taken);
    for (let at = 0; at < this.#nodes.length; at += 1) {
      this.#expand(this.#nodes[at] as Node);
      if (this.#taking.steps > (this.#options.maxSteps ?? Number.POSITIVE_INFINITY)) this.#stopHere(at);
      if (this.#isFull) break;
      yield;
    }
    if (this.#taking.cutShort) this.#complete = false;
    if (this.#complete) this.#lookForNoEnd();
    return {
      complete: this.#complete,
      states: this.#nodes.length,
      steps: this.#taking.steps,
      begun: this.#begun,
      sightings: this.#sightings,
      bare: this.#bare,
      values: this.#values,
    };
  }

  /** Enough was done. Unless that was all there is, something was not looked at. */
  #stopHere(at: number): void {
    this.#isFull = true;
    if (at + 1 < this.#nodes.length) this.#complete = false;
  }

  #starts(): Move[] {
    const starts = this.#model.children('').filter(({ type }) => type === 'startEvent');
    return starts.length === 0 ? [{ do: 'start' }] : starts.map(({ id }) => ({ do: 'start', element: id }));
  }

  #expand(node: Node): void {
    const groups = this.#moves.from(node);
    if (groups.length === 0) return this.#atRest(node);
    const played: { move: Move; taken: Taken }[] = [];
    // Work alone is enough where it does not touch what else may happen: the others come after it all the same.
    for (const group of groups.toSorted((a, b) => Number(a.beside) - Number(b.beside))) {
      const own = group.moves.flatMap((move) =>
        [...this.#taking.take(node, move)].map((taken) => ({ move, taken })),
      );
      played.push(...own);
      if (groups.length === 1 || this.#options.everyOrder || group.beside || own.length === 0) continue;
      const others = groups.filter((one) => one !== group);
      if (this.#isAlone(node, group, own) && this.#leadsOn(node, own, others)) {
        for (const { move, taken } of own) this.#arrive(node, move, taken);
        return;
      }
    }
    for (const { move, taken } of played) this.#arrive(node, move, taken);
  }

  /**
   * All of it leads to situations that were not seen before, in which the others may still happen: otherwise what is left out
   * might be left out for ever. (What a called process may throw can no longer come once it is done.)
   */
  #leadsOn(node: Node, own: { move: Move; taken: Taken }[], others: Group[]): boolean {
    const wanted = others.flatMap(({ moves }) => moves).map((move) => JSON.stringify(move));
    return own.every(({ move, taken }) => {
      const { node: after } = this.#nodeAfter(node, move, taken);
      if (this.#numbers.has(this.#nameOf(after))) return false;
      const still = new Set(
        this.#moves.from(after).flatMap(({ moves }) => moves.map((one) => JSON.stringify(one))),
      );
      return wanted.every((one) => still.has(one));
    });
  }

  /** Whether what these moves do touches nothing but themselves. */
  #isAlone(node: Node, { at }: Group, own: { move: Move; taken: Taken }[]): boolean {
    const { elements } = node.state;
    const acting = new Set(
      Object.values(elements)
        .filter((one) => one.key === at || `race ${one.race}` === at)
        .map(({ key }) => key),
    );
    const [first] = [...acting];
    const scope = first === undefined ? undefined : elements[first]?.scope;
    const part = scope ? elements[scope]?.element : undefined;
    if (part !== undefined && adHocOf(this.#model.elements.get(part))) return false;
    const others = this.#othersBeside(node, acting);
    return own.every(({ taken }) => this.#isQuiet(node, taken, acting) && this.#isApart(node, taken, others));
  }

  /** Elements that are active or may begin beside: not the parts around. */
  #othersBeside({ state }: Node, acting: ReadonlySet<Key>): string[] {
    const around = new Set<Key>();
    for (const key of acting)
      for (let at = state.elements[key]?.scope ?? ''; at !== ''; at = state.elements[at]?.scope ?? '')
        around.add(at);
    const others = Object.values(state.elements).filter(({ key }) => !acting.has(key) && !around.has(key));
    const parts = ['', ...[...around].map((key) => state.elements[key]?.element ?? '')];
    const beginning = parts.flatMap((part) => [
      ...this.#model.children(part).filter(isEventSubProcess),
      ...this.#model.boundaries(part),
    ]);
    return [...others.map(({ element }) => this.#drawn(element)), ...beginning.map(({ id }) => id)];
  }

  /** Nothing ends or goes on but what acted, and nothing is told to what is around. */
  #isQuiet({ state }: Node, { facts, state: after }: Taken, acting: ReadonlySet<Key>): boolean {
    if (after.status !== 'running' || Object.keys(after.incidents).length > 0) return false;
    if (this.#undoes && Object.keys(after.undoable ?? {}).length !== Object.keys(state.undoable ?? {}).length)
      return false;
    return facts.every((fact) => {
      switch (fact.type) {
        case 'escalation.thrown':
        case 'compensation.thrown':
          return false;
        case 'element.terminated':
          return acting.has(fact.key);
        case 'element.completed':
          return !this.#needed.has(fact.element) && (acting.has(fact.key) || !(fact.key in state.elements));
        case 'element.activated':
          return !this.#model.elements.get(fact.element)?.needs;
        default:
          return true;
      }
    });
  }

  /** What it looks at is not given elsewhere meanwhile, and what it gives is not looked at elsewhere. */
  #isApart({ state }: Node, taken: Taken, others: string[]): boolean {
    const looked = taken.answers.flatMap(({ text }) => {
      const parsed = parse(text);
      return parsed.ok ? parsed.names : [];
    });
    const before = state.variables[''] ?? {};
    const after = taken.state.variables[''] ?? {};
    const changed = Object.keys(after).filter(
      (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]),
    );
    const wrote = [...taken.given, ...changed];
    return others.every(
      (id) =>
        !looked.some((name) => this.#reaching.writes(id).has(name)) &&
        !wrote.some((name) => this.#reaching.reads(id).has(name)),
    );
  }

  /** The situation a move leads to, and what was seen on the way. */
  #nodeAfter(
    before: Node | undefined,
    move: Move,
    taken: Taken,
  ): { node: Node; seen: { kind: SightingKind; element: string }[] } {
    const seen: { kind: SightingKind; element: string }[] = [];
    const { state, facts } = taken;
    const done = new Map(before?.done);
    for (const fact of facts) {
      if (fact.type === 'element.activated') {
        const isAround = this.#model.elements.get(fact.element)?.needs?.some(({ element, outcome }) => {
          const last = done.get(element);
          return last === undefined || (outcome !== undefined && last !== outcome);
        });
        if (isAround) seen.push({ kind: 'around', element: fact.element });
      }
      if (fact.type !== 'element.completed') continue;
      const element = fact.element.replace(/\.confirm$/, '');
      const isHalf = element === fact.element && this.#model.elements.get(element)?.type === 'agreement';
      if (this.#needed.has(element) && !isHalf) done.set(element, fact.outcome ?? '');
    }
    const aside = this.#asideAfter(before, move, taken);
    const marks = this.#marksAfter(before, move, taken, aside, seen);
    const node: Node = {
      index: this.#nodes.length,
      state,
      store: taken.store,
      settled: taken.settled,
      happened: happenedAfter(before, move, state),
      done,
      marks,
      aside,
      ...(before ? { before } : {}),
      move,
      answers: taken.answers,
      given: taken.given,
      sizes: taken.sizes,
    };
    for (const { code, element } of Object.values(state.incidents)) {
      const kind = INCIDENTS[code];
      if (kind) seen.push({ kind, element: this.#shown(element) });
    }
    const pause = move.do === 'happens' ? this.#bare.pauses.get(move.element) : undefined;
    // Round again without anything in between.
    if (
      pause &&
      !pause.counts &&
      facts.some((one) => one.type === 'element.activated' && one.element === pause.id)
    )
      seen.push({ kind: 'endless', element: pause.flow.to });
    for (const element of alike(this.#model, state, { aside }))
      if (this.#meeting.has(element)) seen.push({ kind: 'double', element });
    return { node, seen };
  }

  #arrive(before: Node | undefined, move: Move, taken: Taken): void {
    for (const fact of taken.facts)
      if (fact.type === 'element.activated') this.#begun.add(this.#shown(fact.element));
    const { node, seen } = this.#nodeAfter(before, move, taken);
    for (const { kind, element } of seen) this.#see(kind, element, node);
    const name = this.#nameOf(node);
    const known = this.#numbers.get(name);
    if (before && (known !== undefined || this.#nodes.length < this.#options.maxStates))
      this.#next[before.index]?.push(known ?? node.index);
    if (known !== undefined) return;
    if (this.#nodes.length >= this.#options.maxStates) {
      this.#complete = false;
      this.#isFull = true;
      return;
    }
    this.#numbers.set(name, node.index);
    this.#nodes.push(node);
    this.#next.push([]);
    if (tooMany(node)) {
      // Paths that multiply are not followed further.
      this.#complete = false;
      node.state = { ...node.state, status: 'stopped' };
    }
  }

  #nameOf(node: Node): string {
    const asked = new Set(this.#live.beside);
    for (const { element } of Object.values(node.state.elements))
      for (const name of this.#live.at(this.#drawn(element))) asked.add(name);
    return fingerprint(node, this.#taking.compiled, asked, this.#highest);
  }

  /** What an element began besides others is led to twice when one of those others comes there too. */
  #marksAfter(
    before: Node | undefined,
    move: Move,
    { state, facts }: Taken,
    aside: ReadonlySet<Key>,
    seen: { kind: SightingKind; element: string }[],
  ): Map<Key, ReadonlySet<string>> {
    const marks = new Map<Key, Set<string>>();
    for (const [key, own] of before?.marks ?? []) if (key in state.elements) marks.set(key, new Set(own));
    if (this.#meeting.size === 0 || !before || move.do === 'start') return marks;
    if (this.#isAside(before, move)) return marks;
    const old = before.state.elements;
    const acting = new Set<Key>('key' in move && move.key in old ? [move.key] : []);
    for (const fact of facts)
      if ((fact.type === 'element.completed' || fact.type === 'element.terminated') && fact.key in old)
        acting.add(fact.key);
    const led = new Map<Key, Set<string>>();
    for (const key of acting) {
      const scope = old[key]?.scope ?? '';
      const own = led.get(scope) ?? new Set();
      for (const name of before.marks.get(key) ?? []) own.add(name);
      led.set(scope, own);
    }
    // Behind a join the paths are one again.
    const joined = facts.some(
      (fact) => fact.type === 'element.activated' && isJoin(this.#model, fact.element),
    );
    for (const fact of facts) {
      if (fact.type !== 'element.activated') continue;
      const { element, scope, key } = fact;
      if (!joined && this.#meeting.has(element)) {
        if (led.get(scope)?.has(element)) seen.push({ kind: 'double', element });
        for (const other of Object.values(old))
          if (
            other.scope === scope &&
            !acting.has(other.key) &&
            !aside.has(other.key) &&
            other.key in state.elements
          ) {
            const own = marks.get(other.key) ?? new Set();
            marks.set(other.key, own.add(element));
          }
      }
      const inherited = led.get(scope);
      if (!joined && inherited && key in state.elements)
        marks.set(key, new Set([...(marks.get(key) ?? []), ...inherited]));
    }
    return marks;
  }

  /** What follows from an event beside, until it is joined with the rest. */
  #asideAfter(before: Node | undefined, move: Move, { state, facts }: Taken): Set<Key> {
    const aside = new Set([...(before?.aside ?? [])].filter((key) => key in state.elements));
    if (!before || !('key' in move)) return aside;
    if (
      !this.#isAside(before, move) ||
      facts.some((fact) => fact.type === 'element.activated' && isJoin(this.#model, fact.element))
    )
      return aside;
    for (const key of Object.keys(state.elements)) if (!(key in before.state.elements)) aside.add(key);
    return aside;
  }

  /** An event beside that does not interrupt, or what follows from one. */
  #isAside(before: Node, move: Move): boolean {
    if (!('key' in move)) return false;
    const border = move.do === 'happens' && move.at === 'border' ? this.#shown(move.element) : undefined;
    const event = border === undefined ? undefined : this.#model.elements.get(border);
    return before.aside.has(move.key) || (event?.type === 'boundaryEvent' && !event.interrupting);
  }

  /** Nothing comes from outside any more. */
  #atRest(node: Node): void {
    const { state } = node;
    if (state.status !== 'running' || Object.keys(state.incidents).length > 0) return;
    const idle = Object.values(state.elements).find(({ adHoc }) => adHoc && !adHoc.ending);
    if (idle && Object.keys(state.joins).length === 0)
      return this.#see('idle', this.#shown(idle.element), node);
    const joins = Object.keys(state.joins).map((join) => join.slice(join.indexOf('/') + 1));
    const inner = Object.values(state.elements).filter(
      ({ key }) => !Object.values(state.elements).some(({ scope }) => scope === key),
    );
    for (const element of new Set(joins.length > 0 ? joins : inner.map((one) => one.element)))
      this.#see('stuck', this.#shown(element), node);
  }

  /** Situations from which neither an end nor a standstill is reached: it goes round for ever. */
  #lookForNoEnd(): void {
    const before: number[][] = this.#nodes.map(() => []);
    this.#next.forEach((list, from) => {
      for (const to of list) before[to]?.push(from);
    });
    const over = this.#nodes.filter((_, i) => this.#next[i]?.length === 0).map(({ index }) => index);
    const stops = new Set(over);
    const open = [...stops];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const from of before[at] ?? [])
        if (!stops.has(from)) {
          stops.add(from);
          open.push(from);
        }
    const lost = this.#nodes.find(({ index }) => !stops.has(index));
    const inner = Object.values(lost?.state.elements ?? {}).at(-1);
    // Going round without a wait is told as such.
    const isTold = this.#sightings.some(({ kind }) => kind === 'endless');
    if (lost && inner && !isTold) this.#see('neverEnds', this.#shown(inner.element), lost);
  }

  #see(kind: SightingKind, element: string, node: Node): void {
    const before = this.#sightings.filter((one) => one.kind === kind && one.element === element);
    if (before.length < KEPT) this.#sightings.push({ kind, element, node });
  }

  /** Where a pause leads to; anything else as it is. */
  #drawn(id: string): string {
    return this.#bare.pauses.get(id)?.flow.to ?? id;
  }

  /** The element as it is in the drawing. */
  #shown(id: string): string {
    const own = this.#drawn(id).replace(/~$/, '');
    if (this.#model.elements.has(own)) return own;
    return own.replace(/\.confirm$/, '');
  }
}

const INCIDENTS: Partial<Record<string, SightingKind>> = {
  CONDITION_ERROR: 'noWayOn',
  UNHANDLED_ERROR_EVENT: 'uncaught',
  ENDLESS_LOOP: 'endless',
};

/** Elements that, net by net, two paths side by side lead to. */
/** Elements that, by the drawing alone, two paths side by side come to. */
export function meetingIn(model: Model): Set<string> {
  const names = new Set<string>();
  for (const scope of model.scopes) {
    if (adHocOf(model.elements.get(scope))) continue;
    for (const { element } of exploreNet(model, scope, { chosenByPeople: false }).twice) names.add(element);
  }
  return names;
}

function tooMany({ state: { elements }, aside }: Node): boolean {
  const counts = new Map<string, number>();
  for (const one of Object.values(elements) as ElementInstance[]) {
    const place = `${one.scope}/${one.element}`;
    const count = (counts.get(place) ?? 0) + 1;
    if (count > MOST_ALIKE && one.pass === undefined && !aside.has(one.key)) return true;
    counts.set(place, count);
  }
  return false;
}

/** What does not interrupt is played once for each thing it hangs on. */
function happenedAfter(before: Node | undefined, move: Move, { elements }: State): Set<string> {
  const happened = new Set(
    [...(before?.happened ?? [])].filter((one) => {
      const key = one.slice(0, one.indexOf('/'));
      return key === '' || key in elements;
    }),
  );
  if (move.do === 'happens' && move.at !== 'wait' && (move.key === '' || move.key in elements))
    happened.add(`${move.key}/${move.element}`);
  return happened;
}
