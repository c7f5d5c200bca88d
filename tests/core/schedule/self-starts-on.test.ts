/** The moments of a day at which a process starts itself: the same as counting them one by one from the publication. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ElementOf } from '../../../contract/index.ts';
import { addDays, dutchCalendar, localDate } from '../../../core/calendar/index.ts';
import { nextSelfStart } from '../../../core/schedule/self-starts.ts';
import { MOST_A_DAY, selfStartsOn } from '../../../core/schedule/self-starts-on.ts';

const start = (more: Partial<ElementOf<'startEvent'>>): ElementOf<'startEvent'> => ({
  id: 'start',
  type: 'startEvent',
  ...more,
});
const since = '2026-03-02T08:30:00.000Z';

function counted(element: ElementOf<'startEvent'>, from: string, date: string): string[] {
  const found: string[] = [];
  for (let done = 0; ; done += 1) {
    const at = nextSelfStart(dutchCalendar, element, { element: 'start', since: from, after: from, done });
    if (at === undefined || localDate(dutchCalendar.zone, at) > date) return found;
    if (localDate(dutchCalendar.zone, at) === date) found.push(at);
  }
}

describe('a timer', () => {
  test('always gives what counting gives, on whichever day', () => {
    const duration = fc.constantFrom('PT1H', 'PT7H30M', 'P1D', 'P1DT1H', 'P1W', 'P1M', 'PT45M');
    const times = fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(duration, times, fc.integer({ min: 0, max: 60 }), (term, most, day) => {
        const element = start({ triggers: { timer: { term: { duration: term }, times: most } } });
        const date = addDays('2026-03-02', day);

        expect(selfStartsOn(dutchCalendar, element, since, date)).toEqual(counted(element, since, date));
      }),
    );
  });

  test('without a number of times starts once', () => {
    const element = start({ triggers: { timer: { term: { duration: 'P2D' } } } });

    expect(selfStartsOn(dutchCalendar, element, since, '2026-03-04')).toEqual(['2026-03-04T08:30:00.000Z']);
    expect(selfStartsOn(dutchCalendar, element, since, '2026-03-06')).toEqual([]);
  });

  test('in working days passes over the weekend', () => {
    const element = start({
      triggers: { timer: { term: { amount: 3, unit: 'workingDays' }, times: 'unlimited' } },
    });
    const days = Array.from({ length: 14 }, (_, i) => addDays('2026-03-02', i));

    expect(days.filter((date) => selfStartsOn(dutchCalendar, element, since, date).length > 0)).toEqual([
      '2026-03-05',
      '2026-03-10',
      '2026-03-13',
    ]);
  });

  test('whose first moment was before the publication does not start what was missed', () => {
    const element = start({
      triggers: { timer: { first: '2026-03-01', term: { duration: 'PT6H' }, times: 'unlimited' } },
    });
    const on = (date: string, published: string) => selfStartsOn(dutchCalendar, element, published, date);

    expect(on('2026-03-01', since)).toEqual([]);
    expect(on('2026-03-02', since)).toEqual(['2026-03-02T14:00:00.000Z', '2026-03-02T20:00:00.000Z']);
    // At the very moment of the publication nothing was missed.
    expect(on('2026-03-02', '2026-03-02T14:00:00.000Z')[0]).toBe('2026-03-02T14:00:00.000Z');
  });

  test('years after the publication costs no more, and no day has more than so many', () => {
    const element = start({ triggers: { timer: { term: { duration: 'PT10S' }, times: 'unlimited' } } });

    const moments = selfStartsOn(dutchCalendar, element, since, '2036-07-01');

    expect(moments).toHaveLength(MOST_A_DAY);
    expect(moments[0]).toBe('2036-06-30T22:00:00.000Z');
  });
});

test('a schedule starts once on its day, unless it was published later that day', () => {
  const element = start({ schedule: { of: 'day', time: '09:00' } });

  expect(selfStartsOn(dutchCalendar, element, since, '2026-03-02')).toEqual([]);
  expect(selfStartsOn(dutchCalendar, element, '2026-03-02T08:00:00.000Z', '2026-03-02')).toHaveLength(1);
  expect(selfStartsOn(dutchCalendar, element, since, '2026-03-03')).toEqual(['2026-03-03T08:00:00.000Z']);
});
