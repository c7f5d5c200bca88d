// Turns what an expression gave into plain JSON: dates and durations as ISO text, instants in UTC.
import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { fromMillis } from '../calendar/index.ts';
import type { Json } from '../state.ts';
import { BeyondLimit, MAX_VALUES } from './limits.ts';

/** A value that is not data: a function, a range, a number without end. */
export class NotData extends Error {}

/** A date and time without zone is read in `zone`. Throws `NotData` or `BeyondLimit`. */
export function toJson(value: unknown, zone: string): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  let values = 0;
  const convert = (one: unknown): Json => {
    values += 1;
    if (values > MAX_VALUES)
      throw new BeyondLimit(`Expected an answer of at most ${MAX_VALUES} values, but it has more`);
    if (one === null || one === undefined) return null;
    if (typeof one === 'string' || typeof one === 'boolean') return one;
    if (typeof one === 'number') {
      if (!Number.isFinite(one)) throw new NotData('Expected a number, but it is too large or undefined');
      return one;
    }
    if (one instanceof FeelDateTime)
      return fromMillis(one.unwrap().toZonedDateTime(one.timezone ?? zone).epochMilliseconds);
    if (one instanceof FeelDate || one instanceof FeelTime || one instanceof FeelDuration)
      return one.toString();
    if (Array.isArray(one)) return one.map(convert);
    if (typeof one === 'object' && Object.getPrototypeOf(one) === Object.prototype)
      return Object.fromEntries(Object.entries(one).map(([key, entry]) => [key, convert(entry)]));
    throw new NotData('Expected a value, but it gives a range or a function');
  };
  return convert(value);
}
