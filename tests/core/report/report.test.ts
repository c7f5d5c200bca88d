/** Reports: what is frozen, what changes later, and how it reads inside and outside the team. */
import { describe, expect, test } from 'vitest';
import type { Consent, Fact, FactBody, Frozen, ReportText, SectionId } from '../../../contract/index.ts';
import { dutchCalendar, type PeriodRange, periodRange } from '../../../core/calendar/index.ts';
import {
  aboutInitiative,
  type Counting,
  correctionsOf,
  countFact,
  freezeFrom,
  frozenFigures,
  type Learning,
  periodBefore,
  readReport,
  reportedInitiatives,
  startCounting,
} from '../../../core/report/index.ts';

type Told = FactBody & { at?: string; instance?: string };
const story = (told: Told[]): Fact[] =>
  told.map((body, i) => ({ at: '2026-03-10T10:00:00.000Z', instance: 'pi_1', ...body, n: i + 1 }) as Fact);
const ctx = { calendar: dutchCalendar, now: '2026-04-01T05:00:00.000Z' };
const march = periodRange(dutchCalendar, '2026-03') as PeriodRange;

const began = (instance: string, at: string, initiative?: string, process = 'T1'): Told =>
  ({ type: 'instance.started', process, version: 1, hash: 'h', instance, at, initiative }) as Told;

function counted(facts: Told[], scope: Parameters<typeof countFact>[3] = { reporting: 'T12' }): Counting {
  const counting = startCounting();
  for (const fact of story(facts)) countFact(counting, fact, ctx, scope);
  return counting;
}

const nothing: Frozen = {
  period: '2026-03',
  from: '2026-03-01',
  to: '2026-03-31',
  figures: frozenFigures(startCounting(), march, ctx),
  initiatives: [],
  rooms: [],
  recorded: {},
  obstacles: [],
  corrections: [],
};

interface Given {
  frozen?: Partial<Frozen>;
  names?: Record<string, string>;
  consents?: Record<string, Consent>;
  learnings?: Record<string, Learning>;
}
const read = (audience: 'team' | 'outside', { frozen, names, consents, learnings }: Given = {}): ReportText =>
  readReport(
    {
      frozen: { ...nothing, ...frozen },
      names: new Map(Object.entries(names ?? {})),
      consents: new Map(Object.entries(consents ?? {})),
      learnings: new Map(Object.entries(learnings ?? {})),
    },
    audience,
  );
const en = (report: ReportText, section: SectionId): string[] =>
  (report.sections.find(({ id }) => id === section)?.lines ?? []).map(({ text, quote }) =>
    [(text as { en: string }).en, quote].filter(Boolean).join(' '),
  );

describe('the period of a report', () => {
  test('is the one that ended before the day it is made', () => {
    expect(periodBefore('month', '2026-04-01')).toBe('2026-03');
    expect(periodBefore('month', '2027-01-04')).toBe('2026-12');
    expect(periodBefore('quarter', '2027-01-04')).toBe('2026-Q4');
    expect(periodBefore('quarter', '2026-08-31')).toBe('2026-Q2');
    expect(periodBefore('year', '2027-01-04')).toBe('2026');
  });

  test('in memory gives whom to ask, and for a period that does not exist nothing', () => {
    const facts = story([began('pi_1', '2026-03-02T09:00:00.000Z', 'in_1')]);
    const at = { ...ctx, personOf: () => 'pe_amira' };

    expect(freezeFrom(facts, { id: 'r1', process: 'T12', input: {} }, at)).toEqual({
      id: 'r1',
      period: '2026-03',
      from: '2026-03-01',
      to: '2026-03-31',
      asks: [{ initiative: 'in_1', person: 'pe_amira' }],
    });
    expect(freezeFrom(facts, { id: 'r1', process: 'T12', input: { period: '2026-13' } }, at)).toBeUndefined();
  });
});

