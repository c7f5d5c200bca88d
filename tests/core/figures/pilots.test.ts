/** Holds how running pilots are followed: rounds, the look-back window, and when they are decided about. */
import { describe, expect, test } from 'vitest';
import type { Fact, FactBody } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { pilots } from '../../../core/figures/index.ts';

const facts = (told: FactBody[]): Fact[] =>
  told.map((body, i) => ({ ...body, at: '2026-08-31T10:00:00.000Z', instance: 'pi_1', n: i + 1 }));
const set = (variables: Record<string, unknown>): FactBody => ({
  type: 'variables.set',
  variables,
  scope: '',
});

const listed = (told: FactBody[], now: string) =>
  pilots.list(facts(told).reduce(pilots.add, pilots.start()), {
    calendar: dutchCalendar,
    now: `${now}T10:00:00.000Z`,
  });

const plan = [set({ round: 1 }), set({ start: '2026-09-07', months: 3 }), set({ end: '2026-12-07' })];
const decided = set({ why: 'other evening', start: '2026-12-14', decidedBy: true });

describe('running pilots', () => {
  test('a round has the look-back window of fifteen working days before its end to ten after it', () => {
    expect(listed(plan, '2026-10-01')).toEqual([
      {
        instance: 'pi_1',
        round: 1,
        start: '2026-09-07',
        end: '2026-12-07',
        lookBackFrom: '2026-11-16',
        lookBackUntil: '2026-12-21',
        state: 'running',
      },
    ]);
  });

  test.each([
    ['2026-09-06', 'planned'],
    ['2026-09-07', 'running'],
    ['2026-11-16', 'lookingBack'],
    ['2026-12-21', 'lookingBack'],
    ['2026-12-22', 'overdue'],
  ])('on %s it is %s', (day, state) => {
    expect(listed(plan, day)[0]?.state).toBe(state);
  });

  test('a decision ends the round; another end begins the next one', () => {
    const next = [set({ round: 2 }), set({ end: '2027-02-14' })];

    expect(listed([...plan, set({ start: null }), decided], '2026-12-10')).toEqual([]);
    expect(listed([...plan, set({ start: null }), decided, ...next], '2026-12-15')).toMatchObject([
      { round: 2, start: '2026-12-14', end: '2027-02-14', state: 'running' },
    ]);
  });

  test('what ended or stopped is no longer running, and what has no plan never was', () => {
    expect(listed([...plan, { type: 'instance.ended', outcomes: [] }], '2026-10-01')).toEqual([]);
    expect(listed([set({ start: '2026-09-07' })], '2026-10-01')).toEqual([]);
  });
});
