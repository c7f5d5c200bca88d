/** Figures about raised items, decisions of managers, partnerships and pilots: what counts, when, and what is left out. */
import { describe, expect, test } from 'vitest';
import type { Fact, FactBody } from '../../../contract/index.ts';
import { dutchCalendar, periodRange } from '../../../core/calendar/index.ts';
import { countFigure, figureOf } from '../../../core/figures/index.ts';

type Told = FactBody & { at?: string; instance?: string };
const story = (told: Told[]): Fact[] =>
  told.map((body, i) => ({ at: '2027-02-10T10:00:00.000Z', instance: 'pi_1', ...body, n: i + 1 }) as Fact);

function count(id: string, period: string, facts: Fact[], now = '2027-12-31T12:00:00.000Z') {
  const figure = figureOf(id);
  const range = periodRange(dutchCalendar, period);
  if (!figure || !range) throw new Error(`Expected a figure and a period, but got '${id}', '${period}'`);
  return countFigure(figure, facts, range, { calendar: dutchCalendar, now });
}

describe('raised items', () => {
  const raised = (key: string, at: string, more: Partial<FactBody> = {}): Told =>
    ({ type: 'raised', key, to: 'p', role: 'manager', level: 'manager', item: 'n4', at, ...more }) as Told;
  const closed = (key: string, at: string): Told => ({ type: 'raised.closed', key, why: 'done', at });

  test('are those open at the end of the period, by age in working days and by what they are about', () => {
    const facts = story([
      raised('r1', '2027-02-01T08:00:00.000Z', { item: 'c1' }),
      raised('r2', '2027-02-17T08:00:00.000Z'),
      raised('r3', '2027-02-25T08:00:00.000Z', { item: undefined as never, level: 'director' }),
      raised('r4', '2027-02-02T08:00:00.000Z'),
      closed('r4', '2027-02-05T08:00:00.000Z'),
    ]);

    expect(count('raised-items', '2027-02', facts)).toEqual({
      value: 3,
      list: ['pi_1/r1', 'pi_1/r2', 'pi_1/r3'],
      more: {
        upTo5: 1,
        from6To10: 1,
        over10: 1,
        promises: 1,
        tasks: 1,
        questions: 1,
        raised: 4,
        manager: 3,
        director: 1,
        alderman: 0,
        answered: 1,
        medianDays: 3,
      },
    });
  });

  test('what has ended leaves no question open', () => {
    const facts = story([
      raised('r1', '2027-02-01T08:00:00.000Z'),
      { type: 'instance.stopped', why: '', dropped: [], at: '2027-02-03T08:00:00.000Z' },
    ]);

    expect(count('raised-items', '2027-02', facts)).toMatchObject({ value: 0, list: [] });
  });

  test('in a period that has not ended the day of asking counts', () => {
    const facts = story([raised('r1', '2027-02-01T08:00:00.000Z'), closed('r1', '2027-02-22T08:00:00.000Z')]);

    expect(count('raised-items', '2027-02', facts, '2027-02-10T12:00:00.000Z')).toMatchObject({
      value: 1,
      more: { from6To10: 1 },
    });
  });
});

describe('decisions of managers', () => {
  const opened = (key: string, at: string, due: string, more: Partial<FactBody> = {}): Told =>
    ({
      type: 'task.created',
      element: 'n4',
      key,
      task: 'n4',
      roles: ['manager'],
      side: 'us',
      due,
      at,
      ...more,
    }) as Told;
  const decided = (key: string, at: string): Told => ({
    type: 'task.completed',
    element: 'n4',
    key,
    task: 'n4',
    at,
  });

  test('are counted in working days from opening, and late by the day they were first due', () => {
    const facts = story([
      opened('5', '2027-02-10T15:00:00.000Z', '2027-02-24T16:00:00.000Z'),
      decided('5', '2027-03-04T09:00:00.000Z'),
      opened('6', '2027-03-01T15:00:00.000Z', '2027-03-15T16:00:00.000Z'),
      decided('6', '2027-03-03T09:00:00.000Z'),
      opened('7', '2027-03-01T15:00:00.000Z', '2027-03-15T16:00:00.000Z'),
    ]);

    expect(count('manager-decision-time', '2027-03', facts)).toEqual({
      value: 9,
      list: ['pi_1/5', 'pi_1/6'],
      more: { decided: 2, late: 1, daysLate: 6, longestLate: 6, open: 1, openLate: 1 },
    });
  });

  test('of others, of ladders and what is no longer asked do not count', () => {
    const facts = story([
      opened('1', '2027-02-10T15:00:00.000Z', '2027-02-24T16:00:00.000Z', { roles: ['coordinator'] }),
      opened('2', '2027-02-10T15:00:00.000Z', '2027-02-24T16:00:00.000Z', { about: 'c1' }),
      opened('3', '2027-02-10T15:00:00.000Z', '2027-02-24T16:00:00.000Z'),
      { type: 'task.cancelled', element: 'n4', key: '3', task: 'n4', why: 'skipped' },
      decided('1', '2027-02-11T09:00:00.000Z'),
      decided('2', '2027-02-11T09:00:00.000Z'),
    ]);

    expect(count('manager-decision-time', '2027-02', facts)).toMatchObject({
      value: null,
      list: [],
      more: { decided: 0, open: 0 },
    });
  });
});

