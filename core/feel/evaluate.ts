// Runs FEEL expressions over the variables of an instance: values for assignments, yes or no for conditions.
import type { Json, Variables } from '../state.ts';
import { clockAt, type Now } from './clock.ts';
import { compile } from './compile.ts';
import { BeyondLimit } from './limits.ts';
import { NotData, toJson } from './to-json.ts';

export type FeelResult = { ok: true; value: Json } | { ok: false; message: string };
export type HoldsResult = { ok: true; holds: boolean; missing: string[] } | { ok: false; message: string };

/**
 * The value of an expression as plain JSON: dates `YYYY-MM-DD`, instants ISO UTC, durations ISO text. A name that is not
 * set is null, as FEEL has it. `evaluate('date(start) + duration("P7D")', { start: '2026-09-07' }, now)` → `'2026-09-14'`.
 */
export function evaluate(expression: string, variables: Variables, now: Now): FeelResult {
  const ran = run(expression, variables, now);
  return ran.ok ? { ok: true, value: ran.value } : ran;
}

/** Whether a condition holds. Null counts as false; `missing` names what was looked for and never set. */
export function holds(expression: string, variables: Variables, now: Now): HoldsResult {
  const ran = run(expression, variables, now);
  if (!ran.ok) return ran;
  const { value, missing } = ran;
  if (value !== null && typeof value !== 'boolean')
    return {
      ok: false,
      message: `Expected yes or no from '${expression}', but got ${JSON.stringify(value).slice(0, 80)}`,
    };
  return { ok: true, holds: value === true, missing };
}

function run(expression: string, variables: Variables, now: Now) {
  const compiled = compile(expression);
  if ('message' in compiled) return { ok: false as const, message: compiled.message };
  try {
    const { value, missing } = compiled.run(variables, () => clockAt(now));
    return { ok: true as const, value: toJson(value, now.zone), missing };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason =
      error instanceof BeyondLimit || error instanceof NotData ? error.message : 'It cannot be worked out';
    return { ok: false as const, message: `${reason} (in '${expression}')` };
  }
}
