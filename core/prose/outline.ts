// A drawing in the order in which it reads: steps with what is inside them, what sits on their borders and the ways that leave them.
import type { Definition, Element, ElementOf, Flow } from '../../contract/index.ts';
import { dominatorsOf, type Graph } from './dominators.ts';

/** One element in its place. Joins and bare starts have no number of their own: nothing happens there. */
export interface Step {
  element: Element;
  /** `3`, `3.1`: as text and list show it. */
  number: string;
  /** The steps of a part. */
  inside: Step[];
  /** Parts in it that begin by themselves. */
  beside: Step[];
  /** What can happen while it is at work: the event on its border first, then what follows. */
  borders: Step[][];
  /** Where it splits: what is taken when, and where that leads. */
  ways: Way[];
  /** Where it goes on by itself. */
  next?: Next;
  /** Waits until all that leads to it and was begun has come. */
  joins: boolean;
  /** How it is reached when no flow leads to it: with its scope, or from nowhere. */
  entry?: 'first' | 'also' | 'nowhere';
}

export interface Way {
  /** More than one where several lead to the same. */
  flows: Flow[];
  to: string;
  /** Told here; empty where the way leads to a step told elsewhere. */
  steps: Step[];
}

export interface Next {
  to: string;
  /** Missing where a link leads there, or an undoing. */
  flow?: Flow;
}

export interface Outline {
  steps: Step[];
  /** Parts that begin by themselves, whatever goes on. */
  beside: Step[];
  /** Every step by its element, in the order of reading. */
  byId: ReadonlyMap<string, Step>;
  /** The step that is met at an element: joins and bare starts are passed by. */
  reached(element: string): Step | undefined;
}

interface Edge {
  to: string;
  kind: 'flow' | 'border' | 'link' | 'undo';
  flow?: Flow;
}

/** A branch of at most so many steps is told where it leaves; the longest of more goes on beneath it. */
const SHORT = 3;

type Part = ElementOf<'subProcess'>;

export function outlineOf(definition: Definition): Outline {
  const drawing = new Reading(definition);
  const steps = drawing.scope(undefined);
  const beside = drawing.eventParts(undefined);
  number([...steps, ...beside], '');
  const byId = new Map<string, Step>();
  const note = (step: Step) => {
    byId.set(step.element.id, step);
    for (const one of below(step)) note(one);
  };
  for (const step of [...steps, ...beside]) note(step);
  const reached = (id: string): Step | undefined => {
    const seen = new Set<string>();
    let at = id;
    for (;;) {
      const step = byId.get(at);
      if (step?.number !== '' || step.next === undefined || seen.has(at)) return step;
      seen.add(at);
      at = step.next.to;
    }
  };
  return { steps, beside, byId, reached };
}

/** What is told beneath a step, in the order of reading. */
export const below = ({ inside, beside, borders, ways }: Step): Step[] => [
  ...inside,
  ...beside,
  ...borders.flat(),
  ...ways.flatMap(({ steps }) => steps),
];

/** Borders are told with what they sit on, so what follows them is counted as if it were below that. */
function number(steps: Step[], before: string, from = 0): number {
  let n = from;
  for (const step of steps) {
    if (isBare(step) || step.element.type === 'boundaryEvent') n = number(below(step), before, n);
    else {
      n += 1;
      step.number = `${before}${n}`;
      number(below(step), `${step.number}.`);
    }
  }
  return n;
}

/** A start without anything to say of it, and a gateway that only brings ways together. */
function isBare({ element, ways, borders, joins, next }: Step): boolean {
  if (next === undefined || ways.length > 0 || borders.length > 0) return false;
  if (element.set?.length || element.needs?.length) return false;
  switch (element.type) {
    case 'exclusiveGateway':
      return element.loop === undefined;
    case 'parallelGateway':
    case 'inclusiveGateway':
      return !joins;
    case 'startEvent':
      return (
        element.parent !== undefined &&
        element.form === undefined &&
        element.schedule === undefined &&
        Object.keys(element.triggers ?? {}).length === 0
      );
    default:
      return false;
  }
}

