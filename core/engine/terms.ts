// Counts the terms of a definition: from activation, the start, an element or a date variable; see core/calendar for the counting.
import type { Term, TimerTrigger } from '../../contract/index.ts';
import {
  addIsoDuration,
  type Instant,
  isCountable,
  isPlannable,
  type LocalDate,
  localDate,
  parseIsoDuration,
  parseLocal,
  type Reckoning,
  reckon,
  toInstant,
} from '../calendar/index.ts';
import type { Key } from '../state.ts';
import { countsFrom, isCounted } from '../term-kind.ts';
import { anchorAt } from './anchors.ts';
import { type Answer, amount, value } from './expressions.ts';
import type { Work } from './work.ts';

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT.*Z$/.test(text) && isPlannable(text.slice(0, 10));

/** Where a term counts from. `activated` is the activation of the element that has the term. */
export function anchorOf(
  w: Work,
  d: number,
  scope: Key,
  term: Term,
  activated: Instant,
): Answer<Instant | LocalDate> {
  const from = countsFrom(term) ?? 'activation';
  if (from === 'activation') return { ok: true, value: activated };
  if (from === 'start') return { ok: true, value: w.state.startedAt };
  if ('element' in from) {
    const anchor = anchorAt(w.state, d, from.element);
    const moment = anchor?.[from.moment];
    // An element on the way here that was never reached (a skipped step) leaves the activation.
    return { ok: true, value: moment ?? activated };
  }
  const held = w.variables(scope)[from.variable];
  if (typeof held === 'string' && (isPlannable(held) || isInstant(held))) return { ok: true, value: held };
  return {
    ok: false,
    message: `Expected a date in '${from.variable}', but it holds ${JSON.stringify(held ?? null)}`,
  };
}

/** The moment a term ends, with its ledger. `times` counts the n-th repetition from the same anchor. */
export function countTerm(
  w: Work,
  at: { d: number; scope: Key; activated: Instant },
  term: Term,
  options: { time?: string; times?: number } = {},
): Answer<Reckoning> {
  if ('moment' in term) return momentOf(w, at.scope, term.moment, options.time);
  const anchor = anchorOf(w, at.d, at.scope, term, at.activated);
  if (!anchor.ok) return anchor;
  if (!isCounted(term)) return exactly(w, at.scope, anchor.value, term.duration, options.times ?? 1);
  const n = amount(w, at.scope, term.amount);
  if (!n.ok) return n;
  const time = term.time ?? options.time;
  const counted = n.value * (options.times ?? 1);
  if (!isCountable(counted, term.unit))
    return {
      ok: false,
      message: `Expected a term of at most a hundred years, but got ${counted} ${term.unit}`,
    };
  return {
    ok: true,
    value: reckon(w.ctx.calendar, anchor.value, {
      amount: counted,
      unit: term.unit,
      ...(time === undefined ? {} : { time }),
      ...(term.roll === undefined ? {} : { roll: term.roll }),
    }),
  };
}

/** The n-th firing of a timer; one that has a first moment of its own counts the others from there. */
export function countTimer(
  w: Work,
  at: { d: number; scope: Key; activated: Instant },
  { term, first }: TimerTrigger,
  options: { time?: string; times?: number } = {},
): Answer<Reckoning> {
  if (first === undefined) return countTerm(w, at, term, options);
  const begin = momentOf(w, at.scope, first, options.time);
  const times = options.times ?? 1;
  if (!begin.ok || times === 1) return begin;
  return countTerm(w, { ...at, activated: begin.value.at }, fromActivation(term), {
    ...options,
    times: times - 1,
  });
}

function fromActivation(term: Term): Term {
  if ('moment' in term) return term;
  const { from: _from, ...rest } = term;
  return rest;
}

/** A text that stands for itself, or else what the expression gives. */
function given(w: Work, scope: Key, text: string, isLiteral: boolean): Answer<string> {
  if (isLiteral) return { ok: true, value: text };
  const r = value(w, scope, text);
  if (!r.ok) return r;
  if (typeof r.value === 'string') return { ok: true, value: r.value };
  return { ok: false, message: `Expected '${text}' to give a text, but it gave ${JSON.stringify(r.value)}` };
}

/** So long after the anchor, `times` times over; the ledger has nothing to explain. */
function exactly(
  w: Work,
  scope: Key,
  anchor: Instant | LocalDate,
  duration: string,
  times: number,
): Answer<Reckoning> {
  const { zone } = w.ctx.calendar;
  const text = given(w, scope, duration, parseIsoDuration(duration) !== undefined);
  if (!text.ok) return text;
  const parsed = parseIsoDuration(text.value);
  if (!parsed)
    return { ok: false, message: `Expected a duration such as P3D or PT1H30M, but got '${text.value}'` };
  const begin = isPlannable(anchor) ? toInstant(zone, anchor, '00:00') : anchor;
  const { months, days, ms } = parsed;
  const end = addIsoDuration(zone, begin, { months: months * times, days: days * times, ms: ms * times });
  if (end === undefined)
    return { ok: false, message: `Expected a term of at most a hundred years, but got ${text.value}` };
  return {
    ok: true,
    value: { date: localDate(zone, end), at: end, from: localDate(zone, begin), ledger: [] },
  };
}

/** A moment as such; a date alone means that time of day. */
function momentOf(w: Work, scope: Key, moment: string, time = w.ctx.calendar.dueTime): Answer<Reckoning> {
  const { zone } = w.ctx.calendar;
  const text = given(w, scope, moment, parseLocal(zone, moment) !== undefined);
  if (!text.ok) return text;
  const at = isPlannable(text.value) ? toInstant(zone, text.value, time) : parseLocal(zone, text.value);
  if (at === undefined || !isPlannable(localDate(zone, at)))
    return { ok: false, message: `Expected a date or a moment, but got '${text.value}'` };
  const date = localDate(zone, at);
  return { ok: true, value: { date, at, from: localDate(zone, w.at), ledger: [] } };
}
