/** Dates as requests write them, made into moments in the organisation's zone. */
import { addDays, type Instant, isLocalDate, parseLocal, toInstant } from '../core/calendar/index.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

async function zoneOf({ store }: Pick<Deps, 'store'>, org: string): Promise<string> {
  return (await store.organisations.get(org))?.zone ?? 'UTC';
}

/** Up to and including a date, or up to a moment. */
export async function endOfDay(deps: Pick<Deps, 'store'>, org: string, given: string): Promise<Instant> {
  if (!isLocalDate(given)) return new Date(given).toISOString();
  return toInstant(await zoneOf(deps, org), addDays(given, 1), '00:00');
}

/** `2026-04-01T20:15` on the clock of the organisation, `2026-04-01` (00:00), or an exact moment. */
export async function momentOf(
  deps: Pick<Deps, 'store'>,
  org: string,
  given: string,
  path: string,
): Promise<Instant> {
  const moment = parseLocal(await zoneOf(deps, org), given);
  if (!moment)
    throw new Problem(
      'INVALID_ARGUMENT',
      `Expected an existing date and time such as 2026-04-01T20:15, got '${given}'`,
      {
        path,
      },
    );
  return moment;
}
