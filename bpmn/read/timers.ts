// Timers: a moment, a period, a row of them (ISO 8601), or a cron line.
import type { Schedule, Term, TimerTrigger } from '../../contract/index.ts';
import { isDynamic } from '../expressions/translate.ts';
import { attribute, textOf, type XmlElement } from '../xml/node.ts';
import { looksLikeCron, scheduleOf } from './cron.ts';
import { cannot, expressionIs, type Place } from './place.ts';
import { bpmnChild } from './reading.ts';

export type ReadTimer = { timer: TimerTrigger } | { schedule: Schedule } | undefined;

export const DURATION =
  /^P(?=.)(\d+(?:\.\d+)?Y)?(\d+(?:\.\d+)?M)?(\d+(?:\.\d+)?W)?(\d+(?:\.\d+)?D)?(T(?=.)(\d+(?:\.\d+)?H)?(\d+(?:\.\d+)?M)?(\d+(?:\.\d+)?S)?)?$/;
export const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** @param isStart of a process: it may follow a calendar. */
export function readTimer(place: Place, definition: XmlElement, isStart: boolean): ReadTimer {
  const [date, duration, cycle] = ['timeDate', 'timeDuration', 'timeCycle'].map((local) => {
    const holder = bpmnChild(definition, local);
    return holder && textOf(holder).trim() !== '' ? { holder, text: textOf(holder).trim() } : undefined;
  });
  if (date) return termed(moment(place, date.text, date.holder));
  if (duration) return termed(period(place, duration.text, duration.holder));
  if (cycle) return repeated(place, cycle.text, cycle.holder, isStart);
  if (!place.own.has('triggers'))
    cannot(
      place,
      'bpmn-timer',
      'bij de klok staat geen moment of duur; die gaat dus nooit af',
      'the timer has no moment or duration, so it never fires',
      definition,
    );
  return undefined;
}

const termed = (term: Term | undefined): ReadTimer => (term ? { timer: { term } } : undefined);

function moment(place: Place, text: string, at: XmlElement): Term | undefined {
  if (MOMENT.test(text)) return { moment: text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') };
  if (DURATION.test(text)) return { duration: text };
  if (isPlain(text, at))
    return wrong(
      place,
      at,
      `‘${text}’ is geen moment als 2026-09-01T09:00`,
      `‘${text}’ is no moment such as 2026-09-01T09:00`,
    );
  const feel = expressionIs(place, text, { nl: 'het moment', en: 'the moment' }, at);
  return feel === undefined ? undefined : { moment: feel };
}

function period(place: Place, text: string, at: XmlElement): Term | undefined {
  if (DURATION.test(text)) return { duration: text };
  if (isPlain(text, at))
    return wrong(
      place,
      at,
      `‘${text}’ is geen duur als P3D of PT1H30M`,
      `‘${text}’ is no duration such as P3D or PT1H30M`,
    );
  const feel = expressionIs(place, text, { nl: 'de duur', en: 'the duration' }, at);
  return feel === undefined ? undefined : { duration: feel };
}

/** Stands for itself, and so must be right as it stands. */
const isPlain = (text: string, at: XmlElement): boolean =>
  !isDynamic(text) && !/feel/i.test(attribute(at, 'language') ?? '') && /^[\dPR@]/.test(text);

function wrong(place: Place, at: XmlElement, nl: string, en: string): undefined {
  // Our own data say what it is.
  if (!place.own.has('triggers')) cannot(place, 'bpmn-timer', nl, en, at);
  return undefined;
}

/** `R3/PT10H`, `R/2026-09-01T09:00/P1D`, or cron. */
function repeated(place: Place, text: string, at: XmlElement, isStart: boolean): ReadTimer {
  if (isDynamic(text)) return computed(place, text, at);
  const parts = text.split('/');
  const [, times] = /^R(\d*)$/.exec(parts[0] ?? '') ?? [];
  if (times === undefined) {
    if (DURATION.test(text)) return { timer: { term: { duration: text }, times: 'unlimited' } };
    if (looksLikeCron(text)) return byCron(place, text, at, isStart);
    return wrong(
      place,
      at,
      `‘${text}’ is geen herhaling als R3/PT10H`,
      `‘${text}’ is no repetition such as R3/PT10H`,
    );
  }
  const [first = '', second] = parts.slice(1);
  const begins = second !== undefined && MOMENT.test(first);
  const duration = begins ? second : first;
  if (!DURATION.test(duration ?? '') || parts.length > (begins ? 3 : 2))
    return wrong(
      place,
      at,
      `‘${text}’ is geen herhaling als R3/PT10H of R3/2026-09-01T09:00/P1D`,
      `‘${text}’ is no repetition such as R3/PT10H or R3/2026-09-01T09:00/P1D`,
    );
  return {
    timer: {
      term: { duration: duration as string },
      times: times === '' ? 'unlimited' : Number(times),
      ...(begins ? { first } : {}),
    },
  };
}

/** A whole row that is worked out: how often, and how long in between, are known only then. */
function computed(place: Place, text: string, at: XmlElement): ReadTimer {
  const [, feelTimes, feelDuration] = /^=\s*cycle\s*\(\s*(?:([^,]+),)?\s*([^,]+)\)\s*$/.exec(text) ?? [];
  if (feelDuration !== undefined)
    return { timer: { term: { duration: feelDuration.trim() }, times: timesOf(feelTimes) } };
  const [, times, duration] = /^R(\d*)\/([$#]\{[^}]*\})$/.exec(text) ?? [];
  if (duration !== undefined) {
    const feel = expressionIs(place, duration, { nl: 'de duur', en: 'the duration' }, at);
    return feel === undefined
      ? undefined
      : { timer: { term: { duration: feel }, times: times ? Number(times) : 'unlimited' } };
  }
  return wrong(
    place,
    at,
    `de herhaling ‘${text}’ wordt pas later berekend en kan zo niet worden overgenomen; verwacht iets als R3/PT10H`,
    `the repetition ‘${text}’ is only worked out later and cannot be taken over like that; expected something like R3/PT10H`,
  );
}

/** A plain number is one; anything else is worked out. */
function timesOf(text: string | undefined): NonNullable<TimerTrigger['times']> {
  const times = text?.trim();
  return times === undefined ? 'unlimited' : /^\d{1,9}$/.test(times) ? Number(times) : times;
}

function byCron(place: Place, text: string, at: XmlElement, isStart: boolean): ReadTimer {
  const schedule = scheduleOf(text, place.reading.isZeebe ? 0 : 1);
  if (schedule && isStart) return { schedule };
  return isStart
    ? wrong(
        place,
        at,
        `‘${text}’ noemt niet één moment per dag, week, maand of jaar`,
        `‘${text}’ does not name one moment per day, week, month or year`,
      )
    : wrong(
        place,
        at,
        `‘${text}’ is een rooster, en dat kan alleen bij het begin van een proces; verwacht iets als R/P1D`,
        `‘${text}’ is a schedule, which only the start of a process can have; expected something like R/P1D`,
      );
}
