// Bounds on the work one expression may do, counted in steps and never in time, so that every host stops at the same place.
import { FeelFunction, isRange } from 'feelin';

/** Longest expression, in characters. */
export const MAX_LENGTH = 4_000;
/** How deep an expression may be nested. */
export const MAX_DEPTH = 200;
/** Elements visited by all loops and filters of one evaluation together. */
export const MAX_STEPS = 10_000;
/** Longest text a loop may build. */
export const MAX_TEXT = 1_000;
/**
 * Longest text a pattern may look at, by the number of its unbounded parts (a search that is not anchored is one more):
 * a text of length n costs at most n to that power.
 */
const MAX_SEARCHED = [50_000, 20_000, 20_000, 1_000, 200];
/** Most unbounded parts of a pattern. */
export const MAX_UNBOUNDED = 3;
/** Values in one answer. */
export const MAX_VALUES = 10_000;

/** Thrown inside an evaluation; `evaluate` turns it into its message. */
export class BeyondLimit extends Error {}

/** Names of the functions below inside a compiled expression; variables may not begin like this. */
export const RESERVED = '__';

/** The functions that compiled expressions call around every loop, filter and regular expression. */
export function guards(): { functions: Record<string, FeelFunction>; reset(): void } {
  let steps = 0;
  /** Starts of the ranges whose ends are not worked out yet: ranges may stand inside ranges. */
  const starts: unknown[] = [];
  const take = (n: number) => {
    steps += n;
    if (steps > MAX_STEPS)
      throw new BeyondLimit(`Expected at most ${MAX_STEPS} steps in loops and filters, but this needs more`);
  };
  const text = (value: unknown, most: number) => {
    if (typeof value === 'string' && value.length > most)
      throw new BeyondLimit(`Expected a text of at most ${most} characters, but got ${value.length}`);
    return value;
  };
  const guard = (fn: (...args: unknown[]) => unknown, ...names: string[]) => new FeelFunction(fn, names);
  return {
    functions: {
      __each: guard((list) => {
        if (Array.isArray(list)) take(list.length);
        else if (isRange(list)) take(span(Reflect.get(list, 'start'), Reflect.get(list, 'end')));
        return list;
      }, 'list'),
      __from: guard((start) => {
        starts.push(start);
        return start;
      }, 'start'),
      __until: guard((end) => {
        take(span(starts.pop(), end));
        return end;
      }, 'end'),
      __size: guard((value) => {
        if (Array.isArray(value)) take(value.length);
        return text(value, MAX_TEXT);
      }, 'value'),
      __text: guard((value, power) => text(value, MAX_SEARCHED[Number(power)] ?? 0), 'value', 'power'),
    },
    reset: () => {
      steps = 0;
      starts.length = 0;
    },
  };
}

/** How many whole numbers lie from one to the other; other ranges (letters) are short. */
function span(start: unknown, end: unknown): number {
  return typeof start === 'number' && typeof end === 'number' ? Math.abs(end - start) + 1 : 1;
}
