/** Freezes a report in memory, where all facts are at hand: the simulator's side of the job `report.freeze`. */
import type { Fact, FreezeResult } from '../../contract/index.ts';
import { type Calendar, type Instant, localDate, periodRange } from '../calendar/index.ts';
import { countFact, reportedInitiatives, startCounting } from './counting.ts';
import { periodBefore } from './period-before.ts';

export interface FreezeQuestion {
  /** The instance that makes it; its id is the report's. */
  id: string;
  process: string;
  /** As the process asks it (contract/job.ts, FreezeInput). */
  input: { of?: unknown; period?: unknown };
}

const kinds = ['month', 'quarter', 'year'] as const;

/** Which period it is about, and who is asked. @returns undefined where the period does not exist. */
export function freezeFrom(
  facts: Iterable<Fact>,
  { id, process, input }: FreezeQuestion,
  {
    calendar,
    now,
    personOf,
  }: { calendar: Calendar; now: Instant; personOf(initiative: string): string | undefined },
): FreezeResult | undefined {
  const of = kinds.find((kind) => kind === (input.of ?? 'month'));
  const today = localDate(calendar.zone, now);
  const named = typeof input.period === 'string' ? input.period : of && periodBefore(of, today);
  if (named === undefined) return undefined;
  const range = periodRange(calendar, named);
  if (!range) return undefined;
  const counting = startCounting();
  for (const fact of facts) countFact(counting, fact, { calendar, now }, { reporting: process });
  return freezeResult(id, named, range, reportedInitiatives(counting, range, personOf));
}

/** What the process needs of a report: ids and dates. */
export const freezeResult = (
  id: string,
  period: string,
  { from, to }: { from: string; to: string },
  initiatives: readonly { initiative: string; person: string }[],
): FreezeResult => ({
  id,
  period,
  from,
  to,
  asks: initiatives.map(({ initiative, person }) => ({ initiative, person })),
});
