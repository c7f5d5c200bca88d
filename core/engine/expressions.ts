// Evaluates the FEEL in a definition against the variables of a scope; what goes wrong becomes an incident, never an exception.
import type { Amount } from '../../contract/index.ts';
import { evaluate, holds } from '../feel/index.ts';
import type { Json, Key, Variables } from '../state.ts';
import { withKnown } from './known-names.ts';
import type { Work } from './work.ts';

export type Answer<T> = { ok: true; value: T } | { ok: false; message: string };

const clock = (w: Work) => ({ at: w.at, zone: w.ctx.calendar.zone });

/** `variables`: instead of those visible from the scope. */
export function condition(w: Work, scope: Key, expression: string, variables?: Variables): Answer<boolean> {
  const r = holds(expression, withKnown(w, expression, variables ?? w.variables(scope)), clock(w));
  return r.ok ? { ok: true, value: r.holds } : { ok: false, message: `In '${expression}': ${r.message}` };
}

export function value(w: Work, scope: Key, expression: string): Answer<Json> {
  return evaluateWith(w, expression, w.variables(scope));
}

/** Over given variables instead of those visible from a scope. */
export function evaluateWith(w: Work, expression: string, variables: Variables): Answer<Json> {
  const r = evaluate(expression, withKnown(w, expression, variables), clock(w));
  return r.ok ? { ok: true, value: r.value } : { ok: false, message: `In '${expression}': ${r.message}` };
}

/** A whole number, given as such or as an expression. */
export function amount(w: Work, scope: Key, given: Amount): Answer<number> {
  if (typeof given === 'number') return { ok: true, value: given };
  const r = value(w, scope, given);
  if (!r.ok) return r;
  if (typeof r.value === 'number' && Number.isInteger(r.value)) return { ok: true, value: r.value };
  return {
    ok: false,
    message: `Expected '${given}' to give a whole number, but it gave ${JSON.stringify(r.value)}`,
  };
}
