// Turns a readable expression into a function that can be called again and again without parsing it anew.
import { FeelFunction, evaluate as feelin } from 'feelin';
import type { Variables } from '../state.ts';
import { guards } from './limits.ts';
import { readable } from './parse.ts';
import { remembered } from './remember.ts';

/** Runs with these variables; the clock is made only for who asks for it. `missing`: names that were looked for and not set. */
export interface Runnable {
  run(variables: Variables, clock: () => Clock): { value: unknown; missing: string[] };
}
export interface Clock {
  now: FeelFunction;
  today: FeelFunction;
}

/**
 * The library has no way to keep a parsed expression, but a FEEL function keeps its body: `a > 3` becomes
 * `function(now, today, …, a) a > 3`, made once and invoked with the values (1 µs against 300 µs).
 */
export const compile = remembered((expression: string): Runnable | { message: string } => {
  const read = readable(expression);
  if (!read.ok) return { message: `${read.message} (position ${read.at + 1} of '${expression}')` };
  const { functions, reset } = guards();
  const names = read.maybe.filter((name) => name !== 'now' && name !== 'today');
  const looksAtClock = CLOCK.test(read.bounded);
  const isConstant = names.length === 0 && !looksAtClock;
  let constant: { value: unknown; missing: string[] } | undefined;
  const parameters = ['now', 'today', ...Object.keys(functions), ...names];
  const source = `function(${parameters.join(', ')}) (${read.bounded}\n)`;
  const prepared = prepare(source);
  if (!prepared) return { message: `It cannot be read with these names ('${expression}')` };
  const { made, warnings } = prepared;
  const fixed = Object.values(functions);
  return {
    run(variables, clock) {
      if (constant) return constant;
      reset();
      warnings.length = 0;
      const { now, today } = looksAtClock ? clock() : timeless;
      const value = made.invoke([now, today, ...fixed, ...names.map((name) => own(variables, name))]);
      const missing = warnings
        .filter(({ type }) => type === 'NO_VARIABLE_FOUND')
        .map(({ position }) => source.slice(position.from, position.to));
      const result = { value, missing: [...new Set(missing)] };
      if (isConstant) constant = result;
      return result;
    },
  };
});

/** A name that is a word of the language elsewhere (`list`) may read well alone and not as a parameter. */
function prepare(source: string) {
  try {
    const { value: made, warnings } = feelin(source);
    return made instanceof FeelFunction ? { made, warnings } : undefined;
  } catch {
    return undefined;
  }
}

/** A text that speaks of it is taken for one that asks: that does no harm. */
const CLOCK = /\b(now|today)\b/;
const timeless = { now: null, today: null };

const own = (variables: Variables, name: string) =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;
