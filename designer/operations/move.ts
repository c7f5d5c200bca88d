/** What has to be chosen before running processes can go to another version, of all of them together. Pure. */
import type { z } from 'zod';
import type { Surveyed } from '../../contract/api/operations.ts';
import type { MigrationProblem } from '../../contract/index.ts';

export type Row = z.infer<typeof Surveyed>['items'][number];

export interface Question {
  /** Element of the old version. */
  element: string;
  /** What could take its place, the likeliest first. */
  candidates: readonly string[];
}

/** What no choice of a place answers. */
const NO_PLACE: ReadonlySet<MigrationProblem['code']> = new Set([
  'would-wait-forever',
  'join-flow',
  'other-repetition',
]);

export interface Choices {
  /** Old element to new. */
  mapping: Readonly<Record<string, string>>;
  /** A wait that would never end is accepted. */
  waits: boolean;
}

/** Each place that has to be chosen once, also when several processes stand there; what was chosen stays to be changed. */
export function questionsOf(
  rows: readonly Row[],
  { mapping }: Choices,
  known: ReadonlyMap<string, readonly string[]>,
): Question[] {
  const found = new Map<string, readonly string[]>(
    Object.keys(mapping).map((element) => [element, known.get(element) ?? [mapping[element] as string]]),
  );
  for (const { plan } of rows)
    for (const { element, code, candidates } of plan.problems)
      if (!NO_PLACE.has(code) && candidates.length > 0 && !found.has(element)) found.set(element, candidates);
  return [...found].map(([element, candidates]) => ({ element, candidates }));
}

/** Whether some would wait at a join for what no longer comes, which has to be accepted. */
export const asksAboutWaits = (rows: readonly Row[], { waits }: Choices): boolean =>
  waits || rows.some(({ plan }) => plan.problems.some(({ code }) => code === 'would-wait-forever'));

export const wantedOf = ({ mapping, waits }: Choices) => ({
  ...(Object.keys(mapping).length > 0 ? { mapping } : {}),
  ...(waits ? { despite: ['would-wait-forever'] } : {}),
});

/** What stands in the way of one, each reason once. Accepted waits do not. */
export function reasonsOf({ plan }: Row): Pick<MigrationProblem, 'code' | 'element'>[] {
  if (plan.verdict === 'safe') return [];
  const seen = new Set<string>();
  return plan.problems.filter(({ code, element }) => {
    const key = `${code} ${element}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Those of the chosen that can go as it stands. */
export const goingOf = (rows: readonly Row[], chosen: ReadonlySet<string>): Row[] =>
  rows.filter(({ instance, plan }) => plan.verdict === 'safe' && chosen.has(instance));

/** Elements of the old version that something of it stands at. */
export const standsAt = ({ plan }: Row): string[] => [
  ...new Set([
    ...Object.keys(plan.mapping),
    ...plan.problems.flatMap(({ code, element }) => (code === 'would-wait-forever' ? [] : [element])),
  ]),
];
