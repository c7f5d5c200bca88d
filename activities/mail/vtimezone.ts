/** The VTIMEZONE of a calendar entry, for any IANA zone: the clock changes around its moment, read from `Intl` (RFC 5545 §3.6.5). */
import { addToInstant, type Instant, msBetween, toLocal } from '../../core/calendar/index.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Minutes the wall clock is ahead of UTC. */
function offsetAt(zone: string, at: Instant): number {
  const { date, time } = toLocal(zone, at);
  return Math.round(msBetween(`${at.slice(0, 16)}:00.000Z`, `${date}T${time}:00.000Z`) / MINUTE);
}

interface Change {
  at: Instant;
  before: number;
  after: number;
}

/** Clock changes from a year before to a year after a moment. */
function changesAround(zone: string, moment: Instant): Change[] {
  const found: Change[] = [];
  const start = addToInstant(`${moment.slice(0, 10)}T00:00:00.000Z`, -370 * DAY);
  for (let day = 0; day < 740; day++) {
    const [from, to] = [addToInstant(start, day * DAY), addToInstant(start, (day + 1) * DAY)];
    const [before, after] = [offsetAt(zone, from), offsetAt(zone, to)];
    if (before === after) continue;
    let [low, high] = [0, DAY / MINUTE];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(zone, addToInstant(from, middle * MINUTE)) === before) low = middle;
      else high = middle;
    }
    found.push({ at: addToInstant(from, high * MINUTE), before, after });
  }
  return found;
}

const two = (n: number) => String(n).padStart(2, '0');
const written = (minutes: number) =>
  `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
const compact = (at: Instant) => `${at.slice(0, 19).replace(/[-:]/g, '')}`;

/** One observance. Its start is written on the clock that ends then, as the standard wants. */
function observance({ at, before, after }: Change): string[] {
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${compact(addToInstant(at, before * MINUTE))}`,
    `TZOFFSETFROM:${written(before)}`,
    `TZOFFSETTO:${written(after)}`,
    `END:${kind}`,
  ];
}

/** Lines of the VTIMEZONE that holds at a moment, ending in CRLF. A zone without clock changes has one observance. */
export function vtimezone(zone: string, moment: Instant): string {
  const offset = offsetAt(zone, moment);
  const changes = changesAround(zone, moment);
  const epoch = addToInstant('1970-01-01T00:00:00.000Z', -offset * MINUTE);
  const fixed: Change = { at: epoch, before: offset, after: offset };
  const observances = (changes.length ? changes : [fixed]).flatMap(observance);
  return [...['BEGIN:VTIMEZONE', `TZID:${zone}`], ...observances, 'END:VTIMEZONE', ''].join('\r\n');
}