describe('partnerships', () => {
  const status = (partnership: string, at: string, more: Record<string, unknown> = {}): Told => ({
    type: 'variables.set',
    variables: { partnership, ...more },
    scope: '',
    at,
  });

  test('run until they have ended, and their steps count in the period they fell in', () => {
    const facts = story([
      status('suggested', '2027-02-01T10:00:00.000Z'),
      status('consented', '2027-02-10T10:00:00.000Z'),
      status('approved', '2027-03-04T10:00:00.000Z'),
      status('running', '2027-04-01T10:00:00.000Z', { reviewOn: '2027-07-01' }),
      status('running', '2027-05-01T10:00:00.000Z'),
      status('ending', '2027-09-06T10:00:00.000Z', { reviewOn: null }),
      status('ended', '2027-10-04T10:00:00.000Z'),
    ]);

    expect(count('partnerships', '2027-02', facts)).toMatchObject({
      value: 0,
      more: { suggested: 1, consented: 1, vetoed: 0, decided: 0, started: 0 },
    });
    expect(count('partnerships', '2027-09', facts)).toMatchObject({ value: 1, list: ['pi_1'] });
    expect(count('partnerships', '2027-10', facts)).toMatchObject({ value: 0, more: { ended: 1 } });
    expect(count('partnerships', '2027', facts).more).toMatchObject({ started: 1, decided: 1, approved: 1 });
  });

  test('a review is due once its day has come', () => {
    const facts = story([status('running', '2027-04-01T10:00:00.000Z', { reviewOn: '2027-07-01' })]);

    expect(count('partnerships', '2027-06', facts).more).toMatchObject({ reviewsDue: 0 });
    expect(count('partnerships', '2027-07', facts).more).toMatchObject({ reviewsDue: 1 });
  });

  test('two in one instance are two, and stopping the instance ends them', () => {
    const facts = story([
      status('running', '2027-04-01T10:00:00.000Z'),
      { ...status('running', '2027-04-01T10:00:00.000Z'), scope: '7' } as Told,
      { type: 'instance.stopped', why: '', dropped: [], at: '2027-05-01T10:00:00.000Z' },
    ]);

    expect(count('partnerships', '2027-04', facts)).toMatchObject({ value: 2 });
    expect(count('partnerships', '2027-05', facts)).toMatchObject({ value: 0, more: { ended: 2 } });
  });
});

describe('pilots decided in time', () => {
  const set = (variables: Record<string, unknown>, at: string): Told => ({
    type: 'variables.set',
    variables,
    scope: '',
    at,
  });
  const chosen = (outcome: string, at: string): Told => ({
    type: 'task.completed',
    element: 'n8',
    key: '9',
    task: 'n8',
    outcome,
    at,
  });

  test('within ten working days of the end, by round, with what was decided', () => {
    const facts = story([
      set({ round: 1 }, '2026-08-31T10:00:00.000Z'),
      set({ start: '2026-09-07' }, '2026-08-31T10:00:00.000Z'),
      set({ end: '2026-12-07' }, '2026-08-31T10:00:00.000Z'),
      chosen('adjust', '2026-12-08T10:00:00.000Z'),
      set({ decidedBy: true }, '2026-12-08T10:00:00.000Z'),
      set({ round: 2 }, '2026-12-08T10:00:00.000Z'),
      set({ end: '2027-02-14' }, '2026-12-08T10:00:00.000Z'),
    ]);

    expect(count('pilots-on-time', '2026-12', facts)).toMatchObject({
      value: 1,
      of: 1,
      list: ['pi_1/1'],
      more: { adjust: 1, undecided: 0, rounds: 1, eternal: 0 },
    });
    // Decided about by 26 February at the latest: until then it is not in the figure.
    expect(count('pilots-on-time', '2027-02', facts, '2027-02-26T12:00:00.000Z')).toMatchObject({ of: 0 });
    expect(count('pilots-on-time', '2027-02', facts, '2027-03-01T12:00:00.000Z')).toMatchObject({
      value: 0,
      of: 1,
      rest: ['pi_1/2'],
      more: { undecided: 1, rounds: 2 },
    });
  });
});
