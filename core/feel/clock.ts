// now() and today() for expressions: they answer from the event's moment and the organisation's zone, never from a clock.
import { date, dateAndTime, FeelFunction } from 'feelin';
import { type Instant, localDate, toInstant, toLocal } from '../calendar/index.ts';
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
      const wall = `${local.time}:${String(local.seconds).padStart(2, '0')}${/\.\d+/.exec(at)?.[0] ?? ''}`;
      // In the hour that an autumn clock shows twice the wall time alone would mean the first one.
      const clear = toInstant(zone, local.date, local.time).slice(0, 16) === at.slice(0, 16);
      return dateAndTime(clear ? `${local.date}T${wall}@${zone}` : `${at.replace(/Z$/, '')}Z`);
    }, []),
    today: new FeelFunction(() => date(localDate(zone, at)), []),
  };
}
