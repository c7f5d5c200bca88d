import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Fact, FactBody } from '../../../contract/index.ts';
import { dutchCalendar, periodRange } from '../../../core/calendar/index.ts';
import { countFigure, type FigureContext, figures } from '../../../core/figures/index.ts';

const ctx = (now: string): FigureContext => ({
  calendar: dutchCalendar,
  now,
  sideOf: (person) => (person === 'per_ada' ? 'initiator' : 'us'),
});

type Told = FactBody & { at?: string; by?: string; onBehalfOf?: string; instance?: string };
const story = (told: Told[]): Fact[] =>
  told.map((body, i) => ({ at: '2026-04-01T10:00:00.000Z', instance: 'pi_1', ...body, n: i + 1 }) as Fact);

function count(id: string, period: string, facts: Fact[], now = '2026-12-31T12:00:00.000Z') {
  const figure = figures.find((one) => one.id === id);
  const range = periodRange(dutchCalendar, period);
  if (!figure || !range) throw new Error(`Expected a figure and a period, but got '${id}', '${period}'`);
  return countFigure(figure, facts, range, ctx(now));
}

const made = (commitment: string, due: string, side: 'us' | 'partner' | 'initiator' = 'us'): Told => ({
  type: 'commitment.made',
  commitment,
  text: '',
  owner: 'per_bo',
  side,
  due,
});
const done = (commitment: string, date: string): Told => ({
  type: 'commitment.done',
  commitment,
  side: 'us',
  due: date,
  originalDue: date,
  date,
});
const moved = (commitment: string): Told => ({
  type: 'commitment.rePromised',
  commitment,
  from: '',
  to: '2026-04-30',
  why: 'ill',
  count: 1,
});
const late = (commitment: string): Told => ({ type: 'commitment.late', commitment, due: '' });
const dropped = (commitment: string, by: string, why = 'no need'): Told => ({
  type: 'commitment.dropped',
  commitment,
  why,
  side: 'us',
  by,
});

describe('promises kept', () => {
  test('are those done on or before their first date, out of all of ours with that date in the period', () => {
    const facts = story([
      made('before', '2026-04-10'),
      made('on', '2026-04-30'),
      made('after', '2026-04-01'),
      made('never', '2026-04-02'),
      made('nextMonth', '2026-05-01'),
      done('before', '2026-04-03'),
      done('on', '2026-04-30'),
      done('after', '2026-04-02'),
      done('nextMonth', '2026-04-03'),
    ]);

    expect(count('promises-kept', '2026-04', facts)).toEqual({
      value: 2,
      of: 4,
      list: ['pi_1/before', 'pi_1/on'],
      rest: ['pi_1/after', 'pi_1/never'],
    });
  });

  test('a date ends at midnight on the wall: not counted yet that evening, counted as not kept the next morning', () => {
    const facts = story([made('c1', '2026-04-24')]);

    expect(count('promises-kept', '2026-04', facts, '2026-04-24T21:59:00.000Z')).toMatchObject({
      value: 0,
      of: 0,
    });
    expect(count('promises-kept', '2026-04', facts, '2026-04-24T22:00:00.000Z')).toMatchObject({
      value: 0,
      of: 1,
    });
  });

  test('a moved date does not move the first one: done later is honest, not kept', () => {
    const facts = story([made('c1', '2026-04-20'), moved('c1'), done('c1', '2026-04-24')]);

    expect(count('promises-kept', '2026-04', facts)).toMatchObject({ value: 0, of: 1 });
    expect(count('honest-rate', '2026-04', facts)).toMatchObject({ value: 1, of: 1, list: ['pi_1/c1'] });
  });

  test('moved after it was late is neither kept nor honest', () => {
    const facts = story([made('c1', '2026-04-20'), late('c1'), moved('c1'), done('c1', '2026-04-24')]);

    expect(count('honest-rate', '2026-04', facts)).toMatchObject({ value: 0, of: 1 });
  });

  test.each<[string, Told, number]>([
    ['by the initiator', dropped('c1', 'per_ada'), 0],
    ['for the initiator, by phone', { ...dropped('c1', 'per_bo'), onBehalfOf: 'initiator' }, 0],
    ['by ourselves', dropped('c1', 'per_bo'), 1],
    ['because the agreement was changed in time', dropped('c1', 'per_bo', 'agreement changed'), 0],
    ['because the initiative was stopped', { type: 'instance.stopped', why: '', dropped: ['c1'] }, 0],
  ])('let go %s', (_, fact, of) => {
    expect(count('promises-kept', '2026-04', story([made('c1', '2026-04-20'), fact]))).toMatchObject({ of });
  });

  test('changing an agreement or stopping does not make a late promise disappear', () => {
    const begun = [made('c1', '2026-04-20'), late('c1')];

    for (const end of [
      dropped('c1', 'per_bo', 'agreement changed'),
      { type: 'instance.stopped', why: '', dropped: [] } as Told,
    ])
      expect(count('promises-kept', '2026-04', story([...begun, end]))).toMatchObject({ value: 0, of: 1 });
  });

  test('are counted apart for partners, and never for initiators', () => {
    const facts = story([
      made('p', '2026-04-10', 'partner'),
      made('i', '2026-04-10', 'initiator'),
      done('p', '2026-04-09'),
    ]);

    expect(count('promises-kept', '2026-04', facts)).toMatchObject({ value: 0, of: 0 });
    expect(count('partner-promises-kept', '2026-04', facts)).toMatchObject({ value: 1, of: 1 });
  });
});

