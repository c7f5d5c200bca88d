// Plays every way a drawing can go, without data, to find joins that wait forever and paths that run twice.
import type { Element, ElementOf, Flow } from '../../contract/index.ts';
import { entriesOf } from './graph.ts';
import { isActivity, type Model, outcomesOf } from './model.ts';

/** More states than this are not looked at; `complete` is then false and nothing certain is said. */
export const MAX_STATES = 50_000;

/** Something that went wrong in a story; `path` is that story: the flows taken, in order. */
export interface Sighting {
  element: string;
  path: string[];
}

/** `chosenByPeople`: only stories whose every turn people, dates and messages decide, so that no data can rule them out. */
export interface Exploration {
  complete: boolean;
  states: number;
  /** Joins that fired in some story. */
  fired: Set<string>;
  /** Joins that some token reached. */
  visited: Set<string>;
  /** Joins where a story ends with a token left waiting. */
  stuck: Sighting[];
  /** Elements, no joins, that two paths reach side by side. */
  twice: Sighting[];
}

/** What an element does once it goes on: the places (by number) it fills. */
interface Turn {
  to: number[];
  byData: boolean;
  clears: boolean;
  flows: string[];
}

interface Net {
  places: number;
  start: number[][];
  elements: { element: Element; from: number[]; joins: 'all' | 'some' | 'none'; turns: Turn[] }[];
}

/** Explores one scope from each of its beginnings. Sub-processes inside count as one step; they are explored on their own. */
export function explore(model: Model, scope: string, options: { chosenByPeople: boolean }): Exploration {
  const net = netOf(model, scope);
  const seen: Exploration = {
    complete: true,
    states: 0,
    fired: new Set(),
    visited: new Set(),
    stuck: [],
    twice: [],
  };
  for (const start of net.start) walk(net, start, options.chosenByPeople, seen);
  return seen;
}

function walk(net: Net, start: number[], chosenByPeople: boolean, seen: Exploration): void {
  const first: number[] = Array(net.places).fill(0);
  for (const place of start) first[place] = 1;
  const states = [{ marking: first, before: -1, flows: [] as string[] }];
  const known = new Set([first.join('')]);

  for (let index = 0; index < states.length; index += 1) {
    const state = states[index];
    if (!state) break;
    let moved = false;
    for (const { element, from, joins, turns } of net.elements) {
      for (const taken of waysToEnter(net, element, from, joins, state.marking)) {
        moved = true;
        if (joins !== 'none') seen.fired.add(element.id);
        for (const turn of turns) {
          if (chosenByPeople && turn.byData) continue;
          const marking = turn.clears ? Array(net.places).fill(0) : [...state.marking];
          if (!turn.clears) for (const place of taken) marking[place] = (marking[place] ?? 0) - 1;
          for (const place of turn.to) {
            const held = marking[place] ?? 0;
            if (held >= 2) seen.complete = false;
            marking[place] = Math.min(2, held + 1);
          }
          const key = marking.join('');
          if (known.has(key)) continue;
          if (seen.states >= MAX_STATES) {
            seen.complete = false;
            return;
          }
          known.add(key);
          seen.states += 1;
          states.push({ marking, before: index, flows: turn.flows });
        }
      }
    }
    lookAround(net, state.marking, moved, seen, () => pathTo(states, index));
  }
}

/** Which places an element empties when it goes on now; none while it has to wait. */
function waysToEnter(
  net: Net,
  element: Element,
  from: number[],
  joins: Net['elements'][number]['joins'],
  marking: number[],
): number[][] {
  const full = from.filter((place) => (marking[place] ?? 0) > 0);
  if (joins === 'none') return full.map((place) => [place]);
  if (joins === 'all') return full.length === from.length ? [full] : [];
  if (full.length === 0) return [];
  const others = marking.flatMap((tokens, place) => (tokens > 0 && !full.includes(place) ? [place] : []));
  const empty = from.filter((place) => !full.includes(place));
  return others.some((place) => leadsTo(net, place, empty, element)) ? [] : [full];
}

