// Counts the terms of a definition: from activation, the start, an element or a date variable; see core/calendar for the counting.
import type { Term } from '../../contract/index.ts';
import {
  type Instant,
  isCountable,
  isPlannable,
  type LocalDate,
  type Reckoning,
  reckon,
} from '../calendar/index.ts';
import type { Key } from '../state.ts';
import { type Answer, amount } from './expressions.ts';
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
  const from = term.from ?? 'activation';
  if (from === 'activation') return { ok: true, value: activated };
  if (from === 'start') return { ok: true, value: w.state.startedAt };
  if ('element' in from) {
    const anchor = w.state.anchors[`${d}/${from.element}`];
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
  const anchor = anchorOf(w, at.d, at.scope, term, at.activated);
  if (!anchor.ok) return anchor;
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
