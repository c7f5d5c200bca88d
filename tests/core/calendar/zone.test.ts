/** Moments and wall clocks, above all on the two days a year that the clock changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addToInstant,
  compareInstants,
  dutchCalendar,
  msBetween,
  nextMessageTime,
  parseLocal,
  reckon,
  toInstant,
  toLocal,
} from '../../../core/calendar/index.ts';
import { aCalendar, anInstant } from './arbitraries.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const aZone = fc.constantFrom(
  AMSTERDAM,
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
);

describe('wall clock', () => {
  it.each([
    ['winter', AMSTERDAM, '2026-01-15', '17:00', '2026-01-15T16:00:00.000Z'],
    ['summer', AMSTERDAM, '2026-07-15', '17:00', '2026-07-15T15:00:00.000Z'],
    ['just before the gap', AMSTERDAM, '2026-03-29', '01:59:59.999', '2026-03-29T00:59:59.999Z'],
    ['start of the gap', AMSTERDAM, '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['in the gap', AMSTERDAM, '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
    ['after the gap', AMSTERDAM, '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['first of two', AMSTERDAM, '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['after the overlap', AMSTERDAM, '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['end of a day', AMSTERDAM, '2026-04-03', '24:00', '2026-04-03T22:00:00.000Z'],
    ['with seconds', AMSTERDAM, '2026-04-03', '23:59:59', '2026-04-03T21:59:59.000Z'],
    ['half an hour of summer time', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
    ['a date that does not exist', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00.000Z'],
    ['quarter of an hour off', 'Asia/Kathmandu', '2026-01-01', '00:00', '2025-12-31T18:15:00.000Z'],
  ])('%s: %s %s %s is %s', (_what, zone, date, time, expected) => {
    expect(toInstant(zone, date, time)).toBe(expected);
  });

  it('reads date, time and seconds', () => {
    expect(toLocal(AMSTERDAM, '2026-04-01T22:30:15.500Z')).toEqual({
      date: '2026-04-02',
      time: '00:30',
      seconds: 15,
    });
    expect(toLocal(AMSTERDAM, '2026-10-25T01:30:00.000Z')).toEqual({
      date: '2026-10-25',
      time: '02:30',
      seconds: 0,
    });
    expect(toLocal(AMSTERDAM, '1969-12-31T22:59:59.000Z')).toEqual({
      date: '1969-12-31',
      time: '23:59',
      seconds: 59,
    });
  });

  it.each(['9:00', '25:00', '12:60', '24:01', 'noon'])('%s is no time of day', (time) => {
    expect(() => toInstant(AMSTERDAM, '2026-04-01', time)).toThrow('Expected a time of day');
  });

  it.each(['2026-04-01T20:15', '2026-04-01T20:15:00+02:00', '2026-02-30T00:00:00.000Z', '2026-04-01', ''])(
    "'%s' is no instant, whatever the machine's own zone",
    (text) => {
      expect(() => toLocal(AMSTERDAM, text)).toThrow('Expected an instant');
    },
  );

  it('always shows again what it was set to, except in gaps and in the second half of an overlap', () => {
    fc.assert(
      fc.property(aZone, anInstant, (zone, at) => {
        const { date, time, seconds } = toLocal(zone, at);
        const back = toInstant(zone, date, `${time}:${String(seconds).padStart(2, '0')}`);
        const lost = msBetween(back, at);
        if (lost >= 1000) {
          expect(toLocal(zone, back)).toEqual({ date, time, seconds });
          expect(lost).toBeLessThanOrEqual(3_600_999);
        } else expect(lost).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('never runs backwards through the hours of a change', () => {
    for (const date of ['2026-03-29', '2026-10-25']) {
      let last = toInstant(AMSTERDAM, date, '00:00');
      for (let minute = 1; minute < 300; minute++) {
        const time = `0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
        const next = toInstant(AMSTERDAM, date, time);
        expect(compareInstants(last, next)).toBeLessThanOrEqual(0);
        last = next;
      }
    }
  });
});

describe('terms across a change of the clock', () => {
  it.each([
    [
      'into summer time',
      '2026-03-27T08:00:00.000Z',
      1,
      '2026-03-30T07:00:00.000Z',
      '2026-03-30T15:00:00.000Z',
    ],
    [
      'into winter time',
      '2026-10-23T07:00:00.000Z',
      1,
      '2026-10-26T08:00:00.000Z',
      '2026-10-26T16:00:00.000Z',
    ],
    [
      'over Easter and summer time 2027',
      '2027-03-24T08:00:00.000Z',
      5,
      '2027-04-01T07:00:00.000Z',
      '2027-04-01T15:00:00.000Z',
    ],
  ])('%s keeps 09:00 and 17:00 local', (_what, anchor, amount, nine, five) => {
    expect(reckon(dutchCalendar, anchor, { amount, unit: 'workingDays', time: '09:00' }).at).toBe(nine);
    expect(reckon(dutchCalendar, anchor, { amount, unit: 'workingDays' }).at).toBe(five);
  });

  it('24 hours are 24 hours, one day is the next date', () => {
    const saturdayNoon = '2026-03-28T11:00:00.000Z';

    const hours = reckon(dutchCalendar, saturdayNoon, { amount: 24, unit: 'hours' });
    const days = reckon(dutchCalendar, saturdayNoon, { amount: 1, unit: 'days', time: '12:00', roll: false });

    expect(toLocal(AMSTERDAM, hours.at)).toMatchObject({ date: '2026-03-29', time: '13:00' });
    expect(toLocal(AMSTERDAM, days.at)).toMatchObject({ date: '2026-03-29', time: '12:00' });
  });
});

describe('next message time', () => {
  it.each([
    ['before 09:00 on a working day', '2026-04-02T06:59:59.999Z', '2026-04-02T07:00:00.000Z'],
    ['at 09:00 sharp', '2026-04-02T07:00:00.000Z', '2026-04-02T07:00:00.000Z'],
    ['a moment later', '2026-04-02T07:00:00.001Z', '2026-04-03T07:00:00.000Z'],
    ['over Easter', '2026-04-03T16:00:00.000Z', '2026-04-07T07:00:00.000Z'],
    ['early on a Sunday', '2026-04-26T05:00:00.000Z', '2026-04-28T07:00:00.000Z'],
    ['the weekend of summer time', '2026-03-27T12:00:00.000Z', '2026-03-30T07:00:00.000Z'],
    ['the weekend of winter time', '2026-10-23T12:00:00.000Z', '2026-10-26T08:00:00.000Z'],
    [
      'late on the date in UTC, early on the next here',
      '2026-04-01T22:30:00.000Z',
      '2026-04-02T07:00:00.000Z',
    ],
  ])('%s', (_what, at, expected) => {
    expect(nextMessageTime(dutchCalendar, at)).toBe(expected);
  });

  it('is never in the past, and asking again at that moment gives the same', () => {
    fc.assert(
      fc.property(aCalendar, anInstant, (c, at) => {
        const next = nextMessageTime(c, at);
        expect(compareInstants(next, at)).toBeGreaterThanOrEqual(0);
        expect(nextMessageTime(c, next)).toBe(next);
      }),
    );
  });
});

describe('moments', () => {
  it('add, compare and subtract', () => {
    expect(addToInstant('2026-04-03T15:00:00Z', -1)).toBe('2026-04-03T14:59:59.999Z');
    expect(compareInstants('2026-04-03T15:00:00Z', '2026-04-03T15:00:00.000Z')).toBe(0);
    expect(['2026-04-03T15:00:00.000Z', '2025-01-01T00:00:00.000Z'].sort(compareInstants)[0]).toBe(
      '2025-01-01T00:00:00.000Z',
    );
    expect(msBetween('2026-04-03T15:00:00.000Z', '2026-04-03T14:00:00.000Z')).toBe(-3_600_000);
  });

  it.each([
    ['2026-04-01T20:15', '2026-04-01T18:15:00.000Z'],
    ['2026-04-01 20:15', '2026-04-01T18:15:00.000Z'],
    ['2026-04-01 20:15:30', '2026-04-01T18:15:30.000Z'],
    ['2026-04-01', '2026-03-31T22:00:00.000Z'],
    ['2026-04-01T20:15Z', '2026-04-01T20:15:00.000Z'],
    ['2026-04-01T20:15:00.123Z', '2026-04-01T20:15:00.123Z'],
    ['2026-04-01T20:15+05:30', '2026-04-01T14:45:00.000Z'],
    ['2026-04-01T20:15:00-0400', '2026-04-02T00:15:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(parseLocal(AMSTERDAM, text)).toBe(expected);
  });

  it.each([
    '',
    'tomorrow',
    '2026-02-30',
    '2026-04-01T25:00',
    '2026-04-01T20',
    '2026-04-01T20:15+99:00',
    '1 Apr 2026',
  ])("does not read '%s'", (text) => {
    expect(parseLocal(AMSTERDAM, text)).toBeUndefined();
  });
});