describe('news of initiatives', () => {
  const told: Told[] = [
    began('pi_2', '2026-02-20T09:00:00.000Z', 'in_2'),
    began('pi_1', '2026-03-02T09:00:00.000Z', 'in_1'),
    { type: 'agreement.confirmed', instance: 'pi_2', at: '2026-03-05T09:00:00.000Z' } as Told,
    began('pi_3', '2026-03-06T09:00:00.000Z', 'in_2', 'T2'),
    {
      type: 'job.created',
      instance: 'pi_3',
      element: 'n14',
      key: '7',
      job: 'j1',
      jobType: 'record',
    } as Told,
    { type: 'job.completed', instance: 'pi_3', element: 'n14', key: '7', job: 'j1' } as Told,
    { type: 'instance.ended', instance: 'pi_3', outcomes: ['standing'] } as Told,
    began('pi_9', '2026-03-01T09:00:00.000Z', undefined, 'T12'),
    began('pi_4', '2026-04-01T04:00:00.000Z', 'in_4'),
  ];
  const personOf = (initiative: string) => (initiative.startsWith('in_') ? `pe_${initiative}` : undefined);

  test('is what happened in the period, those that began first at the top', () => {
    expect(reportedInitiatives(counted(told), march, personOf)).toEqual([
      {
        initiative: 'in_2',
        person: 'pe_in_2',
        news: [
          { kind: 'agreed', on: '2026-03-05' },
          { kind: 'learned', on: '2026-03-10' },
          { kind: 'ended', on: '2026-03-10', outcome: 'standing' },
        ],
      },
      { initiative: 'in_1', person: 'pe_in_1', news: [{ kind: 'began', on: '2026-03-02' }] },
    ]);
  });

  test('the process that makes reports is no news, even where somebody could be asked', () => {
    const asked = reportedInitiatives(counted(told), march, () => 'pe_anybody');
    expect(asked.map(({ initiative }) => initiative)).toEqual(['in_2', 'in_1']);
  });

  test('of a team is that of its initiatives only', () => {
    const scope = { reporting: 'T12', within: (initiative?: string) => initiative === 'in_1' };
    const asked = reportedInitiatives(counted(told, scope), march, personOf);
    expect(asked.map(({ initiative }) => initiative)).toEqual(['in_1']);
  });

  test('reads as plain sentences', () => {
    const lines = aboutInitiative([
      { kind: 'agreed', on: '2026-03-05' },
      { kind: 'decided', on: '2026-03-06', outcome: 'standing' },
    ]);
    expect(lines.map(({ text }) => text)).toEqual([
      { nl: 'Maakte afspraken met ons.', en: 'Made an agreement with us.' },
      {
        nl: 'Keek terug op een proefperiode: vaste praktijk.',
        en: 'Looked back on a pilot: standing practice.',
      },
    ]);
  });
});

describe('sections', () => {
  test('are always the same ten in the same order, and honest where nothing was recorded', () => {
    const report = read('outside');

    expect(report.title).toEqual({ nl: 'Rapport over maart 2026', en: 'Report on March 2026' });
    expect(report.sections.map(({ title }) => (title as { en: string }).en)).toEqual([
      'Promises',
      'First response',
      'Pilots and outcomes',
      'Raised items',
      'Signals and answers',
      'Obstacles',
      'Learnings',
      'Free room',
      'Money',
      'What we did not deliver',
    ]);
    for (const { lines } of report.sections) expect(lines.length).toBeGreaterThan(0);
    expect(en(report, 'obstacles')).toEqual(['No obstacles recorded, please check.']);
    expect(en(report, 'signals')).toEqual(['No signals were recorded.']);
    expect(en(report, 'money')).toEqual(['Nothing about money was recorded.']);
    expect(report.corrections).toEqual([]);
  });

  const figure = (id: string, value: number | null, more: object = {}) => ({
    figure: id,
    name: id,
    value,
    list: [],
    ...more,
  });

  test('numbers under five are not shown outside the team, none and many are', () => {
    const frozen = {
      figures: [
        figure('promises-kept', 3, { of: 12, rest: Array.from({ length: 9 }, (_, i) => `c${i}`) }),
        figure('honest-rate', 12, { of: 12 }),
        figure('first-response', 1.5, { more: { answered: 4, withinPromise: 4, waiting: 0 } }),
      ],
    };

    expect(en(read('team', { frozen }), 'promises')).toEqual([
      'Kept on the first date: 3 of 12.',
      'Kept, or honestly moved in time: 12 of 12.',
    ]);
    expect(en(read('outside', { frozen }), 'promises')).toEqual([
      'Kept on the first date: <5 of 12.',
      'Kept, or honestly moved in time: 12 of 12.',
    ]);
    expect(en(read('team', { frozen }), 'firstResponse')).toEqual([
      'Half heard from us within 1.5 working days.',
      'Within two working days: 4 of 4.',
    ]);
    expect(en(read('outside', { frozen }), 'firstResponse')).toEqual([
      'Fewer than five first conversations: too few for a number.',
      'Within two working days: <5 of <5.',
    ]);
    expect(en(read('outside', { frozen }), 'notDelivered')).toEqual([
      'Not ready on the first date: 9, of which 9 were honestly moved beforehand.',
    ]);
  });

  test('a late decision of a manager is told by the role, in working days', () => {
    const frozen = {
      figures: [figure('manager-decision-time', 16, { more: { decided: 6, late: 6, longestLate: 6 } })],
    };

    expect(en(read('outside', { frozen }), 'notDelivered')).toContain(
      'Decisions of managers that were late: 6 of 6. The longest was 6 working days late.',
    );
  });

  test('free room says what there is and who waits', () => {
    const rooms = [
      { name: 'free room', used: 1, total: 3, waiting: 2 },
      { name: 'hours', used: 7, waiting: 0 },
    ];
    expect(en(read('outside', { frozen: { rooms } }), 'freeRoom')).toEqual([
      'Free places: 1 of 3 taken, <5 on the waiting list.',
      'Hours: 7 taken, 0 on the waiting list.',
    ]);
  });
});

