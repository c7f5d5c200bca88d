/** Holds the pure parts of the screens: addresses, shares, bars on a calendar, stories, events of a stream. */
import { describe, expect, test } from 'vitest';
import { matchPath } from '../../designer/app/router.tsx';
import { readEvent } from '../../designer/app/stream.ts';
import { askedFields } from '../../designer/form/form-fields.tsx';
import { defaultsOf } from '../../designer/form/use-form.ts';
import { futureOf, pastOf, toldKey } from '../../designer/initiatives/story.ts';
import { scaleOf } from '../../designer/monitor/bars.ts';
import { periodOf } from '../../designer/monitor/periods.ts';
import { ageOf } from '../../designer/monitor/raised.tsx';
import { shareOf } from '../../designer/shared/owner-share.tsx';
import { foreseenOf } from '../../designer/work/if-nobody-acts.tsx';

describe('addresses', () => {
  test('parts with a colon take whatever stands there, decoded', () => {
    expect(matchPath('/initiatives/:initiative', '/initiatives/ini_1')).toEqual({ initiative: 'ini_1' });
    expect(matchPath('/processes/:id', '/processes/a%20b')).toEqual({ id: 'a b' });
    expect(matchPath('/', '/')).toEqual({});
  });

  test('another length or word is another screen', () => {
    expect(matchPath('/initiatives', '/initiatives/ini_1')).toBeUndefined();
    expect(matchPath('/monitor', '/outbox')).toBeUndefined();
  });
});

describe('who carries what', () => {
  test('initiators and volunteers together are theirs', () => {
    expect(shareOf(['initiator', 'volunteer', 'us', 'partner'])).toEqual({
      counts: { initiator: 1, us: 1, partner: 1, volunteer: 1 },
      all: 4,
      theirs: 50,
    });
  });

  test('where nothing is open there is no share', () => {
    expect(shareOf([])).not.toHaveProperty('theirs');
  });
});

describe('bars on a calendar', () => {
  const scale = scaleOf(['2026-09-07', '2027-02-05'], '2026-11-23');

  test('whole months around all that is shown and today', () => {
    expect([scale.from, scale.to]).toEqual(['2026-09-01', '2027-02-28']);
    expect(scale.months.map(({ date }) => date.slice(0, 7))).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
  });

  test('days stand in proportion, and never outside', () => {
    expect(scale.at('2026-09-01')).toBe(0);
    expect(scale.at('2027-02-28')).toBe(100);
    expect(scale.at('2026-12-01')).toBeCloseTo(50.6, 0);
    expect(scale.at('2030-01-01')).toBe(100);
  });
});

test('periods are named as the figures want them', () => {
  expect(periodOf('month', '2027-01-15')).toBe('2027-01');
  expect(periodOf('lastMonth', '2027-01-15')).toBe('2026-12');
  expect(periodOf('quarter', '2027-01-15')).toBe('2027-Q1');
  expect(periodOf('year', '2027-01-15')).toBe('2027');
});

test.each([
  [0, 'fresh'],
  [5, 'fresh'],
  [6, 'older'],
  [10, 'older'],
  [11, 'oldest'],
] as const)('what waited %i working days is %s', (days, age) => {
  expect(ageOf(days)).toBe(age);
});

describe('the story of an initiative', () => {
  const fact = (n: number, type: string, at = `2026-04-0${n}T10:00:00.000Z`, more = {}) => ({
    id: `pi_1/${n}`,
    instance: 'pi_1',
    n,
    at,
    type,
    ...more,
  });

  test('is told from the beginning, without what only the engine cares about', () => {
    const told = pastOf([
      fact(4, 'task.completed'),
      fact(3, 'chase.fired'),
      fact(2, 'task.created'),
      fact(1, 'instance.started'),
    ]);

    expect(told.map(({ type }) => type)).toEqual(['instance.started', 'task.completed']);
  });

  test('an agreement says what its task and commitments would say at that moment', () => {
    const at = '2026-04-10T10:00:00.000Z';
    const told = pastOf([
      fact(3, 'agreement.sent', at),
      fact(2, 'commitment.made', at),
      fact(1, 'task.completed', at),
    ]);

    expect(told.map(({ type }) => type)).toEqual(['agreement.sent']);
  });

  test('a later beginning is that of a process within it', () => {
    const told = pastOf([fact(2, 'instance.started'), fact(1, 'instance.started')]);

    expect(told.map(({ type }) => type)).toEqual(['instance.started', 'process.started']);
  });

  test('types of facts become keys of texts', () => {
    expect(toldKey('commitment.rePromised')).toBe('commitmentRePromised');
    expect(toldKey('raised')).toBe('raised');
  });
});

describe('if nobody acts', () => {
  const at = '2026-04-16T07:00:00.000Z';
  const forecast = {
    instance: 'pi_1',
    at,
    until: at,
    due: [],
    happens: [
      { at, type: 'raised', item: 'n3', to: 'per_max' },
      { at: '2026-04-15T15:00:00.000Z', type: 'task.late', item: 'n3' },
      { at, type: 'chase.fired', item: 'n3', rung: '+1' },
    ],
    messages: [{ at, to: 'per_sam', channel: 'mail', about: ['n3', 'c1'], subject: 'A word about n3' }],
  };

  test('lateness comes before the question, and the question before the message of that moment', () => {
    expect(futureOf(forecast).map(({ kind }) => kind)).toEqual(['late', 'raised', 'message']);
  });

  test('of one piece of work only what is about it', () => {
    expect(foreseenOf(forecast, 'c1').map(({ kind }) => kind)).toEqual(['message']);
    expect(foreseenOf(forecast, 'n9')).toEqual([]);
  });
});

describe('a form being filled in', () => {
  const now = { at: '2026-11-23T10:00:00.000Z', zone: 'Europe/Amsterdam' };
  const form = {
    id: 'decision',
    name: 'Decision',
    fields: [
      { key: 'why', type: 'longText' as const, label: 'Why', required: true },
      {
        key: 'changes',
        type: 'longText' as const,
        label: 'Changes',
        visibleIf: 'outcome = "adjust"',
        requiredIf: 'outcome = "adjust"',
      },
      { key: 'reviewOn', type: 'date' as const, label: 'Review', default: '= today() + duration("P3M")' },
    ],
  };
  const keys = (outcome: string | undefined, withProblem: string[] = []) =>
    askedFields(form, {}, outcome, now, withProblem).map(({ field }) => field.key);

  test('asks what the chosen outcome needs, and only then', () => {
    expect(keys(undefined)).toEqual(['why', 'reviewOn']);
    expect(keys('adjust')).toEqual(['why', 'changes', 'reviewOn']);
    expect(askedFields(form, {}, 'adjust', now).find(({ field }) => field.key === 'changes')?.required).toBe(
      true,
    );
  });

  test('never hides a question that has a problem', () => {
    expect(keys(undefined, ['changes'])).toContain('changes');
  });

  test('begins with what the form says by itself', () => {
    expect(defaultsOf(form, now)).toEqual({ reviewOn: '2027-02-23' });
  });
});

test('a block of the stream is an event with its cursor', () => {
  expect(readEvent('id: 7\nevent: instance\ndata: {"a":1}')).toEqual({
    id: '7',
    name: 'instance',
    data: '{"a":1}',
  });
  expect(readEvent(': still here')).toEqual({});
});
