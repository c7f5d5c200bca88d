// Rows of a decision table that can never count, or that fit together where only one may.
import type { Decision } from '../../../contract/index.ts';
import { type Cases, casesOf, inWords, meeting, uncovered } from '../decision-cases.ts';
import { named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const decisionRows: Rule = {
  id: 'decision-rows',
  severity: 'warning',
  *find(model) {
    for (const decision of model.definition.decisions ?? []) {
      const cases = casesOf(model, decision);
      if (!cases) continue;
      yield* neverFitting(decision, cases);
      if (decision.hitPolicy === 'unique' || decision.hitPolicy === 'any') yield* clashing(decision, cases);
      if (decision.hitPolicy === 'first') yield* hidden(decision, cases);
    }
  },
};

const at = ({ id }: Decision) => `decision:${id}`;

function* neverFitting(decision: Decision, { rows, columns }: Cases): Generator<Mistake> {
  const { nl, en } = named(decision);
  for (const [index, row] of rows.entries()) {
    const empty = row.findIndex((fits) => fits?.size === 0);
    if (empty < 0) continue;
    const input = columns[empty]?.input ?? '';
    yield mistake(
      at(decision),
      `Rij ${index + 1} van ${nl} past nooit: ‘${input}’ kan dat niet zijn.`,
      `Row ${index + 1} of ${en} never fits: ‘${input}’ cannot be that.`,
    );
  }
}

/** Two rows for the same case: with `unique` always wrong, with `any` when they say different things. */
function* clashing(decision: Decision, cases: Cases): Generator<Mistake> {
  const { nl, en } = named(decision);
  for (const [b, second] of decision.rules.entries())
    for (let a = 0; a < b; a += 1) {
      const same = JSON.stringify(decision.rules[a]?.gives) === JSON.stringify(second.gives);
      if (decision.hitPolicy === 'any' && same) continue;
      const values = meeting(cases, a, b);
      if (!values) continue;
      yield mistake(
        at(decision),
        `Rij ${a + 1} en rij ${b + 1} van ${nl} passen allebei, bijvoorbeeld als ${inWords(cases, values)}. Dan loopt het proces vast.`,
        `Rows ${a + 1} and ${b + 1} of ${en} both fit, for instance when ${inWords(cases, values)}. Then the process gets stuck.`,
        'error',
      );
    }
}

/** Of the first row that fits: one that earlier rows leave nothing for. */
function* hidden(decision: Decision, cases: Cases): Generator<Mistake> {
  const { nl, en } = named(decision);
  for (const [index, row] of cases.rows.entries()) {
    const certain = [...Array(index).keys()].filter((one) => cases.rows[one]?.every((fits) => fits));
    if (certain.length === 0 || row.some((fits) => fits?.size === 0)) continue;
    if (uncovered(cases, certain, row) !== undefined || tooMany(cases)) continue;
    yield mistake(
      at(decision),
      `Rij ${index + 1} van ${nl} telt nooit: eerdere rijen passen dan al.`,
      `Row ${index + 1} of ${en} never counts: earlier rows fit first.`,
    );
  }
}

/** Looking through all cases was given up, so nothing is known. */
const tooMany = ({ columns }: Cases) => columns.reduce((all, { values }) => all * values.length, 1) > 20_000;
