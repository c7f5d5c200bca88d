// Completing a task: rights, outcome, form and agreement are checked before anything changes.
import type { ActOf, Outcome } from '../../contract/index.ts';
import { refuseOutOfTurn } from '../engine/ad-hoc.ts';
import { answerChase, endChase } from '../engine/chase.ts';
import { confirmAgreement, sendAgreement } from '../engine/commitments.ts';
import { outcomesOf } from '../engine/compiled.ts';
import { condition } from '../engine/expressions.ts';
import { complete, remove, terminate } from '../engine/flow.ts';
import { placedName } from '../engine/item-name.ts';
import { bring } from '../engine/mappings.ts';
import { mayAct } from '../engine/people.ts';
import { itemKey, taskElement } from '../engine/task-element.ts';
import { Rejected, type Work } from '../engine/work.ts';
import { validateForm } from '../forms/index.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import type { ElementInstance, Task, Variables } from '../state.ts';
import { actor, findTask } from './find.ts';
import { ladderTaskDone } from './ladder-tasks.ts';
import { chooseOutcome } from './outcomes.ts';
import { checkSizes } from './sizes.ts';

/** An answer of somebody ends the chase of their optional forms: they are not silent (template T2 step 4). */
function answered(w: Work): void {
  const who = actor(w);
  if (who === undefined) return;
  for (const inst of Object.values(w.state.elements)) {
    if (inst.d < 0 || inst.task?.owner !== who) continue;
    const element = w.element(inst);
    if (element.type === 'userTask' && element.optional) answerChase(w, itemKey(inst), 'answered');
  }
}

/** Completes a task: outcome, form and rights are checked first, nothing is half done. */
export function completeTask(w: Work, act: ActOf<'complete'>): void {
  const inst = findTask(w, act.task);
  const task = inst.task as Task;
  if (act.version !== undefined && act.version !== task.version) {
    throw new Rejected(
      'INVALID_STATE',
      `Expected version ${task.version} of '${task.name}', got ${act.version}: it changed in the meantime`,
      { path: 'version' },
    );
  }
  const element = inst.d < 0 ? undefined : taskElement(w, inst);
  const outcomes = element ? outcomesOf(element) : ((task.outcomes ?? []) as Outcome[]);
  let data = (act.data ?? {}) as Variables;
  const outcome = chooseOutcome(outcomes, act.outcome, data);
  const part = inst.whole !== undefined || task.personal === true;
  const roles = outcome?.by ?? (part ? [] : task.roles);
  mayAct(
    w,
    roles,
    part ? [task.owner, task.claimed] : outcome?.by ? [] : [task.owner, task.claimed],
    `'${task.name}'`,
  );
  checkSizes(data, 'data');
  refuseOutOfTurn(w, inst);

  const process = w.process(Math.max(inst.d, 0));
  const form = element?.form === undefined ? undefined : process.forms.get(element.form);
  if (form) {
    const r = validateForm(
      form,
      data,
      w.variables(inst.key),
      { at: w.at, zone: w.ctx.calendar.zone },
      outcome?.id,
      w.state.people,
    );
    if (!r.ok)
      throw new Rejected('INVALID_ARGUMENT', r.problems.map((p) => p.message).join('; '), {
        path: r.problems[0]?.path ?? 'data',
        problems: r.problems,
      });
    data = r.data;
  }
  // What the form asks and nobody filled in now is empty, also where an earlier answer is a variable.
  const unanswered = Object.fromEntries((form?.fields ?? []).map(({ key }) => [key, null]));
  for (const refusal of element?.refuseIf ?? []) {
    const visible = { ...w.variables(inst.key), ...unanswered, ...data };
    const r = condition(w, inst.key, refusal.condition, visible);
    if (r.ok && r.value)
      throw new Rejected(
        'INVALID_ARGUMENT',
        typeof refusal.saying === 'string' ? refusal.saying : refusal.saying.en,
        { path: 'data', text: refusal.saying },
      );
  }

  const agreement = element && 'agreement' in element ? element.agreement : undefined;
  const agreed = agreement && placedName(w, agreement.of, inst.scope);
  if (agreement?.step === 'draft')
    sendAgreement(w, agreed as string, data.commitments, agreement.ownCommitment);
  endChase(w, itemKey(inst), 'done');
  w.fact({
    type: 'task.completed',
    element: inst.element,
    key: inst.key,
    task: task.name,
    ...(outcome === undefined ? {} : { outcome: outcome.id }),
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(element?.firstContact ? { first: true } : {}),
  });
  answered(w);
  const untold = w.state.untold.indexOf(inst.key);
  if (untold >= 0) w.own('untold').splice(untold, 1);
  if (inst.d >= 0) bring(w, inst, data);

  if (inst.d < 0) return ladderTaskDone(w, inst, outcome?.id, data);
  if (agreement?.step === 'confirm') {
    if (outcome?.id !== 'confirm')
      w.fact({
        type: 'agreement.changed',
        element: agreement.of,
        version: w.state.agreements[agreed as string]?.version ?? 0,
      });
    else if (isLast(w, inst)) confirmAgreement(w, agreed as string);
  }
  if (inst.whole !== undefined) return partDone(w, inst, outcome?.id, outcomes);
  complete(w, inst.key, outcome?.id);
}

/** Of what each does for themselves, the last one. */
function isLast(w: Work, { whole, key }: ElementInstance): boolean {
  const parts = whole === undefined ? undefined : w.active(whole)?.parts;
  return parts === undefined || parts.every((part) => part === key);
}

/** One person's part is done; the whole when all are, or at once with an outcome that is not the usual one. */
function partDone(w: Work, inst: ElementInstance, outcome: string | undefined, outcomes: Outcome[]): void {
  if (outcome !== undefined) w.setVariables(inst.scope, { [outcomeVariable(inst.element)]: outcome });
  remove(w, inst);
  const whole = w.active(inst.whole as string);
  if (!whole) return;
  const usual = outcomes.find((one) => one.default)?.id ?? outcome;
  const parts = (whole.parts ?? []).filter((p) => p !== inst.key);
  const decides = outcome !== usual;
  w.patch(whole.key, { parts: decides ? [] : parts });
  if (decides) for (const part of parts) terminate(w, part, 'decided otherwise');
  if (decides || parts.length === 0) complete(w, whole.key, outcome);
}
