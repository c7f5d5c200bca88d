/**
 * Jobs of a report: `report.freeze` counts a period and writes it down once, `report.note` adds the comment and what
 * initiatives answered, `report.publish` makes it one that was sent.
 */
import { Consent, FreezeInput, type Frozen, ReportNoteInput } from '../../contract/index.ts';
import { localDate, type PeriodRange, periodInstants, periodRange } from '../../core/calendar/index.ts';
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
import type { Deps } from '../deps.ts';
import { lasting } from '../failures.ts';
import type { Places } from '../place.ts';
import type { Job, JobCall } from './job.ts';
import { parseInput } from './parse-input.ts';

/** Results a report asks about; what initiatives answered about an earlier report is no news. */
export const CONSENTS_KIND = 'report-consent';

export function reportJobs(
  { store }: Deps,
  places: Places,
): Record<`report.${'freeze' | 'note' | 'publish'}`, Job> {
  async function reportOf({ instance }: JobCall): Promise<Report> {
    const report = await store.reports.get(instance);
    if (!report)
      throw lasting(
        'INVALID_INPUT',
        `Expected a report to be frozen in '${instance}' first, but there is none`,
      );
    return report;
  }

  /** Initiatives by id; in a rehearsal without any, its initiator stands for each. */
  async function known({ org, world }: JobCall['home'], team: string | undefined) {
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

  async function counted(
    { home, at }: JobCall,
    within: (initiative: string | undefined) => boolean,
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

  async function freeze(call: JobCall): Promise<Frozen> {
    const { home, instance, at } = call;
    const { org, world } = home;
    const input = parseInput(FreezeInput, call.jobType, call.input);
    const { of, team } = { of: input.of, team: input.team ?? undefined };
    const { calendar } = await places.surroundings(org, world);
    const period = input.period ?? periodBefore(of, localDate(calendar.zone, at));
    const range = periodRange(calendar, period);
    if (!range) throw lasting('INVALID_INPUT', `Expected an existing period, but got '${period}'`);

    const { within, personOf } = await known(home, team);
    const { counting, ctx } = await counted(call, within);
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
      ...(await kept(home, range, calendar, within)),
      corrections: correctionsOf(counting, await store.reports.before(summary, LOOKED_AT_AGAIN), ctx),
    };
    await store.reports.freeze({ id: instance, ...summary, frozenAt: at, frozen });
    // Another run may have been first: what it wrote down is what counts.
    return (await reportOf(call)).frozen;
  }

  /** What was recorded in the period: ids by kind, and which of them name an obstacle. */
  async function kept(
    { org, world }: JobCall['home'],
    range: PeriodRange,
    calendar: Parameters<typeof periodInstants>[0],
    within: (initiative: string | undefined) => boolean,
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

  return {
    'report.freeze': {
      async run(call) {
        const { period, from, to, initiatives } = await freeze(call);
        return { result: freezeResult(call.instance, period, { from, to }, initiatives) };
      },
    },
    'report.note': {
      async run(call) {
        const { comment, consents } = parseInput(ReportNoteInput, call.jobType, call.input);
        for (let report = await reportOf(call); comment !== null && report.comment !== comment; ) {
          if (await store.reports.comment(report, comment)) break;
          report = await reportOf(call);
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
    },
    'report.publish': {
      async run(call) {
        const { id } = await reportOf(call);
        await store.reports.sent(id, call.at);
        return { result: {} };
      },
    },
  };
}

const namesObstacle = ({ kind, data: { obstacle } }: Result): boolean =>
  kind === 'learning' &&
  (Array.isArray(obstacle) ? obstacle.length > 0 : typeof obstacle === 'string' && obstacle.trim() !== '');
