// A scope as a net of places and steps, with plain rows of elements drawn together, so that playing it stays small.
import type { Element, ElementOf, Flow } from '../../contract/index.ts';
import { entriesOf, nextOf, reach } from './graph.ts';
import { isCompensationBoundary, type Model, outcomesOf } from './model.ts';
import { mayThrow } from './thrown.ts';

/** What an element does once it goes on: the places (by number) it fills, and the flows this takes. */
export interface Turn {
  to: number[];
  flows: string[];
  byData: boolean;
  clears: boolean;
}

/** An element that goes on: a join (`all` or `some` of its places), or from any one place. */
export interface Step {
  element: Element;
  from: number[];
  joins: 'all' | 'some' | 'none';
  turns: Turn[];
}

/** A place is a flow that has been taken, or a beginning. `starts`: one story per list of places. */
export interface Net {
  places: number;
  starts: number[][];
  steps: Step[];
  /** Steps (by number) that look at a place. */
  readers: number[][];
  /** Places of an inclusive join that a path at an element may still come to, without passing the join on the way. */
  arriving(element: string, join: string): number[];
  /** Whether a path at an element may come to another. */
  leads(element: string, to: string): boolean;
}

/** Draws a scope as a net. Sub-processes inside it are one step each. */
export function netOf(model: Model, scope: string): Net {
  const members = model.children(scope).filter(({ type }) => type !== 'boundaryEvent');
  const entries = entriesOf(model, scope);
  const ways = new Map(members.map((element) => [element.id, waysOut(model, element)]));
  const places = new Map<string, number>();
  const placeOf = (id: string) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  };
  const isPlain = (id: string) =>
    model.incoming(id).length === 1 && entries.every((entry) => entry.id !== id)
      ? onlyFlow(ways.get(id))
      : undefined;

  const endsQuietly = (id: string) =>
    ways.get(id)?.every(({ taken, clears }) => taken.length === 0 && !clears) === true &&
    entries.every((entry) => entry.id !== id);

  /** Where a flow really leads, past elements that only pass it on, and the flows on the way; no place if it just ends. */
  const follow = (flow: Flow): { place: number | undefined; flows: string[] } => {
    const flows = [flow.id];
    let last = flow;
    for (let on = isPlain(last.to); on && !flows.includes(on.id); on = isPlain(last.to)) {
      last = on;
      flows.push(on.id);
    }
    return { place: endsQuietly(last.to) ? undefined : placeOf(`flow ${last.id}`), flows };
  };

  const steps = members
    .filter(({ id }) => !isPlain(id) && !endsQuietly(id))
    .map((element): Step => {
      const incoming = model.incoming(element.id).map(({ id }) => placeOf(`flow ${id}`));
      const begins = entries.some(({ id }) => id === element.id);
      return {
        element,
        from: begins ? [...incoming, placeOf(`start ${element.id}`)] : incoming,
        joins: incoming.length > 1 ? joinsOf(element) : 'none',
        turns: (ways.get(element.id) ?? []).map(({ taken, byData, clears = false }) => {
          const led = taken.map(follow);
          return {
            to: led.flatMap(({ place }) => place ?? []),
            flows: led.flatMap(({ flows }) => flows),
            byData,
            clears,
          };
        }),
      };
    });

  const begun = entries.map(({ id }) => placeOf(`start ${id}`));
  const oneByOne = entries.some(({ type }) => type === 'startEvent');
  const readers: number[][] = Array.from({ length: places.size }, () => []);
  for (const [number, { from }] of steps.entries()) for (const place of from) readers[place]?.push(number);
  return {
    places: places.size,
    starts: oneByOne ? begun.map((place) => [place]) : [begun],
    steps,
    readers,
    arriving: remembered((from, join) =>
      arrivingBy(model, from, join).map(({ id }) => placeOf(`flow ${id}`)),
    ),
    leads: remembered((from, to) => reach(nextOf(model, from), (id) => nextOf(model, id)).has(to)),
  };
}

/** As the engine looks at it (core/elements/inclusive-gateway.ts). */
function arrivingBy(model: Model, from: string, join: string): Flow[] {
  const passed = reach(
    [from],
    (id) => nextOf(model, id),
    (id) => id !== join,
  );
  return model.incoming(join).filter((flow) => flow.from !== join && passed.has(flow.from));
}

function remembered<T>(find: (a: string, b: string) => T): (a: string, b: string) => T {
  const known = new Map<string, Map<string, T>>();
  return (a, b) => {
    const of = known.get(a) ?? new Map<string, T>();
    known.set(a, of);
    const before = of.get(b);
    if (before !== undefined) return before;
    const found = find(a, b);
    of.set(b, found);
    return found;
  };
}

