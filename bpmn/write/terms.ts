// Terms and repetitions as BPMN says them, as near as it can.
import type { Term, TimerTrigger } from '../../contract/index.ts';
import { BPMN } from '../namespaces.ts';
import { DURATION, MOMENT } from '../read/timers.ts';
import { element, type XmlElement } from '../xml/node.ts';

/** An expression where a value is expected: FEEL is told by its sign. */
export const feel = (expression: string): string => `= ${expression}`;

const holder = (local: string, text: string): XmlElement => element(BPMN, local, {}, [text]);

/** What is in a `timerEventDefinition`; nothing where BPMN cannot say it. */
export function timerChildren({ term, times, first }: TimerTrigger): XmlElement[] {
  if (times !== undefined) {
    const cycle = cycleOf(term, times, first);
    return cycle === undefined ? [] : [holder('timeCycle', cycle)];
  }
  if ('moment' in term)
    return [holder('timeDate', MOMENT.test(term.moment) ? term.moment : feel(term.moment))];
  const duration = durationOf(term);
  return duration === undefined ? [] : [holder('timeDuration', duration.literal ?? feel(duration.feel))];
}

function cycleOf(
  term: Term,
  times: NonNullable<TimerTrigger['times']>,
  first: string | undefined,
): string | undefined {
  const duration = durationOf(term);
  if (!duration || (first !== undefined && !MOMENT.test(first))) return undefined;
  const isCounted =
    times === 'unlimited' || (typeof times === 'number' && Number.isInteger(times) && times >= 0);
  if (isCounted && duration.literal !== undefined)
    return `R${times === 'unlimited' ? '' : times}/${first === undefined ? '' : `${first}/`}${duration.literal}`;
  if (first !== undefined) return undefined;
  const period = duration.feel ?? `duration("${duration.literal}")`;
  return times === 'unlimited' ? `= cycle(${period})` : `= cycle(${times}, ${period})`;
}

type Duration = { literal: string; feel?: undefined } | { literal?: undefined; feel: string };

/** Working days are days to BPMN; what counts back, or from elsewhere, it cannot say. */
function durationOf(term: Term): Duration | undefined {
  if ('moment' in term) return undefined;
  if ('duration' in term) {
    return DURATION.test(term.duration) ? { literal: term.duration } : { feel: term.duration };
  }
  const { amount, unit } = term;
  if (typeof amount !== 'number' || amount < 0) return undefined;
  const letter = {
    workingDays: 'D',
    days: 'D',
    weeks: 'W',
    months: 'M',
    hours: 'H',
    minutes: 'M',
    seconds: 'S',
  }[unit];
  const isTime = unit === 'hours' || unit === 'minutes' || unit === 'seconds';
  return { literal: `P${isTime ? 'T' : ''}${amount}${letter}` };
}
