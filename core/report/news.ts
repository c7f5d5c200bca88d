/** What happened to initiatives that is worth telling: they began, agreed, decided, became partners, left a learning, or ended. */
import type { Fact, FactType, News, NewsKind } from '../../contract/index.ts';
import type { LocalDate, PeriodRange } from '../calendar/index.ts';
import { PARTNERSHIP } from '../figures/index.ts';

interface Told {
  initiative: string;
  startedAt: string;
  news: News[];
  /** Jobs that record something. */
  records: Set<string>;
  lastOutcome?: string | undefined;
}

/** By instance. */
export type NewsCounting = Map<string, Told>;

export const newsFacts = [
  'instance.started',
  'instance.ended',
  'instance.stopped',
  'agreement.confirmed',
  'task.completed',
  'variables.set',
  'job.created',
  'job.completed',
] as const satisfies FactType[];

export function addNews(counting: NewsCounting, fact: Fact, on: LocalDate): void {
  if (fact.type === 'instance.started') {
    const initiative = fact.initiative ?? fact.instance;
    const news: News[] = [{ kind: 'began', on }];
    counting.set(fact.instance, { initiative, startedAt: fact.at, news, records: new Set() });
    return;
  }
  const told = counting.get(fact.instance);
  if (!told) return;
  const tell = (kind: NewsKind, outcome?: string | undefined) =>
    told.news.push({ kind, on, ...(outcome === undefined ? {} : { outcome }) });
  switch (fact.type) {
    case 'agreement.confirmed':
      return void tell('agreed');
    case 'task.completed':
      told.lastOutcome = fact.outcome;
      return;
    case 'variables.set':
      return ofVariables(told, fact.variables ?? {}, tell);
    case 'job.created':
      if (fact.jobType === 'record') told.records.add(fact.job);
      return;
    case 'job.completed':
      if (told.records.delete(fact.job)) tell('learned');
      return;
    case 'instance.ended':
      return void tell('ended', fact.outcomes.at(-1));
    case 'instance.stopped':
      return void tell('ended', 'stopped');
  }
}

/** A decision about a pilot, by the choice it came with; and a partnership that begins or ends. */
function ofVariables(
  told: Told,
  { decidedBy, [PARTNERSHIP]: partnership }: Record<string, unknown>,
  tell: (kind: NewsKind, outcome?: string) => void,
): void {
  if (decidedBy !== undefined && decidedBy !== null) tell('decided', told.lastOutcome);
  if (partnership === 'running' || partnership === 'ended') tell('partners', partnership);
}

/** Per initiative what fell in the period, the initiatives that began first at the top. */
export function newsIn(
  counting: NewsCounting,
  { from, to }: PeriodRange,
): { initiative: string; news: News[] }[] {
  const byInitiative = new Map<string, { initiative: string; startedAt: string; news: News[] }>();
  for (const { initiative, startedAt, news } of counting.values()) {
    const known = byInitiative.get(initiative);
    if (!known) {
      byInitiative.set(initiative, { initiative, startedAt, news: [...news] });
      continue;
    }
    // Only the first beginning is that of the initiative; later ones are of processes within it.
    const isEarlier = startedAt < known.startedAt;
    const later = (isEarlier ? known.news : news).filter(({ kind }) => kind !== 'began');
    known.news = isEarlier ? [...news, ...later] : [...known.news, ...later];
    known.startedAt = isEarlier ? startedAt : known.startedAt;
  }
  return [...byInitiative.values()]
    .sort((a, b) =>
      a.startedAt === b.startedAt
        ? a.initiative < b.initiative
          ? -1
          : 1
        : a.startedAt < b.startedAt
          ? -1
          : 1,
    )
    .flatMap(({ initiative, news }) => {
      const inPeriod = news
        .filter(({ on }) => from <= on && on <= to)
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
      return inPeriod.length > 0 ? [{ initiative, news: inPeriod }] : [];
    });
}
