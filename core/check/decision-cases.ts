// Looks through a decision table case by case: which rows fit which values, as far as constants and ranges say.
import type { Decision } from '../../contract/index.ts';
import { asExpression, isAnything, VALUE } from '../decisions/decide.ts';
import { holds, parse, readsOf } from '../feel/index.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import type { Json } from '../state.ts';
import { candidatesFor } from './candidates.ts';
import { NO_MATTER } from './constant.ts';
import { type Model, outcomesOf } from './model.ts';

/** The values of one input that tests can tell apart. `closed`: it can have no others. */
export interface Column {
  input: string;
  values: Json[];
  closed: boolean;
}

export interface Cases {
  columns: Column[];
  /** Per row and column, which values (by position) fit; undefined where other variables decide. */
  rows: (ReadonlySet<number> | undefined)[][];
}

/** The cases of a table; undefined for a decision that is one expression. */
export function casesOf(model: Model, decision: Decision): Cases | undefined {
  if (decision.value !== undefined || decision.inputs.length === 0) return undefined;
  const columns = decision.inputs.map(({ value }, i) => columnOf(model, decision, value, i));
  const rows = decision.rules.map(({ when }) =>
    columns.map((column, i) => fitting(when[i] ?? '', column.values)),
  );
  return { columns, rows };
}

function columnOf(model: Model, decision: Decision, input: string, index: number): Column {
  const tests = decision.rules.map(({ when }) => when[index] ?? '').filter((test) => !isAnything(test));
  const known = valuesOfVariable(model, input.trim());
  if (known) return { input, values: known, closed: true };
  const values = candidatesFor(tests.flatMap((test) => readsOf(asExpression(test)).literals));
  // Where nothing is told apart, any one value stands for all.
  return { input, values: values.length > 0 ? values : [null], closed: onlyYesNo(values) };
}

const onlyYesNo = (values: Json[]) => values.length > 0 && values.every((one) => typeof one === 'boolean');

function fitting(test: string, values: Json[]): ReadonlySet<number> | undefined {
  if (isAnything(test)) return new Set(values.keys());
  const expression = asExpression(test);
  const parsed = parse(expression);
  if (!parsed.ok || parsed.names.some((name) => name !== VALUE)) return undefined;
  if (/\b(now|today)\b/.test(test)) return undefined;
  const fits = new Set<number>();
  for (const [at, value] of values.entries()) {
    const r = holds(expression, { [VALUE]: value }, NO_MATTER);
    if (!r.ok) return undefined;
    if (r.holds) fits.add(at);
  }
  return fits;
}

/** Every value that an outcome, or a choice of one form, can have. */
function valuesOfVariable(model: Model, name: string): Json[] | undefined {
  for (const element of model.elements.values())
    if (outcomeVariable(element.id) === name && outcomesOf(element).length > 0)
      return outcomesOf(element).map(({ id }) => id);
  const [field, ...more] = model.definition.forms
    .flatMap(({ fields }) => fields)
    .filter(({ key }) => key === name);
  if (!field || more.length > 0) return undefined;
  if (field.type === 'yesNo') return [true, false];
  return field.type === 'choice' ? field.options?.map(({ id }) => id) : undefined;
}

/** Values for which two rows both fit, one per column; undefined when there are none, or when that is not known. */
export function meeting({ columns, rows }: Cases, a: number, b: number): Json[] | undefined {
  const values: Json[] = [];
  for (const [i, column] of columns.entries()) {
    const [one, other] = [rows[a]?.[i], rows[b]?.[i]];
    if (!one || !other) return undefined;
    const both = [...one].find((at) => other.has(at));
    if (both === undefined) return undefined;
    values.push(column.values[both] ?? null);
  }
  return values;
}

/** More cases than this are not looked through. */
const MOST_CASES = 20_000;

/**
 * Values that fit none of `candidates`, within what `region` allows per column; undefined when every case is covered, or when
 * that is not known. Whole numbers are tried first.
 */
export function uncovered(
  { columns, rows }: Cases,
  candidates: number[],
  region: (ReadonlySet<number> | undefined)[] = [],
): Json[] | undefined {
  let looked = 0;
  const search = (at: number, left: number[]): number[] | undefined => {
    looked += 1;
    if (looked > MOST_CASES) return undefined;
    const column = columns[at];
    if (!column) return left.length === 0 ? [] : undefined;
    for (const value of inOrder(column.values)) {
      if (region[at] && !region[at].has(value)) continue;
      // A row that other variables decide about may fit: it is counted as covering.
      const rest = left.filter((row) => rows[row]?.[at]?.has(value) ?? true);
      const found = search(at + 1, rest);
      if (found) return [value, ...found];
    }
    return undefined;
  };
  return search(0, candidates)?.map((value, i) => columns[i]?.values[value] ?? null);
}

/** Positions of the values, those that are likeliest to occur first. */
function inOrder(values: Json[]): number[] {
  const odd = (value: Json | undefined) => typeof value === 'number' && !Number.isInteger(value);
  return [...values.keys()].sort((a, b) => Number(odd(values[a])) - Number(odd(values[b])));
}

/** Values as people read them: `size = "large", months = 2`. */
export const inWords = ({ columns }: Cases, values: Json[]): string =>
  columns.map(({ input }, i) => `${input} = ${JSON.stringify(values[i] ?? null)}`).join(', ');
