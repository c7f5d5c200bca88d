// Who stands in for somebody who is away. The day named is the last on which they are.
import type { LocalDate } from './calendar/index.ts';

export interface Who {
  /** Whoever usually stands in. */
  deputy?: string;
  away?: { until?: string; deputy?: string };
}

export const isAway = ({ away }: Who, today: LocalDate): boolean =>
  away !== undefined && (away.until === undefined || today <= away.until);

/** Undefined where they are there, and where nobody stands in. */
export const standInOf = (who: Who, today: LocalDate): string | undefined =>
  isAway(who, today) ? (who.away?.deputy ?? who.deputy) : undefined;