class Reading {
  private readonly definition: Definition;
  private readonly elements: ReadonlyMap<string, Element>;
  private readonly scopes = new Map<string | undefined, Element[]>();
  private readonly flows = new Map<string, Flow[]>();
  private readonly borders = new Map<string, Element[]>();
  private readonly arriving = new Map<string, number>();

  constructor(definition: Definition) {
    this.definition = definition;
    this.elements = new Map(definition.elements.map((one) => [one.id, one]));
    for (const one of this.elements.values()) {
      push(this.scopes, this.scopeOf(one), one);
      const host = this.hostOf(one);
      if (host !== undefined) push(this.borders, host, one);
    }
    for (const flow of definition.flows) {
      push(this.flows, flow.from, flow);
      this.arriving.set(flow.to, (this.arriving.get(flow.to) ?? 0) + 1);
    }
  }

  /** The part it stands in; what stands nowhere is told with the process itself. */
  private scopeOf(element: Element): string | undefined {
    const seen = new Set<string>();
    for (let at = element.parent; at !== undefined; ) {
      const part = this.elements.get(at);
      if (part?.type !== 'subProcess' || seen.has(at)) return undefined;
      seen.add(at);
      at = part.parent;
    }
    return element.parent;
  }

  private hostOf(element: Element): string | undefined {
    if (element.type !== 'boundaryEvent' && element.type !== 'unsupported') return undefined;
    const host = element.attachedTo === undefined ? undefined : this.elements.get(element.attachedTo);
    return host && host.id !== element.id && host.type !== 'boundaryEvent' ? host.id : undefined;
  }

  eventParts(scope: string | undefined): Step[] {
    return (this.scopes.get(scope) ?? []).filter(isEventPart).map((part) => this.step(part));
  }

  /** The steps of a scope, from its starts on. */
  scope(scope: string | undefined): Step[] {
    const members = (this.scopes.get(scope) ?? []).filter((one) => !isEventPart(one));
    const inScope = new Set(members.map(({ id }) => id));
    const edges = new Map(members.map((one) => [one.id, this.edgesOf(one, inScope)]));
    const entered = new Set([...edges.values()].flatMap((list) => list.map(({ to }) => to)));
    const free = members.filter(({ id }) => !entered.has(id));
    const starts = free.filter(({ type }) => type === 'startEvent');
    const first = [...starts, ...free.filter(({ type }) => type !== 'startEvent')].map(({ id }) => id);
    const graph: Graph = {
      nodes: members.map(({ id }) => id),
      first,
      after: (id) => (edges.get(id) ?? []).map(({ to }) => to),
    };
    const { order, dominator, entries, size } = dominatorsOf(graph);
    const rank = new Map(order.map((id, index) => [id, index]));
    const rankOf = (id: string) => rank.get(id) ?? -1;
    const owned = new Map<string, string[]>();
    for (const id of order) push(owned, dominator.get(id) ?? '', id);
    const forward = new Map<string, Set<string>>();
    for (const [from, list] of edges)
      for (const { to } of list)
        if (rankOf(from) < rankOf(to)) {
          const sources = forward.get(to) ?? new Set();
          sources.add(from);
          forward.set(to, sources);
        }
    /** Reached from one place only, which is where it is told. */
    const isInline = (from: string, to: string) =>
      inScope.has(to) && dominator.get(to) === from && forward.get(to)?.size === 1;

    const chain = (list: Step[], id: string): void => {
      const element = this.elements.get(id) as Element;
      const step = this.step(element);
      list.push(step);
      const out = edges.get(id) ?? [];
      const told = new Set<string>();
      const line = (to: string): Step[] => {
        if (!isInline(id, to) || told.has(to)) return [];
        told.add(to);
        const inner: Step[] = [];
        chain(inner, to);
        return inner;
      };
      for (const { to } of out.filter(({ kind }) => kind === 'border')) step.borders.push(line(to));
      const on = grouped(
        out.filter(({ kind }) => kind !== 'border'),
        this.outside(element, inScope),
      );
      const [only] = on;
      if (only && on.length === 1 && isPlain(only, element)) {
        step.next = { to: only.to, ...(only.flows[0] ? { flow: only.flows[0] } : {}) };
        if (isInline(id, only.to) && !told.has(only.to)) {
          told.add(only.to);
          chain(list, only.to);
        }
      } else {
        const followed = (owned.get(id) ?? []).some((to) => !isInline(id, to));
        const long =
          followed || isSideBySide(element) ? undefined : longest(on, (to) => isInline(id, to), size);
        for (const { to, flows } of on) {
          const steps = to === long ? [] : line(to);
          step.ways.push({ flows, to, steps });
        }
      }
      for (const to of owned.get(id) ?? []) if (!told.has(to)) chain(list, to);
    };

    const steps: Step[] = [];
    for (const id of owned.get('') ?? []) chain(steps, id);
    const isFirst = new Set(first);
    for (const step of steps) {
      const { id } = step.element;
      if (isFirst.has(id)) step.entry = id === order[0] ? 'first' : 'also';
      else if (entries.has(id)) step.entry = 'nowhere';
    }
    return steps;
  }

