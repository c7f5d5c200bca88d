// A decision table tried on given values: what each question is answered with, which rows fit, and what comes out.
import type { Decision } from '../../contract/index.ts';
import { evaluate, type Now } from '../feel/index.ts';
import type { Json, Variables } from '../state.ts';
import { type Decided, decide, rowsThatFit } from './decide.ts';

export interface Tried {
  /** Per question; undefined where it cannot be worked out. */
  inputs: (Json | undefined)[];
  /** Rows that fit, by position. */
  fits: number[];
  result: Decided;
}

/** @param decisions all of the same process. */
export function tryTable(
  decision: Decision,
  decisions: readonly Decision[],
  variables: Variables,
  now: Now,
): Tried {
  const answer = (expression: string, given: Variables) => evaluate(expression, given, now);
  const result = decide(decision, decisions, variables, answer);
  const inputs = decision.inputs.map(({ value }) => {
    const made = evaluate(value, variables, now);
    return made.ok ? made.value : undefined;
  });
  return { inputs, fits: rowsThatFit(decision, decisions, variables, answer), result };
}
