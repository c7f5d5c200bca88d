// When each element last began and ended, and how often it began: what terms count from, and rounds are numbered by.
import type { Anchored, State } from '../state.ts';
import type { Work } from './work.ts';

type Anchors = State['anchors'];

/** So many are at hand; then they are put away together, and a new handful begins. */
const AT_HAND = 32;

/**
 * In which handful each place is: made once, then handed on from each list of handfuls to the one made from it, so that what
 * begins for the first time is not looked for in all of them. Only a hint: steps tried from the same state share it.
 */
const hints = new WeakMap<readonly Anchors[], Map<string, number>>();

export function anchorAt({ anchors, earlier }: State, d: number, element: string): Anchored | undefined {
  const place = `${d}/${element}`;
  return anchors[place] ?? earlier?.[handfulOf(earlier, place)]?.[place];
}

/** Position of the handful with this place, -1 when it is in none. */
function handfulOf(earlier: readonly Anchors[], place: string): number {
  const i = hintsOf(earlier).get(place);
  if (i === undefined) return -1;
  return place in (earlier[i] ?? {}) ? i : earlier.findLastIndex((some) => place in some);
}

/** Of every place that is in the list, and perhaps of others. */
function hintsOf(earlier: readonly Anchors[]): Map<string, number> {
  let found = hints.get(earlier);
  if (!found) {
    found = new Map(earlier.flatMap((some, i) => Object.keys(some).map((place) => [place, i])));
    hints.set(earlier, found);
  }
  return found;
}

/** The list with a handful put in place `i`, at its end or instead of one with the same places. */
function put(earlier: readonly Anchors[], i: number, some: Anchors): Anchors[] {
  const found = hintsOf(earlier);
  const now = i < earlier.length ? earlier.with(i, some) : [...earlier, some];
  if (i === earlier.length) for (const place in some) found.set(place, i);
  hints.set(now, found);
  return now;
}

/** What a step writes it copies first: were all in one map, a process would cost with the square of its length. */
function change(w: Work, d: number, element: string, to: (before: Anchored | undefined) => Anchored): void {
  const place = placeOf(w, d, element);
  const { anchors, earlier } = w.state;
  const before = anchors[place];
  if (before !== undefined) {
    w.own('anchors')[place] = to(before);
    return;
  }
  const i = earlier ? handfulOf(earlier, place) : -1;
  const some = earlier?.[i];
  if (earlier && some) w.state.earlier = put(earlier, i, { ...some, [place]: to(some[place]) });
  else if (Object.keys(anchors).length < AT_HAND) w.own('anchors')[place] = to(undefined);
  else {
    w.state.earlier = put(earlier ?? [], earlier?.length ?? 0, anchors);
    w.state.anchors = { [place]: to(undefined) };
  }
}

/** The same text each time for the process itself: a text put together anew is slow to find things by. */
const placeOf = (w: Work, d: number, element: string): string =>
  (d === 0 ? w.process(0).places.get(element) : undefined) ?? `${d}/${element}`;

/** An element begins once more. */
export function setBegun(w: Work, d: number, element: string): void {
  change(w, d, element, (before) => ({ ...before, activated: w.at, times: (before?.times ?? 0) + 1 }));
}

export function setCompleted(w: Work, d: number, element: string): void {
  change(w, d, element, (before) => ({ times: 1, ...before, completed: w.at }));
}

/** An event on a border begins and is over at once. */
export function setHappened(w: Work, d: number, element: string): void {
  change(w, d, element, (before) => ({
    activated: w.at,
    completed: w.at,
    times: (before?.times ?? 0) + 1,
  }));
}

/** Whether an element of any definition has ever begun. */
export function hasEverBegun({ anchors, earlier = [] }: State, element: string): boolean {
  const isIt = (place: string) => place.slice(place.indexOf('/') + 1) === element;
  return [...earlier, anchors].some((some) => Object.keys(some).some(isIt));
}