describe('first response', () => {
  const registered = (instance: string, at: string): Told => ({
    type: 'instance.started',
    process: 'T1',
    hash: 'h',
    engine: 1,
    element: 'n1',
    instance,
    at,
  });
  const contact = (instance: string, at: string, outcome = 'reached'): Told => ({
    type: 'task.completed',
    element: 'n3',
    key: '1',
    task: 'n3',
    outcome,
    first: true,
    instance,
    at,
  });

  test('is counted in working days, over Easter too: from Wednesday evening to Thursday is one', () => {
    const facts = story([
      registered('pi_1', '2026-04-01T18:15:00.000Z'),
      contact('pi_1', '2026-04-02T12:00:00.000Z'),
      registered('pi_2', '2026-04-03T18:15:00.000Z'),
      contact('pi_2', '2026-04-07T12:00:00.000Z'),
    ]);

    expect(count('first-response', '2026-04-01', facts)).toMatchObject({ value: 1, list: ['pi_1'] });
    expect(count('first-response', '2026-04-03', facts)).toMatchObject({ value: 1, list: ['pi_2'] });
  });

  test('an attempt that reached nobody is no contact; a call that did is, whatever it was about', () => {
    const facts = story([
      registered('pi_1', '2026-04-01T08:00:00.000Z'),
      contact('pi_1', '2026-04-02T08:00:00.000Z', 'not-reached'),
      { type: 'contact.logged', item: 'n3', outcome: 'not reached', at: '2026-04-07T08:00:00.000Z' },
      { type: 'contact.logged', item: 'n3', outcome: 'reached', at: '2026-04-08T08:00:00.000Z' },
      contact('pi_1', '2026-04-13T08:00:00.000Z'),
    ]);

    // 2, 3, 7, 8 April: Easter Monday is the 6th.
    expect(count('first-response', '2026-04', facts)).toMatchObject({ value: 4 });
  });

  test('gives median, 90th percentile, how many within two working days, and how many still wait', () => {
    const days = [1, 1, 2, 2, 2, 3, 3, 4, 8, 9];
    const facts = story([
      ...days.flatMap((wd, i) => [
        registered(`pi_${i}`, '2026-06-01T08:00:00.000Z'),
        contact(`pi_${i}`, `2026-06-${String(1 + wd + (wd > 4 ? 2 : 0)).padStart(2, '0')}T08:00:00.000Z`),
      ]),
      registered('pi_waits', '2026-06-02T08:00:00.000Z'),
      registered('pi_left', '2026-06-02T08:00:00.000Z'),
      { type: 'instance.stopped', why: '', dropped: [], instance: 'pi_left' },
    ]);

    expect(count('first-response', '2026-06', facts)).toMatchObject({
      value: 2.5,
      more: { p90: 8, withinPromise: 5, answered: 10, waiting: 1 },
    });
  });

  test('of nobody is nothing, not nought', () => {
    expect(count('first-response', '2026-04', [])).toMatchObject({ value: null, list: [] });
  });
});

test('the length of the list is the figure, for every share', () => {
  const facts = story([
    made('a', '2026-04-10'),
    made('b', '2026-04-10', 'partner'),
    done('a', '2026-04-10'),
    moved('b'),
  ]);

  for (const { id } of figures) {
    const { value, of, list, rest } = count(id, '2026', facts);
    if (of === undefined) continue;
    expect([id, list.length, list.length + (rest?.length ?? 0)]).toEqual([id, value, of]);
  }
});

test('every figure has its section in docs/figures.md, and every section its figure', () => {
  const page = readFileSync(new URL('../../../docs/figures.md', import.meta.url), 'utf8');

  expect([...page.matchAll(/^## `([a-z-]+)`/gm)].map(([, id]) => id)).toEqual(figures.map(({ id }) => id));
});
