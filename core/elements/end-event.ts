// End events (BPMN 2.0 §10.5.3): a none end ends its branch and records the outcome; the instance ends when nothing is active.
import { throwCompensation } from '../engine/compensation.ts';
import type { CompiledOf } from '../engine/compiled.ts';
import { throwFrom } from '../engine/escalations.ts';
import { clearScope, complete, incident } from '../engine/flow.ts';
import { publish } from '../engine/publish.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance } from '../state.ts';
import type { Behaviour } from './behaviour.ts';

/** Where a called process keeps the outcome for its caller. */
export const OUTCOME = 'outcome_';

type End = CompiledOf<'endEvent'>;

export const endEvent: Behaviour<'endEvent'> = {
  waits: true,
  activate(w, inst, element) {
    switch (element.end) {
      case 'none':
        return reach(w, inst, element);
      case 'terminate':
        clearScope(w, inst.scope, 'terminated', inst.key);
        return reach(w, inst, element);
      case 'error':
      case 'escalation':
        return throwOut(w, inst, element, element.end);
      case 'message':
      case 'signal':
        return tell(w, inst, element, element.end);
      case 'compensation':
        return throwCompensation(w, inst, element.code);
      case 'cancel':
        // Everything else in the transaction ends first, then what was done is undone.
        clearScope(w, inst.scope, 'cancelled', inst.key);
        return throwCompensation(w, inst);
    }
  },
};

function throwOut(w: Work, inst: ElementInstance, element: End, kind: 'error' | 'escalation'): void {
  const { code } = element;
  const caught = throwFrom(w, inst.scope, kind, code ?? '');
  w.fact({
    type: 'escalation.thrown',
    code: code ?? '',
    element: element.id,
    ...(caught === undefined ? {} : { caught }),
  });
  if (kind === 'error' && caught === undefined)
    return incident(
      w,
      inst,
      'UNHANDLED_ERROR_EVENT',
      `Expected something to catch the error '${code ?? ''}' of '${element.id}'`,
      { kind: 'activate', key: inst.key },
    );
  reach(w, inst, element);
}

function tell(w: Work, inst: ElementInstance, element: End, kind: 'message' | 'signal'): void {
  const { code, key, ttl, data } = element;
  if (code !== undefined) {
    const what =
      kind === 'message'
        ? {
            message: {
              name: code,
              ...(key === undefined ? {} : { key }),
              ...(ttl === undefined ? {} : { ttl }),
            },
          }
        : { signal: code };
    const published = publish(w, inst, { ...what, data });
    if (!published.ok)
      return incident(w, inst, published.code, `${published.message} ('${element.id}')`, {
        kind: 'activate',
        key: inst.key,
      });
  }
  reach(w, inst, element);
}

/** The branch ends here, and says how. */
export function reach(w: Work, inst: ElementInstance, { id, outcome }: End): void {
  w.fact({ type: 'end.reached', element: id, ...(outcome === undefined ? {} : { outcome }) });
  if (outcome !== undefined) {
    const scope = w.processScope(inst.scope);
    if (scope === '') w.own('outcomes').push(outcome);
    else w.setLocal(scope, { [OUTCOME]: outcome });
  }
  complete(w, inst.key);
}
