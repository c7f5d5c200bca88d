// Business rule task: reads a decision table, its own definition's or one that was published (found once, then pinned).
import type { Decision } from '../../contract/index.ts';
import { decide, decidedVariables } from '../decisions/decide.ts';
import { evaluateWith } from '../engine/expressions.ts';
import { complete, incident } from '../engine/flow.ts';
import { createJob, isAnsweredOutside } from '../engine/jobs.ts';
import { bring } from '../engine/mappings.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

export const businessRuleTask: Behaviour<'businessRuleTask'> = {
  waits: true,
  activate(w, inst, element) {
    if (isAnsweredOutside(w, element.id))
      return createJob(w, inst, { jobType: 'decision', input: {}, retries: 0 });
    const own = [w.process(inst.d), ...w.state.definitions.map((_, d) => w.process(d))];
    const table = own.find(({ definition }) =>
      definition.decisions?.some(({ id }) => id === element.decision),
    );
    if (table) return decideBy(w, inst, table.definition.decisions ?? []);
    const key = w.key();
    w.own('jobs')[key] = {
      key,
      element: inst.key,
      jobType: 'load',
      input: { decision: element.decision },
      retries: 0,
    };
    w.command({ do: 'load', key, process: element.decision, binding: 'latest', decision: true });
  },
};

/** The table was found: what it says becomes variables. */
export function decideBy(w: Work, inst: ElementInstance, decisions: readonly Decision[]): void {
  const element = w.element(inst);
  if (element.type !== 'businessRuleTask') return;
  const decision = decisions.find(({ id }) => id === element.decision);
  if (!decision) return decisionMissing(w, inst, 'the file that was found has no such table');
  const r = decide(decision, decisions, w.variables(inst.key), (expression, variables) =>
    evaluateWith(w, expression, variables),
  );
  if (!r.ok) return incident(w, inst, 'DECISION_ERROR', r.message, { kind: 'activate', key: inst.key });
  bring(w, inst, decidedVariables(decision, r.value, element.result));
  complete(w, inst.key);
}

export function decisionMissing(w: Work, inst: ElementInstance, reason: string): void {
  const element = w.element(inst);
  if (element.type !== 'businessRuleTask') return;
  incident(
    w,
    inst,
    'DECISION_ERROR',
    `Expected a decision table '${element.decision}' for '${element.id}': ${reason}`,
    { kind: 'activate', key: inst.key },
  );
}
