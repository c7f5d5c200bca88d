// Repairs by somebody authorised: changing variables, trying again what an incident stopped.
import type { ActOf } from '../../contract/index.ts';
import { behaviours } from '../elements/index.ts';
import { checkInstance, complete } from '../engine/flow.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { Variables } from '../state.ts';
import { checkSizes } from './sizes.ts';

export function set(w: Work, act: ActOf<'set'>): void {
  const variables = act.variables as Variables;
  checkSizes(variables, 'variables');
  w.setVariables('', variables);
}

/** Tries again what an incident stopped. */
export function retry(w: Work, act: ActOf<'retry'>): void {
  const found = w.state.incidents[act.incident];
  if (!found)
    throw new Rejected('NOT_FOUND', `Expected an open incident, got '${act.incident}'`, { path: 'incident' });
  delete w.own('incidents')[act.incident];
  w.fact({ type: 'incident.resolved', incident: act.incident, element: found.element });
  const inst = found.elementKey === undefined ? undefined : w.active(found.elementKey);
  if (!inst || inst.d < 0) return checkInstance(w);
  const element = w.element(inst);
  if (found.retry.kind === 'activate' || found.retry.kind === 'job')
    (behaviours[element.type] as (typeof behaviours)['endEvent']).activate(w, inst, element as never);
  else complete(w, inst.key, found.retry.outcome);
}
