// Call activity: another process inside the same state, with its own pinned definition and variables (ADR 0001).
import { entriesOf } from '../engine/compiled.ts';
import { activate, incident, openScope } from '../engine/flow.ts';
import { taskElement } from '../engine/task-element.ts';
import { openTask, taskPlan } from '../engine/tasks.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance, Variables } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

export const callActivity: Behaviour<'callActivity'> = {
  waits: true,
  activate(w, inst, element) {
    const key = w.key();
    w.own('jobs')[key] = {
      key,
      element: inst.key,
      jobType: 'load',
      input: { process: element.process },
      retries: 0,
    };
    w.command({
      do: 'load',
      key,
      process: element.process,
      binding: element.binding,
      caller: w.process(inst.d).hash,
      ...(element.tag === undefined ? {} : { tag: element.tag }),
    });
  },
};

/** The called process was found: it begins inside this instance. */
export function beginCalled(w: Work, inst: ElementInstance, hash: string): void {
  let d = w.state.definitions.indexOf(hash);
  if (d < 0) d = w.own('definitions').push(hash) - 1;
  const process = w.process(d);
  w.own('variables')[inst.key] = {
    ...(process.definition.variables as Variables),
    ...w.state.variables[inst.key],
  };
  w.patch(inst.key, { called: d });
  openScope(w, d, inst.key, '');
  const entries = entriesOf(process, '');
  for (const entry of entries) activate(w, d, entry, inst.key);
  if (entries.length === 0) w.touch(inst.key);
}

/** Not published here: somebody arranges it by hand, or it is an incident. */
export function calledMissing(w: Work, inst: ElementInstance, reason: string): void {
  const element = w.element(inst);
  if (element.type !== 'callActivity') return;
  if (element.whenMissing === undefined) {
    return incident(
      w,
      inst,
      'CALLED_PROCESS_NOT_FOUND',
      `Expected a published process '${element.process}' for '${element.id}': ${reason}`,
      { kind: 'activate', key: inst.key },
    );
  }
  const task = taskElement(w, inst);
  openTask(w, inst, task, taskPlan(w, inst.d, task, inst.scope));
}
