// The heaviest way through a course: the most of something that can be met on it, and where.
import { isJoin, type Model } from '../check/model.ts';
import { ahead, type Course, isSplit } from './course.ts';

export interface Weighed {
  total: number;
  /** What adds to it, in the order of the drawing. */
  elements: string[];
}

interface Way {
  total: number;
  id?: string;
  parts: readonly Way[];
}

const NOTHING: Way = { total: 0, parts: [] };
/** Beyond so many places looked at, ways side by side are no longer added up: the heaviest of them counts. */
const MOST_PLACES = 20_000;

/**
 * Of ways that exclude each other the heaviest counts; ways side by side count together, up to where they wait for each
 * other. Where they come together without waiting, the heaviest counts. More weight anywhere never gives a lower total.
 */
export function heaviest(model: Model, course: Course, weight: (id: string) => number): Weighed {
  const rank = new Map(course.order.map((id, index) => [id, index]));
  const known = new Map<string, Way>();
  const stopsAt = new Map<string, Split>();
  const splitOf = (id: string): Split => {
    const before = stopsAt.get(id);
    if (before) return before;
    const found = splitting(model, course, id, rank);
    stopsAt.set(id, found);
    return found;
  };

  const from = (id: string, stops: readonly string[]): Way => {
    if (stops.includes(id)) return NOTHING;
    const key = [id, ...stops].join('\n');
    const before = known.get(key);
    if (before) return before;
    const next = course.next(id);
    const own: Way = { total: weight(id), id, parts: [] };
    const room = known.size < MOST_PLACES;
    const split = isSplit(model, course, id) && room ? splitOf(id) : 'apart';
    let rest: Way[];
    if (split === 'apart') rest = [heavier(next.map((to) => from(to, stops)))];
    else if (split === 'together') rest = next.map((to) => from(to, stops));
    else {
      const inner = stops.includes(split.join) ? stops : [...stops, split.join];
      rest = next.map((to) => from(to, inner));
      rest.push(from(split.join, stops));
    }
    const way: Way = {
      total: rest.reduce((sum, { total }) => sum + total, own.total),
      parts: [own, ...rest],
    };
    known.set(key, way);
    return way;
  };

  // From the end backwards, so that no call goes deep.
  for (const id of course.order.toReversed()) from(id, []);
  const best = heavier(course.first.map((id) => from(id, [])));
  const met = membersOf(best).filter((id) => weight(id) > 0);
  return {
    total: best.total,
    elements: [...new Set(met)].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
  };
}

const heavier = (ways: readonly Way[]): Way =>
  ways.reduce((most, way) => (way.total > most.total ? way : most), NOTHING);

/** `together`: the ways have nothing in common; `apart`: they meet without waiting for each other. */
type Split = 'together' | 'apart' | { join: string };

function splitting(model: Model, course: Course, id: string, rank: ReadonlyMap<string, number>): Split {
  const sets = course.next(id).map((to) => ahead(course, to));
  const [one = new Set<string>(), ...others] = sets;
  const common = [...one].filter((at) => others.every((set) => set.has(at)));
  const join = common
    .filter((at) => isJoin(model, at))
    .toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))[0];
  if (join !== undefined) return { join };
  const size = sets.reduce((sum, set) => sum + set.size, 0);
  return new Set(sets.flatMap((set) => [...set])).size === size ? 'together' : 'apart';
}

function membersOf(way: Way): string[] {
  const members: string[] = [];
  const seen = new Set<Way>();
  const open = [way];
  for (let one = open.pop(); one; one = open.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    if (one.id !== undefined) members.push(one.id);
    open.push(...one.parts);
  }
  return members;
}
