// Which outcome of a task somebody means.
import type { Outcome } from '../../contract/index.ts';
import { Rejected } from '../engine/work.ts';
import type { Variables } from '../state.ts';

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** An outcome by id, alias or label, however it is spelled. */
function findOutcome(outcomes: Outcome[], given: string): Outcome | undefined {
  const wanted = plain(given);
  return outcomes.find((o) => {
    const names = [
      o.id,
      ...(o.aliases ?? []),
      ...(typeof o.label === 'string' ? [o.label] : [o.label.nl, o.label.en]),
    ];
    return names.some((n) => plain(n) === wanted);
  });
}

/** The outcome chosen, named in the data, or the default one. @throws Rejected naming the outcomes there are */
export function chooseOutcome(
  outcomes: Outcome[],
  given: string | undefined,
  data: Variables,
): Outcome | undefined {
  if (outcomes.length === 0) {
    if (given !== undefined)
      throw new Rejected('INVALID_ARGUMENT', `Expected no outcome, got '${given}'`, { path: 'outcome' });
    return undefined;
  }
  const named = given ?? (typeof data.outcome === 'string' ? data.outcome : undefined);
  const found =
    named === undefined
      ? (outcomes.find((o) => o.default) ?? (outcomes.length === 1 ? outcomes[0] : undefined))
      : findOutcome(outcomes, named);
  if (found) return found;
  const what = named === undefined ? 'nothing' : `'${named}'`;
  throw new Rejected(
    'INVALID_ARGUMENT',
    `Expected one of the outcomes ${outcomes.map((o) => o.id).join(', ')}, got ${what}`,
    { path: 'outcome' },
  );
}
