/** Terms: units, rolling, ledgers, and four mistakes other calendars made. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  dutchCalendar,
  isWorkingDay,
  msBetween,
  type Reckoning,
  reckon,
  toInstant,
  toLocal,
} from '../../../core/calendar/index.ts';
import { aCalendar, anInstant } from './arbitraries.ts';

const local = (date: string, time: string) => toInstant(dutchCalendar.zone, date, time);
const workingDays = (anchor: string, amount: number): Reckoning =>
  reckon(dutchCalendar, anchor, { amount, unit: 'workingDays' });

describe('terms', () => {
  it('months are clamped, then rolled: 31 January + 1 month is Sunday 28 February 2027, so Monday', () => {
    expect(reckon(dutchCalendar, '2027-01-31', { amount: 1, unit: 'months' })).toEqual({
      date: '2027-03-01',
      at: '2027-03-01T16:00:00.000Z',
      from: '2027-01-31',
      ledger: [
        { date: '2027-02-28', counted: true, why: 'counted', n: 1 },
        { date: '2027-02-28', counted: false, why: 'weekend' },
        { date: '2027-03-01', counted: false, why: 'moved' },
      ],
    });
  });

  it('a term that may end on a day off stays there', () => {
    const { date, ledger } = reckon(dutchCalendar, '2026-12-14', { amount: 2, unit: 'months', roll: false });

    expect(date).toBe('2027-02-14');
    expect(ledger).toEqual([{ date: '2027-02-14', counted: true, why: 'counted', n: 2 }]);
  });

  it('rolls forward also when counting back', () => {
    expect(reckon(dutchCalendar, '2026-04-20', { amount: -2, unit: 'weeks' }).date).toBe('2026-04-07');
  });

  it.each(['workingDays', 'days', 'weeks', 'months'] as const)(
    '0 %s is the date itself, or the next working day',
    (unit) => {
      expect(reckon(dutchCalendar, local('2026-04-02', '20:00'), { amount: 0, unit })).toEqual({
        date: '2026-04-02',
        at: local('2026-04-02', '17:00'),
        from: '2026-04-02',
        ledger: [],
      });
      expect(reckon(dutchCalendar, '2026-04-04', { amount: 0, unit }).date).toBe('2026-04-07');
    },
  );

  it('counts from the local date of the anchor, not from that of UTC', () => {
    const justPastMidnight = '2026-04-01T22:10:00.000Z';

    expect(workingDays(justPastMidnight, 1)).toMatchObject({ from: '2026-04-02', date: '2026-04-03' });
  });

  it.each([
    ['hours', 48, '2026-04-05T15:00:00.000Z', '2026-04-05'],
    ['minutes', 90, '2026-04-03T16:30:00.000Z', '2026-04-03'],
    ['seconds', -1, '2026-04-03T14:59:59.000Z', '2026-04-03'],
    ['hours', 0.5, '2026-04-03T15:30:00.000Z', '2026-04-03'],
  ] as const)('%s are exact and may end at night or on Easter Sunday (%d)', (unit, amount, at, date) => {
    expect(reckon(dutchCalendar, '2026-04-03T15:00:00.000Z', { amount, unit })).toMatchObject({ at, date });
  });

  it('exact time from a date counts from its midnight', () => {
    expect(reckon(dutchCalendar, '2026-04-03', { amount: 9, unit: 'hours' }).at).toBe(
      local('2026-04-03', '09:00'),
    );
  });

  it.each(['workingDays', 'days', 'weeks', 'months'] as const)('half %s are refused', (unit) => {
    expect(() => reckon(dutchCalendar, '2026-04-01', { amount: 0.5, unit })).toThrow(`whole number of`);
  });

  it('always ends at its time of day, on a working day unless told otherwise', () => {
    fc.assert(
      fc.property(
        aCalendar,
        anInstant,
        fc.integer({ min: -40, max: 40 }),
        fc.constantFrom('workingDays', 'days', 'weeks', 'months'),
        (c, anchor, amount, unit) => {
          const { date, at, from } = reckon(c, anchor, { amount, unit });
          expect(toLocal(c.zone, at)).toEqual({ date, time: '17:00', seconds: 0 });
          expect(from).toBe(toLocal(c.zone, anchor).date);
          expect(isWorkingDay(c, date)).toBe(true);
        },
      ),
    );
  });

  it('exact time is always exact', () => {
    fc.assert(
      fc.property(aCalendar, anInstant, fc.integer({ min: -5000, max: 5000 }), (c, anchor, amount) => {
        expect(msBetween(anchor, reckon(c, anchor, { amount, unit: 'hours' }).at)).toBe(amount * 3_600_000);
      }),
    );
  });
});

describe('mistakes of other business calendars', () => {
  it('started before opening hour: the same as during the day (kiegroup/jbpm#1830)', () => {
    for (const time of ['00:00', '03:30', '08:59', '09:00', '12:00']) {
      expect(workingDays(local('2026-04-15', time), 1).at).toBe(local('2026-04-16', '17:00'));
    }
  });

  it('started after hours: the same as during the day (kiegroup/jbpm#1342)', () => {
    for (const time of ['17:00', '17:01', '20:15', '23:59:59.999']) {
      expect(workingDays(local('2026-04-15', time), 1).at).toBe(local('2026-04-16', '17:00'));
    }
  });

  it('the time of day never changes the date a term ends', () => {
    fc.assert(
      fc.property(aCalendar, anInstant, fc.integer({ min: -60, max: 60 }), (c, anchor, amount) => {
        const { date } = toLocal(c.zone, anchor);
        const fromMoment = reckon(c, anchor, { amount, unit: 'workingDays' });
        expect(fromMoment).toEqual(reckon(c, date, { amount, unit: 'workingDays' }));
      }),
    );
  });

  it('a holiday is not counted, also as first, last or only day of the term (kiegroup/jbpm#233)', () => {
    expect(workingDays('2026-04-24', 1).date).toBe('2026-04-28');
    expect(workingDays('2026-04-27', 1).date).toBe('2026-04-28');
    expect(workingDays('2026-04-23', 2).date).toBe('2026-04-28');
    expect(workingDays('2026-05-04', -1).date).toBe('2026-05-01');
    expect(workingDays('2026-05-06', -1).date).toBe('2026-05-04');
  });

  it('making a day of a term a holiday always moves its end by one working day', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 40 }), fc.nat(), (anchor, amount, pick) => {
        const { ledger } = workingDays(anchor, amount);
        const counted = ledger.filter((line) => line.counted);
        const closedDate = counted[pick % counted.length]?.date ?? '';
        const c: Calendar = {
          ...dutchCalendar,
          closed: [{ date: closedDate, name: { nl: 'dicht', en: 'closed' } }],
        };

        const moved = reckon(c, anchor, { amount, unit: 'workingDays' });

        expect(moved.date).toBe(workingDays(anchor, amount + 1).date);
        expect(moved.ledger).toContainEqual({
          date: closedDate,
          counted: false,
          why: 'closed',
          name: { nl: 'dicht', en: 'closed' },
        });
      }),
    );
  });

  it('one day is one day, not 24 hours of 8-hour days (jmix-framework/jmix#790)', () => {
    const anchor = local('2026-04-15', '10:00');

    expect(reckon(dutchCalendar, anchor, { amount: 1, unit: 'days' }).at).toBe(local('2026-04-16', '17:00'));
    expect(reckon(dutchCalendar, anchor, { amount: 1, unit: 'workingDays' }).at).toBe(
      local('2026-04-16', '17:00'),
    );
    expect(reckon(dutchCalendar, anchor, { amount: 24, unit: 'hours' }).at).toBe(
      local('2026-04-16', '10:00'),
    );
  });
});
