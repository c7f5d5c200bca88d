/** Arithmetic on moments, independent of any zone. */
import type { Instant } from './calendar.ts';
import { isLocalDate } from './civil-date.ts';

const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;

/** Milliseconds since 1970-01-01T00:00Z. A text without Z is refused, since it would be read in the machine's own zone. */
export function toMillis(at: Instant): number {
  const ms = UTC.test(at) && isLocalDate(at.slice(0, 10)) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) throw new Error(`Expected an instant like 2026-04-03T15:00:00.000Z, but got '${at}'`);
  return ms;
}

/** Inverse of `toMillis`, always written with milliseconds; a fraction of one is dropped. */
export function fromMillis(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** The moment `ms` milliseconds later, or earlier if negative. */
export function addToInstant(at: Instant, ms: number): Instant {
  return fromMillis(toMillis(at) + ms);
}

/** Negative, zero or positive as `a` is before, at or after `b`; for `sort`. */
export function compareInstants(a: Instant, b: Instant): number {
  return Math.sign(toMillis(a) - toMillis(b));
}

/** Milliseconds from `a` to `b`; negative when `b` is earlier. */
export function msBetween(a: Instant, b: Instant): number {
  return toMillis(b) - toMillis(a);
}
