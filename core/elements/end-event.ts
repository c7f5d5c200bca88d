// End events (BPMN 2.0 §10.5.3): a none end ends its branch and records the outcome; the instance ends when nothing is active.
import { throwFrom } from '../engine/escalations.ts';
import { clearScope, complete, incident } from '../engine/flow.ts';
import type { Behaviour } from './behaviour.ts';

/** Where a called process keeps the outcome for its caller. */
export const OUTCOME = 'outcome_';

export const endEvent: Behaviour<'endEvent'> = {
  waits: false,
  activate(w, inst, element) {
    const { outcome, end, code } = element;
    if (end === 'terminate') clearScope(w, inst.scope, 'terminated', inst.key);
    if (end === 'escalation' || end === 'error') {
      const caught = code === undefined ? undefined : throwFrom(w, inst.scope, end, code);
      w.fact({
        type: 'escalation.thrown',
        code: code ?? '',
        element: element.id,
        ...(caught === undefined ? {} : { caught }),
      });
      if (end === 'error' && caught === undefined) {
        return incident(
          w,
          inst,
          'UNHANDLED_ERROR_EVENT',
          `Expected something to catch the error '${code}' of '${element.id}'`,
          { kind: 'activate', key: inst.key },
        );
      }
    }
    if ((end === 'message' || end === 'signal') && code !== undefined)
      w.command({ do: 'publish', kind: end, name: code });
    w.fact({ type: 'end.reached', element: element.id, ...(outcome === undefined ? {} : { outcome }) });
    if (outcome !== undefined) {
      const scope = w.variableScope(inst.scope);
      if (scope === '') w.own('outcomes').push(outcome);
      else w.setVariables(inst.scope, { [OUTCOME]: outcome });
    }
    complete(w, inst.key);
  },
};
