// A decision table must be there and be well made: as many cells as columns, no circles, and a policy that can be followed.
import type { Decision } from '../../../contract/index.ts';
import { closestWord } from '../../closest-word.ts';
import { isAnything } from '../../decisions/decide.ts';
import { constantOf } from '../constant.ts';
import { type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const decisionTable: Rule = {
  id: 'decision-table',
  severity: 'error',
  *find(model) {
    yield* tablesMissing(model);
    for (const decision of model.definition.decisions ?? []) yield* ofTable(model, decision);
  },
};

function* tablesMissing({ definition, known }: Model): Generator<Mistake> {
  const own = (definition.decisions ?? []).map(({ id }) => id);
  const published = [
    ...(known.decisions ?? []),
    ...(known.definitions ?? []).flatMap(({ decisions }) => (decisions ?? []).map(({ id }) => id)),
  ];
  // Without a list of what is published, only a table of its own can be looked for.
  const isKnown = known.decisions !== undefined || known.definitions !== undefined;
  for (const element of definition.elements) {
    if (element.type !== 'businessRuleTask' || own.includes(element.decision)) continue;
    if (published.includes(element.decision)) continue;
    const meant = closestWord(element.decision, [...own, ...published]);
    if (!isKnown && !meant) continue;
    const { nl, en } = named(element);
    yield mistake(
      element.id,
      `${nl} gebruikt de beslistabel ‘${element.decision}’, maar die is er niet.${meant ? ` Bedoel je ‘${meant}’?` : ''}`,
      `${en} uses the decision table ‘${element.decision}’, but there is none.${meant ? ` Did you mean ‘${meant}’?` : ''}`,
      isKnown ? undefined : 'warning',
    );
  }
}

function* ofTable(model: Model, decision: Decision): Generator<Mistake> {
  const { nl, en } = named(decision);
  const say = (dutch: string, english: string, severity?: 'warning') =>
    mistake(`decision:${decision.id}`, dutch, english, severity);
  for (const [index, { when, gives }] of decision.rules.entries())
    if (when.length > decision.inputs.length || gives.length !== decision.outputs.length)
      yield say(
        `Rij ${index + 1} van ${nl} heeft ${when.length} vragen en ${gives.length} antwoorden; de tabel heeft er ${decision.inputs.length} en ${decision.outputs.length}.`,
        `Row ${index + 1} of ${en} has ${when.length} tests and ${gives.length} answers; the table has ${decision.inputs.length} and ${decision.outputs.length}.`,
      );
  for (const needed of decision.needs ?? [])
    if (!model.definition.decisions?.some(({ id }) => id === needed))
      yield say(
        `${nl} rust op ‘${needed}’, maar die beslissing is er niet.`,
        `${en} rests on ‘${needed}’, but there is no such decision.`,
      );
  if (needsItself(model, decision)) yield say(`${nl} rust op zichzelf.`, `${en} rests on itself.`);
  if (decision.value === undefined && decision.rules.length === 0)
    yield say(`${nl} heeft geen rijen.`, `${en} has no rows.`, 'warning');
  yield* ofPolicy(decision, say);
}

function needsItself({ definition }: Model, { id }: Decision): boolean {
  const open = [id];
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const next of definition.decisions?.find((one) => one.id === at)?.needs ?? []) {
      if (next === id) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  return false;
}

type Say = (dutch: string, english: string, severity?: 'warning') => Mistake;

function* ofPolicy(decision: Decision, say: Say): Generator<Mistake> {
  const { nl, en } = named(decision);
  const { aggregation, hitPolicy, outputs } = decision;
  if (aggregation && hitPolicy !== 'collect')
    yield say(
      `${nl} telt alleen iets op als alle rijen die passen worden verzameld.`,
      `${en} adds nothing up unless all rows that fit are collected.`,
      'warning',
    );
  if (aggregation && aggregation !== 'count' && hitPolicy === 'collect' && outputs.length > 1)
    yield say(
      `${nl} heeft ${outputs.length} antwoorden per rij; daar kan geen ${aggregation} van worden genomen.`,
      `${en} has ${outputs.length} answers per row, of which no ${aggregation} can be taken.`,
    );
  const ranks = hitPolicy === 'priority' || hitPolicy === 'outputOrder';
  if (ranks && outputs.every(({ values }) => !values?.length))
    yield say(
      `${nl} kiest op voorrang, maar zegt niet wat voorgaat.`,
      `${en} chooses by priority, but does not say what comes first.`,
      'warning',
    );
  for (const [i, { name, values }] of outputs.entries())
    for (const [index, { gives }] of decision.rules.entries()) {
      const cell = gives[i] ?? '';
      const given = isAnything(cell) ? undefined : constantOf(cell);
      if (!values?.length || !given) continue;
      if (values.some((one) => JSON.stringify(one) === JSON.stringify(given.value))) continue;
      yield say(
        `Rij ${index + 1} van ${nl} geeft ${cell} als ${name}, maar dat mag daar niet staan.`,
        `Row ${index + 1} of ${en} gives ${cell} as ${name}, which is not among its values.`,
        'warning',
      );
    }
}