  private step(element: Element): Step {
    const part = element.type === 'subProcess' ? element.id : undefined;
    return {
      element,
      number: '',
      inside: part === undefined ? [] : this.scope(part),
      beside: part === undefined ? [] : this.eventParts(part),
      borders: [],
      ways: [],
      joins:
        (element.type === 'parallelGateway' || element.type === 'inclusiveGateway') &&
        (this.arriving.get(element.id) ?? 0) > 1,
    };
  }

  private edgesOf(element: Element, inScope: ReadonlySet<string>): Edge[] {
    const edges: Edge[] = (this.borders.get(element.id) ?? []).map(({ id }) => ({ to: id, kind: 'border' }));
    for (const flow of this.flows.get(element.id) ?? []) edges.push({ to: flow.to, kind: 'flow', flow });
    const link = element.type === 'intermediateThrowEvent' ? element.throws?.link : undefined;
    const caught =
      link === undefined
        ? undefined
        : this.definition.elements.find(
            (one) =>
              one.type === 'intermediateCatchEvent' &&
              one.triggers.link === link &&
              one.parent === element.parent,
          );
    if (caught) edges.push({ to: caught.id, kind: 'link' });
    if (element.type === 'boundaryEvent' && element.handler !== undefined)
      edges.push({ to: element.handler, kind: 'undo' });
    return edges.filter(({ to }) => inScope.has(to));
  }

  /** Flows that leave the scope: no drawing should have them, but none is kept silent. */
  private outside({ id }: Element, inScope: ReadonlySet<string>): Flow[] {
    return (this.flows.get(id) ?? []).filter(({ to }) => !inScope.has(to) && this.elements.has(to));
  }
}

const isEventPart = (element: Element): element is Part =>
  element.type === 'subProcess' && element.event === true;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

interface Group {
  to: string;
  flows: Flow[];
}

/** Several flows to the same are one way. */
function grouped(edges: Edge[], outside: Flow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { to, flow } of [...edges, ...outside.map((flow) => ({ to: flow.to, flow }))]) {
    const group = groups.get(to) ?? { to, flows: [] };
    if (flow) group.flows.push(flow);
    groups.set(to, group);
  }
  return [...groups.values()];
}

/** Goes on whatever happens: no outcome, no condition, no choice. */
const isPlain = ({ flows }: Group, { type }: Element): boolean =>
  flows.length < 2 &&
  flows.every(
    ({ outcome, condition, default: otherwise }) =>
      outcome === undefined && condition === undefined && !(otherwise && type !== 'exclusiveGateway'),
  );

const isSideBySide = ({ type }: Element): boolean =>
  type === 'parallelGateway' || type === 'inclusiveGateway' || type === 'eventBasedGateway';

/** The longest way, where it is long: it goes on beneath, so that what follows is not told ever deeper. */
function longest(
  ways: Group[],
  isInline: (to: string) => boolean,
  size: ReadonlyMap<string, number>,
): string | undefined {
  let best: { to: string; n: number } | undefined;
  for (const { to } of ways) {
    const n = isInline(to) ? (size.get(to) ?? 0) : 0;
    if (n > SHORT && (!best || n > best.n)) best = { to, n };
  }
  return best?.to;
}
