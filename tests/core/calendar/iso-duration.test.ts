/** Holds how ISO 8601 durations of BPMN timers are read and counted: calendar parts by the clock on the wall, the rest exact. */
import { describe, expect, test } from 'vitest';
import { addIsoDuration, parseIsoDuration } from '../../../core/calendar/index.ts';

const ZONE = 'Europe/Amsterdam';
const DAY = 86_400_000;

describe('reading a duration', () => {
  test.each([
    ['P3D', { months: 0, days: 3, ms: 0 }],
    ['P2W3D', { months: 0, days: 17, ms: 0 }],
    ['P1Y2M', { months: 14, days: 0, ms: 0 }],
    ['PT1H30M', { months: 0, days: 0, ms: 5_400_000 }],
    ['PT1H2M3.5S', { months: 0, days: 0, ms: 3_723_500 }],
    ['P1M2DT6H', { months: 1, days: 2, ms: 21_600_000 }],
    ['+P1D', { months: 0, days: 1, ms: 0 }],
    [' P1D ', { months: 0, days: 1, ms: 0 }],
    ['-P1Y1WT1S', { months: -12, days: -7, ms: -1_000 }],
  ])('%s', (text, parts) => {
    const read = parseIsoDuration(text);
    expect(read).toBeDefined();
    // Minus nothing is nothing.
    expect(Object.values(read ?? {}).map((n) => n + 0)).toEqual(Object.values(parts));
  });

  test.each(['', 'P', 'PT', 'P1', '1D', 'P1H', 'PT1D', 'P1.5D', 'PT1.2345S', 'P1DT', 'xP1D', 'P1Dx'])(
    "'%s' is none",
    (text) => {
      expect(parseIsoDuration(text)).toBeUndefined();
    },
  );
});

describe('the moment so long after another', () => {
  const soLongAfter = (at: string, text: string) => {
    const duration = parseIsoDuration(text);
    if (!duration) throw new Error(`'${text}' is no duration`);
    return addIsoDuration(ZONE, at, duration);
  };

  test.each([
    ['a day is the same time on the wall, also when the clock changes', 'P1D', '2026-03-29T07:00:00.000Z'],
    ['24 hours are 24 hours', 'PT24H', '2026-03-29T08:00:00.000Z'],
    ['days first, then hours', 'P1DT1H', '2026-03-29T08:00:00.000Z'],
    ['a month before', '-P1M', '2026-02-28T08:00:00.000Z'],
    ['months alone', 'P2M', '2026-05-28T07:00:00.000Z'],
    ['nothing at all', 'P0D', '2026-03-28T08:00:00.000Z'],
  ])('%s', (_, text, expected) => {
    expect(soLongAfter('2026-03-28T08:00:00.000Z', text)).toBe(expected);
  });

  test('the end of a month is not overshot', () => {
    expect(soLongAfter('2026-01-31T08:00:00.000Z', 'P1M')).toBe('2026-02-28T08:00:00.000Z');
  });

  test('seconds and their parts stay as they are', () => {
    expect(soLongAfter('2026-06-01T08:09:05.678Z', 'P1D')).toBe('2026-06-02T08:09:05.678Z');
    expect(soLongAfter('2026-06-01T08:09:05Z', 'P1D')).toBe('2026-06-02T08:09:05.000Z');
    expect(soLongAfter('2026-06-01T08:09:05.6Z', 'P1D')).toBe('2026-06-02T08:09:05.600Z');
  });

  test.each([
    { months: 1_200, days: 0, ms: 0 },
    { months: -1_200, days: 0, ms: 0 },
    { months: 0, days: 37_200, ms: 0 },
    { months: 0, days: 0, ms: 37_200 * DAY },
  ])('a hundred years are counted: %o', (most) => {
    expect(addIsoDuration(ZONE, '2026-06-01T08:00:00.000Z', most)).toBeDefined();
  });

  test.each([
    { months: 1_201, days: 0, ms: 0 },
    { months: -1_201, days: 0, ms: 0 },
    { months: 0, days: 37_201, ms: 0 },
    { months: 0, days: -37_201, ms: 0 },
    { months: 0, days: 0, ms: 37_200 * DAY + 1 },
    { months: 0, days: 0, ms: -37_200 * DAY - 1 },
  ])('more is not: %o', (more) => {
    expect(addIsoDuration(ZONE, '2026-06-01T08:00:00.000Z', more)).toBeUndefined();
  });

  test('what leads out of the calendar has no moment', () => {
    expect(soLongAfter('2199-12-31T08:00:00.000Z', 'P1D')).toBeUndefined();
    expect(soLongAfter('2199-12-31T08:00:00.000Z', 'PT24H')).toBeUndefined();
    // Out and back again is out.
    const outAndBack = { months: 0, days: 1, ms: -2 * DAY };
    expect(addIsoDuration(ZONE, '2199-12-31T08:00:00.000Z', outAndBack)).toBeUndefined();
  });
});
