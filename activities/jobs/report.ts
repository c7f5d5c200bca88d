/**
 * Jobs of a report: `report.freeze` counts a period and writes it down once, `report.note` adds the comment and what
 * initiatives answered, `report.publish` makes it one that was sent.
 */
import { Consent, type FreezeInput, type Frozen } from '../../contract/index.ts';
import { reportFreeze, reportNote, reportPublish } from '../../contract/jobs/report.ts';
import {
  type Calendar,
  localDate,
  type PeriodRange,
  periodInstants,
  periodRange,
} from '../../core/calendar/index.ts';
import {
  type Counting,
  correctionsOf,
  countFact,
  freezeResult,
  frozenFigures,
  LOOKED_AT_AGAIN,
  periodBefore,
  reportedInitiatives,
  reportFacts,
  startCounting,
} from '../../core/report/index.ts';
import type { Initiative, Report, Result } from '../../store/index.ts';
import { lasting } from '../failures.ts';
import { type JobCall, type JobDeps, job } from './job.ts';

/** Under which the answers of initiatives are kept; those about an earlier report are no news. */
const CONSENTS_KIND = 'report-consent';

type Call = JobCall<unknown>;

export const freezeReport = job({
  ...reportFreeze,
  async run(call, deps) {
    const { period, from, to, initiatives } = await freeze(call, deps);
    return { result: freezeResult(call.instance, period, { from, to }, initiatives) };
  },
});

export const noteInReport = job({
  ...reportNote,
  async run(call, deps) {
    const { store } = deps;
    const { comment, consents } = call.input;
    for (let report = await reportOf(call, deps); comment !== null && report.comment !== comment; ) {
      if (await store.reports.comment(report, comment)) break;
      report = await reportOf(call, deps);
    }
    const { org, world } = call.home;
    for (const one of consents ?? []) {
      if (!one || one.consent === null) continue;
      const { initiative, consent, wish } = one;
      await store.results.add({
        id: `${call.instance}/${initiative}`,
        org,
        instance: call.instance,
        initiative,
        ...(world === undefined ? {} : { world }),
        kind: CONSENTS_KIND,
        at: call.at,
        data: { consent: Consent.parse(consent), ...(wish === null ? {} : { wish }) },
      });
    }
    return { result: {} };
  },
});

export const publishReport = job({
  ...reportPublish,
  async run(call, deps) {
    const { id } = await reportOf(call, deps);
    await deps.store.reports.sent(id, call.at);
    return { result: {} };
  },
});

async function reportOf({ instance }: Call, { store }: JobDeps): Promise<Report> {
  const report = await store.reports.get(instance);
  if (!report)
    throw lasting(
      'INVALID_INPUT',
      `Expected a report to be frozen in '${instance}' first, but there is none`,
    );
  return report;
}

async function freeze(call: JobCall<FreezeInput>, deps: JobDeps): Promise<Frozen> {
  const { store, places } = deps;
  const { home, instance, at, input } = call;
  const { org, world } = home;
  const { of } = input;
  const team = input.team ?? undefined;
  const { calendar } = await places.surroundings(org, world);
  const period = input.period ?? periodBefore(of, localDate(calendar.zone, at));
  const range = periodRange(calendar, period);
  if (!range) throw lasting('INVALID_INPUT', `Expected an existing period, but got '${period}'`);

  const { within, personOf } = await known(call, team, deps);
  const { counting, ctx } = await counted(call, within, deps);
  const summary = { org, instance, world, team, of, period };
  const frozen: Frozen = {
    period,
    ...range,
    figures: frozenFigures(counting, range, ctx),
    initiatives: reportedInitiatives(counting, range, personOf),
    rooms: (await store.capacities.list(org, world)).map(({ name, used, total, waiters }) => ({
      name,
      used,
      total,
      waiting: waiters.length,
    })),
    ...(await kept(call, { range, calendar, within }, deps)),
    corrections: correctionsOf(counting, await store.reports.before(summary, LOOKED_AT_AGAIN), ctx),
  };
  await store.reports.freeze({ id: instance, ...summary, frozenAt: at, frozen });
  // Another run may have been first: what it wrote down is what counts.
  return (await reportOf(call, deps)).frozen;
}

/** Initiatives by id; in a rehearsal without any, its initiator stands for each. */
async function known({ home: { org, world } }: Call, team: string | undefined, { store, places }: JobDeps) {
  const all = new Map<string, Initiative>();
  for (let before: string | undefined; ; ) {
    const page = await store.initiatives.list({
      org,
      limit: 500,
      ...(world === undefined ? {} : { world }),
      ...(before === undefined ? {} : { before }),
    });
    for (const one of page) all.set(one.id, one);
    before = page.at(-1)?.id;
    if (page.length < 500) break;
  }
  const anybody = world === undefined ? undefined : (await places.world(world)).roles.initiator?.[0];
  return {
    within: (id: string | undefined) =>
      team === undefined || (id !== undefined && all.get(id)?.team === team),
    personOf(id: string) {
      const initiative = all.get(id);
      return initiative ? (initiative.contact ?? initiative.roles.initiator?.[0]) : anybody;
    },
  };
}

type Within = (initiative: string | undefined) => boolean;

async function counted(
  { home, at }: Call,
  within: Within,
  { store, places }: JobDeps,
): Promise<{ counting: Counting; ctx: Parameters<typeof countFact>[2] }> {
  const { org, world, process } = home;
  const { calendar } = await places.surroundings(org, world);
  const ctx = { calendar, now: at };
  const counting = startCounting();
  const facts = store.facts.forFigures({
    org,
    types: reportFacts,
    ...(world === undefined ? {} : { world }),
  });
  for await (const fact of facts) countFact(counting, fact, ctx, { reporting: process, within });
  return { counting, ctx };
}

/** What was recorded in the period: ids by kind, and which of them name an obstacle. */
async function kept(
  { home: { org, world } }: Call,
  { range, calendar, within }: { range: PeriodRange; calendar: Calendar; within: Within },
  { store }: JobDeps,
): Promise<Pick<Frozen, 'recorded' | 'obstacles'>> {
  const all = (await store.results.between({ org, world }, periodInstants(calendar, range))).filter(
    ({ kind, initiative }) => kind !== CONSENTS_KIND && within(initiative),
  );
  const recorded: Frozen['recorded'] = {};
  for (const { kind, id } of all) {
    recorded[kind] ??= [];
    recorded[kind].push(id);
  }
  return { recorded, obstacles: all.filter(namesObstacle).map(({ id }) => id) };
}

const namesObstacle = ({ kind, data: { obstacle } }: Result): boolean =>
  kind === 'learning' &&
  (Array.isArray(obstacle) ? obstacle.length > 0 : typeof obstacle === 'string' && obstacle.trim() !== '');
