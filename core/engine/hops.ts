// Messages and signals that lead to one another, from instance to instance and without an end, are stopped where the next is thrown.
import { msBetween } from '../calendar/index.ts';
import type { Work } from './work.ts';

/** From this version on they are counted; what an instance says to itself is among it. */
const COUNTS_HOPS = 4;
/** More than this in a row, while nobody acts and within the hour, and they go round. */
const MOST_HOPS = 100;
/** What takes longer may go on, as with turns (`rounds.ts`). */
const WITHIN_MS = 3_600_000;

export const countsHops = (w: Work): boolean => w.state.engine >= COUNTS_HOPS;

/** What a step begins with: an act of a person or something from outside begins a row; answers and moments belong to the row they are in. */
export function comesAfter(w: Work, hops: number | undefined, isAct: boolean): void {
  if (!countsHops(w)) return;
  const { hops: row } = w.state;
  if (hops !== undefined) w.state.hops = { n: hops, at: w.at };
  else if (row && (isAct || msBetween(row.at, w.at) >= WITHIN_MS)) delete w.state.hops;
}

/** What is thrown now is one more in the row. */
export function nextHop(w: Work): { hops?: number } {
  return countsHops(w) ? { hops: (w.state.hops?.n ?? 0) + 1 } : {};
}

/** @returns whether the row is too long for one more. */
export const hopsGoRound = (w: Work): boolean => (w.state.hops?.n ?? 0) >= MOST_HOPS;
