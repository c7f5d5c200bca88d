// Values that tell conditions apart: each constant an expression looks at, what lies beside and between them, and none of them.
import { fromDayNumber, isLocalDate, toDayNumber } from '../calendar/civil-date.ts';
import type { Json } from '../state.ts';

/** A text that is none of those looked at. */
export const OTHER_TEXT = 'something else';

/**
 * One value from every class that comparisons with these constants can tell apart: numbers below, at, between and above them;
 * dates likewise; every text and one more; yes and no. Whole numbers come before others.
 */
export function candidatesFor(constants: readonly Json[]): Json[] {
  const numbers = sorted(constants.filter((one): one is number => typeof one === 'number'));
  const dates = [...new Set(constants.filter(isDate))].sort();
  const texts = [
    ...new Set(constants.filter((one): one is string => typeof one === 'string' && !isDate(one))),
  ];
  const found: Json[] = [...aroundNumbers(numbers), ...aroundDates(dates), ...texts];
  if (texts.length > 0) found.push(OTHER_TEXT);
  if (constants.some((one) => typeof one === 'boolean')) found.push(true, false);
  return found;
}

const sorted = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b);

function aroundNumbers(numbers: number[]): number[] {
  const [least, most] = [numbers[0], numbers.at(-1)];
  if (least === undefined || most === undefined) return [];
  const between = numbers.slice(1).flatMap((n, i) => {
    const before = numbers[i] as number;
    const whole = Math.floor(before) + 1;
    return whole < n ? [whole] : [(before + n) / 2];
  });
  return [...numbers, Math.ceil(least) - 1, Math.floor(most) + 1, ...between];
}

const isDate = (one: Json): one is string => typeof one === 'string' && isLocalDate(one);

function aroundDates(dates: string[]): string[] {
  return [...new Set(dates.flatMap((date) => [date, shifted(date, -1), shifted(date, 1)]))];
}

const shifted = (date: string, days: number): string => fromDayNumber(toDayNumber(date) + days);
