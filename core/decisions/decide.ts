// Reads a decision table (DMN 1.3 §8.2): which rows fit, and what comes out under its hit policy.
import type { Decision } from '../../contract/index.ts';
import type { Json, Variables } from '../state.ts';

export type Decided = { ok: true; value: Json } | { ok: false; message: string };
type Evaluate = (expression: string, variables: Variables) => Decided;

/** The name under which a test sees the value it is about. */
export const VALUE = 'value_';

/** A cell that fits everything, or gives what the output's default is. */
export const isAnything = (cell: string): boolean => /^\s*-?\s*$/.test(cell);

/** Wrong in the table itself, or in the data it met; becomes an answer at the door. */
class Undecided extends Error {}

/**
 * What a decision gives for these variables. A table with one output gives its value, with several a context of them; a
 * collecting table a list of those. Decisions it needs are worked out first, each under its own id.
 * @param decisions all of the same file.
 */
export function decide(
  decision: Decision,
  decisions: readonly Decision[],
  variables: Variables,
  evaluate: Evaluate,
): Decided {
  try {
    return { ok: true, value: decided(decision, decisions, variables, evaluate, []) };
  } catch (error) {
    if (error instanceof Undecided) return { ok: false, message: error.message };
    throw error;
  }
}

/** Positions of the rows that fit; none where something cannot be worked out, which `decide` tells. */
export function rowsThatFit(
  decision: Decision,
  decisions: readonly Decision[],
  variables: Variables,
  evaluate: Evaluate,
): number[] {
  try {
    return fitting(decision, reckoner(decision, decisions, variables, evaluate, []));
  } catch (error) {
    if (error instanceof Undecided) return [];
    throw error;
  }
}

type Reckon = (expression: string, more?: Variables) => Json;

/** Works out expressions of a decision, with what the decisions it needs gave. */
function reckoner(
  decision: Decision,
  decisions: readonly Decision[],
  given: Variables,
  evaluate: Evaluate,
  way: string[],
): Reckon {
  if (way.includes(decision.id))
    throw new Undecided(
      `Expected decisions not to need each other in a circle: ${[...way, decision.id].join(' → ')}`,
    );
  let variables = given;
  for (const id of decision.needs ?? []) {
    const needed = decisions.find((one) => one.id === id);
    if (!needed)
      throw new Undecided(`Expected a decision '${id}', which '${decision.id}' needs, but there is none`);
    const value = decided(needed, decisions, given, evaluate, [...way, decision.id]);
    variables = { ...variables, [id]: value, ...named(needed, value) };
  }
  return (expression, more = {}) => {
    const r = evaluate(expression, { ...variables, ...more });
    if (r.ok) return r.value;
    throw new Undecided(`${r.message} (decision '${decision.id}')`);
  };
}

function fitting({ inputs, rules }: Decision, value: Reckon): number[] {
  const given = inputs.map((input) => value(input.value));
  return rules.flatMap(({ when }, row) =>
    given.every((input, i) => {
      const test = when[i] ?? '';
      return isAnything(test) || value(asExpression(test), { [VALUE]: input }) === true;
    })
      ? [row]
      : [],
  );
}

function decided(
  decision: Decision,
  decisions: readonly Decision[],
  given: Variables,
  evaluate: Evaluate,
  way: string[],
): Json {
  const value = reckoner(decision, decisions, given, evaluate, way);
  if (decision.value !== undefined) return value(decision.value);

  const rows = fitting(decision, value).map((row) =>
    decision.outputs.map((output, i) => {
      const expression = decision.rules[row]?.gives[i] ?? '';
      return isAnything(expression) ? orDefault(output, value) : value(expression);
    }),
  );
  return outcome(decision, rows, () => decision.outputs.map((output) => orDefault(output, value)));
}

type Output = Decision['outputs'][number];
const orDefault = (output: Output, value: (expression: string) => Json): Json =>
  output.default === undefined ? null : value(output.default);

/** Several outputs are known by their names too. */
function named(decision: Decision, value: Json): Variables {
  const [only] = decision.outputs;
  return decision.outputs.length === 1 && only && decision.value === undefined ? { [only.name]: value } : {};
}

/** A unary test as an expression over the value: `< 5`, `[1..3]`, `"a", "b"`, `not("a")`, `? > other`. */
export function asExpression(test: string): string {
  const withoutTexts = test.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (withoutTexts.includes('?')) return replaceOutsideTexts(test);
  const not = /^\s*not\s*\(([\s\S]*)\)\s*$/.exec(test);
  return not ? `not(${VALUE} in (${not[1]}))` : `${VALUE} in (${test})`;
}

const replaceOutsideTexts = (test: string): string =>
  test.replace(/"(?:[^"\\]|\\.)*"|\?/g, (part) => (part === '?' ? VALUE : part));

function outcome(decision: Decision, rows: Json[][], none: () => Json[]): Json {
  const shaped = (row: Json[]): Json =>
    decision.outputs.length === 1
      ? (row[0] ?? null)
      : Object.fromEntries(decision.outputs.map(({ name }, i) => [name, row[i] ?? null]));
  const { hitPolicy } = decision;
  switch (hitPolicy) {
    case 'collect':
      return aggregated(decision, rows.map(shaped));
    case 'ruleOrder':
      return rows.map(shaped);
    case 'outputOrder':
      return byPriority(decision, rows).map(shaped);
  }
  const [first] = hitPolicy === 'priority' ? byPriority(decision, rows) : rows;
  if (!first) return shaped(none());
  if (hitPolicy === 'unique' && rows.length > 1)
    throw new Undecided(`Expected one row of '${decision.id}' to fit, but ${rows.length} do`);
  if (hitPolicy === 'any' && rows.some((row) => JSON.stringify(row) !== JSON.stringify(first)))
    throw new Undecided(`Expected all rows of '${decision.id}' that fit to say the same, but they differ`);
  return shaped(first);
}

function byPriority({ outputs }: Decision, rows: Json[][]): Json[][] {
  const rank = (row: Json[]) =>
    outputs.map(({ values = [] }, i) => {
      const at = values.findIndex((one) => JSON.stringify(one) === JSON.stringify(row[i]));
      return at < 0 ? values.length : at;
    });
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .sort((a, b) => a.rank.map((n, i) => n - (b.rank[i] as number)).find((n) => n !== 0) ?? 0)
    .map(({ row }) => row);
}

function aggregated({ id, aggregation }: Decision, values: Json[]): Json {
  if (aggregation === undefined) return values;
  if (aggregation === 'count') return values.length;
  const numbers = values.map((value) => {
    if (typeof value === 'number') return value;
    throw new Undecided(
      `Expected numbers to take the ${aggregation} of in '${id}', but got ${JSON.stringify(value)}`,
    );
  });
  if (aggregation === 'sum') return numbers.reduce((sum, n) => sum + n, 0);
  if (numbers.length === 0) return null;
  return aggregation === 'min' ? Math.min(...numbers) : Math.max(...numbers);
}

/** How a task's variables follow from what was decided. */
export function decidedVariables(decision: Decision, value: Json, result: string | undefined): Variables {
  if (result !== undefined) return { [result]: value };
  const [only] = decision.outputs;
  if (decision.outputs.length === 1 && only) return { [only.name]: value };
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? value
    : { [decision.id]: value };
}