/** Whether a token on a place may still come to one of `targets` without passing the join itself. */
function leadsTo(net: Net, start: number, targets: number[], join: Element): boolean {
  const seen = new Set([start]);
  const open = [start];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (targets.includes(place)) return true;
    for (const { element, from, turns } of net.elements) {
      if (element.id === join.id || !from.includes(place)) continue;
      for (const to of turns.flatMap((turn) => turn.to))
        if (!seen.has(to)) {
          seen.add(to);
          open.push(to);
        }
    }
  }
  return false;
}

/** Notes what this state shows; each element once, with the first story that leads there. */
function lookAround(
  net: Net,
  marking: number[],
  moved: boolean,
  seen: Exploration,
  path: () => string[],
): void {
  for (const { element, from, joins } of net.elements) {
    const full = from.filter((place) => (marking[place] ?? 0) > 0);
    if (joins === 'none') {
      if (full.length > 1 && element.type !== 'endEvent') note(seen.twice, element.id, path);
    } else if (full.length > 0) {
      seen.visited.add(element.id);
      if (!moved) note(seen.stuck, element.id, path);
    }
  }
}

function note(list: Sighting[], element: string, path: () => string[]): void {
  if (!list.some((sighting) => sighting.element === element)) list.push({ element, path: path() });
}

function pathTo(states: { before: number; flows: string[] }[], index: number): string[] {
  const path: string[][] = [];
  for (let at = states[index]; at; at = states[at.before]) path.unshift(at.flows);
  return path.flat();
}

function netOf(model: Model, scope: string): Net {
  const members = model.children(scope).filter(({ type }) => type !== 'boundaryEvent');
  const flows = model.definition.flows.filter(
    ({ from, to }) => (model.elements.get(from)?.parent ?? '') === scope && model.elements.has(to),
  );
  const placeOf = new Map(flows.map((flow, place) => [flow, place]));
  const entries = entriesOf(model, scope);
  const entryPlace = new Map(entries.map(({ id }, index) => [id, flows.length + index]));
  const plain = entries.filter(({ type }) => type === 'startEvent');
  const start =
    plain.length > 0
      ? plain.map(({ id }) => [entryPlace.get(id) ?? 0])
      : [[...entryPlace.values()]].filter((places) => places.length > 0);
  return {
    places: flows.length + entries.length,
    start,
    elements: members.map((element) => {
      const incoming = model.incoming(element.id).flatMap((flow) => placeOf.get(flow) ?? []);
      const entry = entryPlace.get(element.id);
      const isJoin = incoming.length > 1;
      return {
        element,
        from: entry === undefined ? incoming : [...incoming, entry],
        joins: !isJoin
          ? 'none'
          : element.type === 'parallelGateway'
            ? 'all'
            : element.type === 'inclusiveGateway'
              ? 'some'
              : 'none',
        turns: turnsOf(model, element).map(({ taken, byData, clears = false }) => ({
          to: taken.flatMap((flow) => placeOf.get(flow) ?? []),
          flows: taken.map(({ id }) => id),
          byData,
          clears,
        })),
      };
    }),
  };
}

interface Way {
  taken: Flow[];
  byData: boolean;
  clears?: boolean;
}

/** The ways an element may be left. Data decides at gateways and conditions; people, dates and messages at the rest. */
function turnsOf(model: Model, element: Element): Way[] {
  const flows = model.outgoing(element.id);
  const one = (flow: Flow): Flow[] => [flow];
  switch (element.type) {
    case 'endEvent':
      return [{ taken: [], byData: false, clears: element.end === 'terminate' || element.end === 'error' }];
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
      return isActivity(element) ? withBoundaries(model, element, ways) : ways;
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
  const boundaries = model.boundaries(element.id);
  const interrupting = boundaries
    .filter((boundary) => boundary.interrupting)
    .map((boundary): Way => ({ taken: paths(boundary), byData: false }));
  const beside = boundaries.filter((boundary) => !boundary.interrupting).map(paths);
  return beside.reduce(
    (made, extra) => made.concat(made.map((way) => ({ ...way, taken: way.taken.concat(extra) }))),
    [...ways, ...interrupting],
  );
}
