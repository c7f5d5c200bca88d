// Plays every way a drawing can go, without data, to find joins that wait forever and paths that run twice.
import type { Model } from './model.ts';
import { type Net, netOf, type Step } from './net.ts';

/** More states than this are not looked at; `complete` is then false and nothing certain is said. */
export const MAX_STATES = 20_000;

/** Something that went wrong in a story; `path` is that story: the flows taken, in order. */
export interface Sighting {
  element: string;
  path: string[];
}

export interface Exploration {
  complete: boolean;
  states: number;
  /** Joins that fired in some story. */
  fired: Set<string>;
  /** Joins that some path reached. */
  visited: Set<string>;
  /** Joins where a story ends with a path left waiting. */
  stuck: Sighting[];
  /** Elements, no joins and no ends, that two paths reach side by side. */
  twice: Sighting[];
}

/** `chosenByPeople`: only stories whose every turn people, dates and messages decide, so that no data can rule them out. */
export interface Turns {
  chosenByPeople: boolean;
}

const explored = new WeakMap<Model, Map<string, Exploration>>();

/**
 * Explores one scope ('' is the process) from each of its beginnings. Sub-processes inside count as one step; they are
 * explored on their own. Event sub-processes are left out: they may end a scope, but nobody should need that.
 */
export function explore(model: Model, scope: string, turns: Turns): Exploration {
  const known = explored.get(model) ?? new Map<string, Exploration>();
  explored.set(model, known);
  const key = `${turns.chosenByPeople} ${scope}`;
  const before = known.get(key);
  if (before) return before;
  const net = netOf(model, scope);
  const seen: Exploration = {
    complete: true,
    states: 0,
    fired: new Set(),
    visited: new Set(),
    stuck: [],
    twice: [],
  };
  known.set(key, seen);
  if (hasPathsSideBySide(net)) for (const start of net.starts) walk(net, start, turns, seen);
  return seen;
}

/** Without a split and without a join one path goes its way: nothing can wait or meet. */
const hasPathsSideBySide = ({ starts, steps }: Net) =>
  starts.some((places) => places.length > 1) ||
  steps.some(({ joins, turns }) => joins !== 'none' || turns.some(({ to }) => to.length > 1));

/** How many paths stand at each place; two stands for more. */
type Marking = Uint8Array;

function walk(net: Net, start: number[], { chosenByPeople }: Turns, seen: Exploration): void {
  const first: Marking = new Uint8Array(net.places);
  for (const place of start) first[place] = 1;
  const states: { marking: Marking; before: number; flows: string[] }[] = [
    { marking: first, before: -1, flows: [] },
  ];
  const known = new Set([String.fromCharCode(...first)]);

  for (let index = 0; index < states.length; index += 1) {
    const marking = states[index]?.marking ?? first;
    const steps = stepsAt(net, marking);
    let moved = false;
    for (const step of steps)
      for (const taken of waysIn(net, step, marking)) {
        moved = true;
        if (step.joins !== 'none') seen.fired.add(step.element.id);
        for (const turn of step.turns) {
          if (chosenByPeople && turn.byData) continue;
          const next: Marking = turn.clears ? new Uint8Array(net.places) : marking.slice();
          if (!turn.clears) for (const place of taken) next[place] = (next[place] ?? 0) - 1;
          for (const place of turn.to) {
            if (next[place] === 2) seen.complete = false;
            else next[place] = (next[place] ?? 0) + 1;
          }
          const key = String.fromCharCode(...next);
          if (known.has(key)) continue;
          if (seen.states >= MAX_STATES) {
            seen.complete = false;
            return;
          }
          known.add(key);
          seen.states += 1;
          states.push({ marking: next, before: index, flows: turn.flows });
        }
      }
    lookAround(steps, marking, moved, seen, () => pathTo(states, index));
  }
}

function stepsAt({ readers, steps }: Net, marking: Marking): Step[] {
  const numbers = new Set<number>();
  for (const [place, paths] of marking.entries())
    if (paths > 0) for (const number of readers[place] ?? []) numbers.add(number);
  return [...numbers].flatMap((number) => steps[number] ?? []);
}

/** Which places a step empties when it goes on now; none while it has to wait. */
function waysIn(net: Net, { element, from, joins }: Step, marking: Marking): number[][] {
  const full = from.filter((place) => marking[place]);
  if (joins === 'none') return full.map((place) => [place]);
  if (joins === 'all') return full.length === from.length ? [full] : [];
  const others = [...marking.keys()].filter((place) => marking[place] && !full.includes(place));
  return others.some((place) => isAwaited(net, element.id, marking, place)) ? [] : [full];
}

/**
 * Whether an inclusive join waits for a path at a place: it may come by a flow that nothing came by yet, and by none that something
 * came by. A path that another join holds is not waited for where that join itself comes after this one.
 */
function isAwaited(
  { steps, readers, arriving, leads }: Net,
  join: string,
  marking: Marking,
  place: number,
): boolean {
  return (readers[place] ?? []).some((number) => {
    const step = steps[number];
    if (!step) return false;
    const by = arriving(step.element.id, join);
    if (by.length === 0 || by.some((one) => marking[one])) return false;
    return step.joins === 'none' || !leads(join, step.element.id);
  });
}

/** Notes what this state shows; each element once, with the first story that leads there. */
function lookAround(
  steps: Step[],
  marking: Marking,
  moved: boolean,
  seen: Exploration,
  path: () => string[],
): void {
  for (const { element, from, joins } of steps) {
    if (joins !== 'none') {
      seen.visited.add(element.id);
      if (!moved) note(seen.stuck, element.id, path);
    } else if (element.type !== 'endEvent' && from.filter((place) => marking[place]).length > 1)
      note(seen.twice, element.id, path);
  }
}

function note(list: Sighting[], element: string, path: () => string[]): void {
  if (!list.some((sighting) => sighting.element === element)) list.push({ element, path: path() });
}

function pathTo(states: { before: number; flows: string[] }[], index: number): string[] {
  const path: string[][] = [];
  for (let at = states[index]; at; at = states[at.before]) path.push(at.flows);
  return path.reverse().flat();
}
