// now() and today() for expressions: they answer from the event's moment and the organisation's zone, never from a clock.
import { date, dateAndTime, FeelFunction } from 'feelin';
import { type Instant, localDate, msBetween, toInstant, toLocal } from '../calendar/index.ts';
import type { Clock } from './compile.ts';

/** The moment an expression is looked at, and the zone in which people read clocks. */
export interface Now {
  at: Instant;
  zone: string;
}

/** `now()` is a date and time in the zone; `today()` the local date. Made only when asked for. */
export function clockAt({ at, zone }: Now): Clock {
  return {
    now: new FeelFunction(() => {
      const local = toLocal(zone, at);
      const fraction = /\.\d+/.exec(at)?.[0] ?? '';
      const wall = `${local.date}T${local.time}:${String(local.seconds).padStart(2, '0')}${fraction}`;
      // In the hour that an autumn clock shows twice the wall time alone would mean the first one.
      const clear = toInstant(zone, local.date, local.time).slice(0, 16) === at.slice(0, 16);
      return dateAndTime(clear ? `${wall}@${zone}` : `${wall}${offset(msBetween(at, `${wall}Z`))}`);
    }, []),
    today: new FeelFunction(() => date(localDate(zone, at)), []),
  };
}

/** `+01:00` from milliseconds. */
function offset(ms: number): string {
  const minutes = Math.abs(Math.round(ms / 60_000));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
