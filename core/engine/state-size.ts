// How big a state is, as JSON: what is kept of it in a history, and what may not grow without end.
import type { State } from '../state.ts';

type Anchors = State['anchors'];

/** Anchors that were put away seldom change: they are not written out again each time to be measured. */
const known = new WeakMap<Anchors, number>();

/** Characters of the state as JSON. */
export function sizeOf(state: State): number {
  if (state.earlier === undefined) return JSON.stringify(state).length;
  const { earlier, ...others } = state;
  const around = ',"earlier":[]'.length + earlier.length - 1;
  return earlier.reduce((sum, some) => sum + sizeOfSome(some), JSON.stringify(others).length + around);
}

function sizeOfSome(some: Anchors): number {
  const size = known.get(some) ?? JSON.stringify(some).length;
  known.set(some, size);
  return size;
}
