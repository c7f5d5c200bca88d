import { describe, expect, test } from 'vitest';
import { calendarEntry } from '../../../activities/mail/calendar-entry.ts';
import { vtimezone } from '../../../activities/mail/vtimezone.ts';

const around = {
  organiser: { name: 'Welzijn, Rivierwijk', address: 'initiatieven@welzijn.example' },
  attendee: { name: 'Ada', address: 'ada@example.org' },
  zone: 'Europe/Amsterdam',
  at: '2026-04-02T12:00:00.000Z',
};
const invite = {
  uid: 'ins_1/n4@speelruimte',
  sequence: 0,
  at: '2026-04-09T17:30:00.000Z',
  minutes: 90,
  place: 'Plein 1; achter',
};

/** Properties by name, lines unfolded (RFC 5545 §3.1); the name keeps its parameters. */
function parsed(content: string, component: string): Map<string, string> {
  const lines = content.replace(/\r\n[ \t]/g, '').split('\r\n');
  const from = lines.indexOf(`BEGIN:${component}`);
  const inside = lines.slice(from + 1, lines.indexOf(`END:${component}`));
  return new Map(
    inside.map((line) => {
      const [, name = '', value = ''] = /^((?:[^:"]|"[^"]*")+):(.*)$/.exec(line) ?? [];
      return [name, value];
    }),
  );
}

test('an invitation says when and where on the clock of the organisation, with the zone it means', () => {
  const { method, content } = calendarEntry(invite, { summary: 'Kennismaking, thuis' }, around);
  const event = parsed(content, 'VEVENT');

  expect(method).toBe('REQUEST');
  expect(parsed(content, 'VCALENDAR').get('METHOD')).toBe('REQUEST');
  expect(event.get('UID')).toBe(invite.uid);
  expect(event.get('SEQUENCE')).toBe('0');
  expect(event.get('DTSTAMP')).toBe('20260402T120000Z');
  expect(event.get('DTSTART;TZID=Europe/Amsterdam')).toBe('20260409T193000');
  expect(event.get('DTEND;TZID=Europe/Amsterdam')).toBe('20260409T210000');
  expect(event.get('SUMMARY')).toBe('Kennismaking\\, thuis');
  expect(event.get('LOCATION')).toBe('Plein 1\\; achter');
  expect(event.get('STATUS')).toBe('CONFIRMED');
  expect([...event.values()]).toContain('mailto:initiatieven@welzijn.example');
  expect(content).toMatch(
    /BEGIN:VTIMEZONE\r\nTZID:Europe\/Amsterdam\r\n[\s\S]*END:VTIMEZONE\r\nBEGIN:VEVENT/,
  );
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('moving keeps the uid and raises the sequence, withdrawing cancels', () => {
  const moved = calendarEntry(
    { ...invite, sequence: 1, at: '2026-04-10T17:30:00.000Z' },
    { summary: 'x' },
    around,
  );
  const gone = calendarEntry({ ...invite, sequence: 2, cancelled: true }, { summary: 'x' }, around);

  expect(parsed(moved.content, 'VEVENT').get('UID')).toBe(invite.uid);
  expect(parsed(moved.content, 'VEVENT').get('SEQUENCE')).toBe('1');
  expect(gone.method).toBe('CANCEL');
  expect(parsed(gone.content, 'VEVENT').get('STATUS')).toBe('CANCELLED');
  expect(parsed(gone.content, 'VEVENT').get('SEQUENCE')).toBe('2');
});

describe('zones', () => {
  test('carry the clock changes around the moment, on the clock that ends then', () => {
    const lines = vtimezone('Europe/Amsterdam', '2026-04-09T17:30:00.000Z').split('\r\n');

    expect(lines).toEqual(expect.arrayContaining(['DTSTART:20260329T020000', 'DTSTART:20261025T030000']));
    const spring = lines.indexOf('DTSTART:20260329T020000');
    expect(lines.slice(spring - 1, spring + 4)).toEqual([
      'BEGIN:DAYLIGHT',
      'DTSTART:20260329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
    ]);
    const autumn = lines.indexOf('DTSTART:20261025T030000');
    expect(lines.slice(autumn - 1, autumn + 3)).toEqual([
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
    ]);
  });

  test('without clock changes have one offset', () => {
    expect(vtimezone('America/Paramaribo', '2026-04-09T17:30:00.000Z')).toContain(
      'BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:-0300\r\nTZOFFSETTO:-0300\r\nEND:STANDARD',
    );
  });
});
