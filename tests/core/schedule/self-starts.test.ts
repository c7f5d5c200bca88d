/** When a process that starts itself starts next: by its days, or by its timer counted from the publication. */
import { describe, expect, it } from 'vitest';
import type { Definition, ElementOf } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { nextSelfStart, selfStartsOf } from '../../../core/schedule/self-starts.ts';

type Start = ElementOf<'startEvent'>;
type Timer = NonNullable<NonNullable<Start['triggers']>['timer']>;

const since = '2026-03-02T08:30:00.000Z';
const start = (more: Partial<Start>): Start => ({ id: 'start', type: 'startEvent', ...more });
/** The moments of its first starts, at most six. */
function starts(element: Start): string[] {
  const moments: string[] = [];
  for (let after = since; moments.length < 6; ) {
    const at = nextSelfStart(dutchCalendar, element, {
      element: 'start',
      since,
      after,
      done: moments.length,
    });
    if (at === undefined) break;
    moments.push(at);
    after = at;
  }
  return moments;
}
const timed = (timer: Timer) => starts(start({ triggers: { timer } }));

describe('a start event that needs nobody', () => {
  it('has a schedule or a timer, and is of the process itself', () => {
    const elements = [
      start({ id: 'plain' }),
      start({ id: 'heard', triggers: { message: { name: 'go' } } }),
      start({ id: 'days', schedule: { of: 'month', day: 1, time: '09:00' } }),
      start({ id: 'timer', triggers: { timer: { term: { duration: 'P1D' } } } }),
      start({ id: 'inside', parent: 'part', triggers: { timer: { term: { duration: 'P1D' } } } }),
      { id: 'wait', type: 'intermediateCatchEvent', triggers: { timer: { term: { duration: 'P1D' } } } },
    ];

    expect(selfStartsOf({ elements } as Definition).map(({ id }) => id)).toEqual(['days', 'timer']);
  });
});

describe('by days', () => {
  it('starts on each of them, later than the last time', () => {
    expect(starts(start({ schedule: { of: 'month', day: 2, time: '09:30' } })).slice(0, 3)).toEqual([
      // At that very minute it has begun already.
      '2026-04-02T07:30:00.000Z',
      '2026-05-02T07:30:00.000Z',
      '2026-06-02T07:30:00.000Z',
    ]);
  });

  it('starts today when the hour is still to come', () => {
    expect(starts(start({ schedule: { of: 'month', day: 2, time: '09:31' } }))[0]).toBe(
      '2026-03-02T08:31:00.000Z',
    );
  });

  it('that come once in a year are found, and those that never come are not', () => {
    expect(starts(start({ schedule: { of: 'year', day: 60, time: '09:00' } })).slice(0, 2)).toEqual([
      '2027-03-01T08:00:00.000Z',
      '2028-02-29T08:00:00.000Z',
    ]);
    expect(starts(start({ schedule: { of: 'month', day: 40, time: '09:00' } }))).toEqual([]);
  });
});

describe('by a timer', () => {
  it('starts as often as it says, each time that much later', () => {
    expect(timed({ term: { duration: 'P1DT2H' } })).toEqual(['2026-03-03T10:30:00.000Z']);
    expect(timed({ term: { duration: 'P1DT2H' }, times: 3 })).toEqual([
      '2026-03-03T10:30:00.000Z',
      '2026-03-04T12:30:00.000Z',
      '2026-03-05T14:30:00.000Z',
    ]);
    expect(timed({ term: { duration: 'P1M' }, times: 'unlimited' })).toHaveLength(6);
    expect(timed({ term: { duration: 'P1M' }, times: 'unlimited' })[1]).toBe('2026-05-02T07:30:00.000Z');
  });

  it('counts working days from the publication, at the hour it names or that of our mails', () => {
    expect(timed({ term: { amount: 3, unit: 'workingDays', time: '11:00' }, times: 2 })).toEqual([
      '2026-03-05T10:00:00.000Z',
      '2026-03-10T10:00:00.000Z',
    ]);
    const { messageTime } = dutchCalendar;
    expect(timed({ term: { amount: 1, unit: 'workingDays' } })).toEqual(
      timed({ term: { amount: 1, unit: 'workingDays', time: messageTime } }),
    );
  });

  it('rolls what falls on a day off to the next working day, unless it says not to', () => {
    const onSaturday = (roll?: false) =>
      timed({ term: { amount: 5, unit: 'days', time: '09:00', ...(roll === undefined ? {} : { roll }) } })[0];

    expect(onSaturday()).toBe('2026-03-09T08:00:00.000Z');
    expect(onSaturday(false)).toBe('2026-03-07T08:00:00.000Z');
  });

  it('of a moment starts once, then', () => {
    expect(timed({ term: { moment: '2026-05-01T10:00' }, times: 'unlimited' })).toEqual([
      '2026-05-01T08:00:00.000Z',
    ]);
    expect(timed({ term: { moment: '2026-05-01' } })).toEqual(['2026-05-01T07:00:00.000Z']);
  });

  it('that names its first moment counts from there', () => {
    const timer: Timer = { term: { duration: 'P1W' }, first: '2026-04-01T10:00', times: 3 };

    expect(timed(timer)).toEqual([
      '2026-04-01T08:00:00.000Z',
      '2026-04-08T08:00:00.000Z',
      '2026-04-15T08:00:00.000Z',
    ]);
    expect(timed({ ...timer, first: 'whenever' })).toEqual([]);
  });

  it('of what only data can tell does not start by itself', () => {
    expect(timed({ term: { amount: 'days', unit: 'workingDays' } })).toEqual([]);
    expect(timed({ term: { duration: 'soon' } })).toEqual([]);
    expect(starts(start({}))).toEqual([]);
  });
});