const joinsOf = ({ type }: Element): Step['joins'] =>
  type === 'parallelGateway' ? 'all' : type === 'inclusiveGateway' ? 'some' : 'none';

/** The flow by which an element passes on whatever comes, if that is all it does. */
function onlyFlow(ways: Way[] | undefined): Flow | undefined {
  const [way] = ways ?? [];
  const [flow] = way?.taken ?? [];
  return ways?.length === 1 && way?.taken.length === 1 && !way.byData && !way.clears ? flow : undefined;
}

/** Ends after which nothing in their scope goes on. */
const CLEARING = new Set(['terminate', 'error', 'cancel']);

interface Way {
  taken: Flow[];
  byData: boolean;
  clears?: boolean;
}

/** The ways an element may be left. Data decides at gateways and conditions; people, dates and messages at the rest. */
function waysOut(model: Model, element: Element): Way[] {
  const flows = model.outgoing(element.id);
  const one = (flow: Flow): Flow[] => [flow];
  switch (element.type) {
    case 'endEvent':
      return [{ taken: [], byData: false, clears: CLEARING.has(element.end) }];
    case 'parallelGateway':
      return [{ taken: flows, byData: false }];
    case 'eventBasedGateway':
      return flows.map((flow) => ({ taken: one(flow), byData: false }));
    case 'exclusiveGateway':
      return flows.map((flow) => ({ taken: one(flow), byData: flows.length > 1 }));
    default: {
      const ways = waysByOutcome(
        flows,
        outcomesOf(element).map(({ id }) => id),
      );
      return withBoundaries(model, element, ways);
    }
  }
}

/** Of a task those flows whose outcome was chosen or whose condition holds; the default where none of these is taken. */
function waysByOutcome(flows: Flow[], declared: string[]): Way[] {
  const drawn = flows.flatMap(({ outcome }) => outcome ?? []);
  const outcomes = [...new Set([...declared, ...drawn])];
  const fallback = flows.filter((flow) => flow.default);
  const always = flows.filter((flow) => !flow.default && flow.outcome === undefined && !flow.condition);
  return (outcomes.length > 0 ? outcomes : [undefined]).flatMap((outcome) => {
    const chosen = flows.filter(
      (flow) => !flow.default && !flow.condition && outcome !== undefined && flow.outcome === outcome,
    );
    const perhaps = flows.filter(
      (flow) => !flow.default && flow.condition && (flow.outcome === undefined || flow.outcome === outcome),
    );
    return subsets(perhaps).map((held): Way => {
      const decided = [...chosen, ...held];
      return {
        taken: [...always, ...decided, ...(decided.length === 0 ? fallback : [])],
        byData: perhaps.length > 0,
      };
    });
  });
}

/** All selections; of many flows only each alone, none and all, which is enough to see where they meet. */
function subsets(flows: Flow[]): Flow[][] {
  if (flows.length > 4) return [[], ...flows.map((flow) => [flow]), flows];
  return flows.reduce<Flow[][]>((made, flow) => made.concat(made.map((set) => set.concat(flow))), [[]]);
}

/** An interrupting boundary event is one more way to leave; another adds its path to any of them. */
function withBoundaries(model: Model, element: Element, ways: Way[]): Way[] {
  const paths = (boundary: ElementOf<'boundaryEvent'>) => model.outgoing(boundary.id);
  const boundaries = model
    .boundaries(element.id)
    .filter((one) => !isCompensationBoundary(one) && mayHappen(model, element, one));
  const interrupting = boundaries
    .filter((boundary) => boundary.interrupting)
    .map((boundary): Way => ({ taken: paths(boundary), byData: false }));
  const beside = boundaries.filter((boundary) => !boundary.interrupting).map(paths);
  return beside.reduce(
    (made, extra) => made.concat(made.map((way) => ({ ...way, taken: way.taken.concat(extra) }))),
    [...ways, ...interrupting],
  );
}

/** Errors and escalations only where something inside may throw them. */
function mayHappen(model: Model, element: Element, { triggers }: ElementOf<'boundaryEvent'>): boolean {
  const { error, escalation, ...others } = triggers;
  if (Object.keys(others).length > 0) return true;
  return (
    (error !== undefined && mayThrow(model, element, 'error', error)) ||
    (escalation !== undefined && mayThrow(model, element, 'escalation', escalation))
  );
}
