/** What a figure is: a pure reducer over facts, with the list behind every number. */
import type { Fact, FactType } from '../../contract/index.ts';
import type { Calendar, Instant, PeriodRange } from '../calendar/index.ts';

export interface FigureContext {
  calendar: Calendar;
  /** What has not passed at this moment is not counted yet. */
  now: Instant;
  /** Side of a person, where it is known. */
  sideOf?: (person: string) => string | undefined;
}

export interface FigureValue {
  /** A count, a share's upper part, or working days; null when there is nothing to count. */
  value: number | null;
  /** Shares: out of how many. */
  of?: number;
  /** Ids behind the value: commitments or instances. */
  list: string[];
  /** Shares: ids that count in `of` but not in `value`. */
  rest?: string[];
  /** Further numbers of the same figure, by name (docs/figures.md). */
  more?: Record<string, number | null>;
}

/**
 * A figure of docs/figures.md. `add` takes facts of an instance in their order, those of other instances may come between;
 * it may change and give back the accumulator it was given, which nobody else holds.
 */
export interface Figure<A = unknown> {
  id: string;
  name: { nl: string; en: string };
  /** Facts it looks at; others may be left out. */
  facts: readonly FactType[];
  start(): A;
  add(acc: A, fact: Fact, ctx: FigureContext): A;
  value(acc: A, period: PeriodRange, ctx: FigureContext): FigureValue;
}