describe('initiatives', () => {
  const initiatives = ['in_1', 'in_2', 'in_3', 'in_4'].map((initiative) => ({
    initiative,
    person: 'pe_1',
    news: [
      { kind: 'agreed' as const, on: '2026-03-05' },
      { kind: 'agreed' as const, on: '2026-03-09' },
    ],
  }));
  const names = { in_1: 'De Groene Kring', in_2: 'Schuif Aan', in_3: 'Klankwerk', in_4: 'De Serre' };
  const consents = { in_1: 'withName', in_2: 'anonymous', in_3: 'no' } as const;

  test('are named outside only with their consent; silence is no name and no text', () => {
    expect(en(read('outside', { frozen: { initiatives }, names, consents }), 'pilots').slice(1)).toEqual([
      'Initiatives with news: <5.',
      'De Groene Kring made an agreement with us.',
      'An initiative made an agreement with us.',
    ]);
  });

  test('are known by name to the team itself', () => {
    expect(en(read('team', { frozen: { initiatives }, names, consents }), 'pilots').slice(2)).toEqual([
      'De Groene Kring made an agreement with us.',
      'Schuif Aan made an agreement with us.',
      'Klankwerk made an agreement with us.',
      'De Serre made an agreement with us.',
    ]);
  });

  test('that were erased are only counted', () => {
    const { in_1: _erased, ...left } = names;
    expect(
      en(read('outside', { frozen: { initiatives }, names: left, consents }), 'pilots').slice(1),
    ).toEqual(['Initiatives with news: <5.', 'An initiative made an agreement with us.']);
  });

  test('obstacles and learnings are quoted as far as was agreed', () => {
    const learnings: Record<string, Learning> = {
      l1: { initiative: 'in_1', obstacle: 'no water tap', learned: 'ask early', consent: 'anonymous' },
      l2: { initiative: 'in_3', obstacle: 'the rent', consent: 'withName' },
      l3: { initiative: 'in_4', learned: 'start small', consent: 'anonymous' },
      l4: { initiative: 'in_4', learned: 'not for others', consent: 'no' },
      l5: { initiative: 'in_4', learned: 'nobody was asked' },
    };
    const frozen = { initiatives, recorded: { learning: Object.keys(learnings) }, obstacles: ['l1', 'l2'] };
    const outside = read('outside', { frozen, names, consents, learnings });

    expect(en(outside, 'obstacles')).toEqual([
      'An obstacle is in <5 of 5 learnings.',
      'De Groene Kring: no water tap',
    ]);
    expect(en(outside, 'learnings')).toEqual([
      'Learnings: 5.',
      'De Groene Kring: ask early',
      'An initiative: start small',
    ]);
    expect(en(read('team', { frozen, names, consents, learnings }), 'obstacles')).toEqual([
      'An obstacle is in 2 of 5 learnings.',
      'De Groene Kring: no water tap',
      'Klankwerk: the rent',
    ]);
  });
});

describe('corrections', () => {
  const promised = (commitment: string): Told =>
    ({
      type: 'commitment.made',
      commitment,
      agreement: 'a1',
      ownerSide: 'us',
      owner: 'pe_1',
      due: '2026-03-20',
      originalDue: '2026-03-20',
      side: 'us',
      at: '2026-03-03T10:00:00.000Z',
    }) as unknown as Told;

  const first = began('pi_1', '2026-03-02T09:00:00.000Z');
  const before = counted([first, promised('c1')]);
  const later = counted([first, promised('c1'), promised('c2')]);
  const earlier: Frozen = { ...nothing, figures: frozenFigures(before, march, ctx) };

  test('name figures of earlier reports that came out otherwise since, with both values', () => {
    expect(correctionsOf(before, [earlier], ctx)).toEqual([]);
    const corrections = correctionsOf(later, [earlier], ctx);
    expect(corrections.map(({ figure, was, is }) => [figure, was, is])).toEqual([
      ['promises-kept', { value: 0, of: 1 }, { value: 0, of: 2 }],
      ['honest-rate', { value: 0, of: 1 }, { value: 0, of: 2 }],
    ]);
    expect(read('team', { frozen: { corrections } }).corrections[0]?.text).toEqual({
      nl: 'Maart 2026, Beloften nagekomen: eerst 0 van 1, nu 0 van 2.',
      en: 'March 2026, Promises kept: 0 of 1 first, now 0 of 2.',
    });
  });

  test('are told once, however many reports follow', () => {
    const april = { ...nothing, period: '2026-04', corrections: correctionsOf(later, [earlier], ctx) };
    april.figures = frozenFigures(later, periodRange(dutchCalendar, '2026-04') as PeriodRange, ctx);
    expect(correctionsOf(later, [april, earlier], ctx)).toEqual([]);

    const again = counted([first, promised('c1'), promised('c2'), promised('c3')]);
    expect(correctionsOf(again, [april, earlier], ctx).map(({ was, is }) => [was.of, is.of])).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });
});
