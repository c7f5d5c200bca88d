/** The latest moments an expectation looks at; none of them may lie after the clock. */
import { dutchCalendar, periodRange, toInstant } from '../../calendar/index.ts';
import type { When } from '../moments.ts';
import type { Expectation } from './expectations.ts';

export function horizonOf({ expects, with: given, line }: Expectation, zone: string): When[] {
  if (typeof given !== 'object' || expects === 'variable') return [];
  const found: When[] = [];
  if ('between' in given && given.between) found.push(given.between.from, given.between.to);
  if ('on' in given && typeof given.on === 'string') found.push(dayAt(given.on, line));
  if (expects === 'mail' && given.at) {
    if (!('time' in given.at)) found.push(given.at);
    else if (given.on)
      found.push({
        line,
        text: `${given.on}T${given.at.time}`,
        at: toInstant(zone, given.on, given.at.time),
      });
  }
  if (expects === 'fact')
    for (const { field, value } of given.wanted)
      if (field === 'at' && value.is === 'when') found.push(value.when);
  if (expects === 'figure') {
    const period = periodRange(dutchCalendar, given.period);
    // A period that has begun may be asked about: it counts what is in it so far.
    if (period) found.push(dayAt(period.from, line));
  }
  return found;
}

function dayAt(date: string, line: number): When {
  return { line, text: date, date };
}
