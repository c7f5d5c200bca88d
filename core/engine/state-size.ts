// How big a state is, as JSON: what is kept of it in a history, and what may not grow without end.
import type { State } from '../state.ts';

type Anchors = State['anchors'];

/** Anchors that were put away seldom change: they are not written out again each time to be measured. */
const known = new WeakMap<Anchors, number>();

/** Characters of the state as JSON. */
export function sizeOf({ earlier, ...others }: State): number {
  const size = JSON.stringify(others).length;
  if (earlier === undefined) return size;
  const between = earlier.length - 1;
  return earlier.reduce((sum, some) => sum + sizeOfSome(some), size + ',"earlier":[]'.length + between);
}

function sizeOfSome(some: Anchors): number {
  const size = known.get(some) ?? JSON.stringify(some).length;
  known.set(some, size);
  return size;
}
