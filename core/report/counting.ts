/** Counts everything a report freezes in one pass over facts: all figures, and what happened to each initiative. */
import type { Fact, FactType, FrozenFigure, Reported } from '../../contract/index.ts';
import { localDate, type PeriodRange } from '../calendar/index.ts';
import { type Figure, type FigureContext, figures } from '../figures/index.ts';
import { addNews, type NewsCounting, newsFacts, newsIn } from './news.ts';

/** Facts it looks at; others may be left out. */
export const reportFacts: readonly FactType[] = [
  ...new Set<FactType>([...figures.flatMap(({ facts }) => facts), ...newsFacts]),
];

export interface Counting {
  counted: { figure: Figure; acc: unknown }[];
  news: NewsCounting;
  /** Instances that are not of the team. */
  outside: Set<string>;
}

export interface Scope {
  /** Process that makes reports: it is not news about anybody. */
  reporting: string;
  /** Whether an initiative is among those the report is about; without it all are. */
  within?: (initiative: string | undefined) => boolean;
}

export function startCounting(): Counting {
  return {
    counted: figures.map((figure) => ({ figure, acc: figure.start() })),
    news: new Map(),
    outside: new Set(),
  };
}

/** Facts of an instance in their order; those of others may come between. Changes what it is given. */
export function countFact(counting: Counting, fact: Fact, ctx: FigureContext, scope: Scope): void {
  const { outside, news, counted } = counting;
  if (fact.type === 'instance.started' && scope.within?.(fact.initiative) === false)
    outside.add(fact.instance);
  if (outside.has(fact.instance)) return;
  for (const one of counted)
    if (one.figure.facts.includes(fact.type)) one.acc = one.figure.add(one.acc, fact, ctx);
  const isReport = fact.type === 'instance.started' && fact.process === scope.reporting;
  if (!isReport) addNews(news, fact, localDate(ctx.calendar.zone, fact.at));
}

export const frozenFigures = (
  { counted }: Counting,
  range: PeriodRange,
  ctx: FigureContext,
): FrozenFigure[] =>
  counted.map(({ figure, acc }) => ({
    figure: figure.id,
    name: figure.name,
    ...figure.value(acc, range, ctx),
  }));

/** Initiatives of which there is something to tell, in the order in which they began. */
export const reportedInitiatives = (
  { news }: Counting,
  range: PeriodRange,
  personOf: (initiative: string) => string | undefined,
): Reported[] =>
  newsIn(news, range).flatMap(({ initiative, news: all }) => {
    const person = personOf(initiative);
    // A process that belongs to no initiative has nobody who could be asked.
    return person === undefined ? [] : [{ initiative, person, news: all }];
  });
