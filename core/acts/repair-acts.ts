// Repairs by somebody authorised: changing variables, trying again what an incident stopped.
import type { ActOf } from '../../contract/index.ts';
import { eventSubProcessesOf } from '../engine/compiled.ts';
import { armStart } from '../engine/event-sub-processes.ts';
import { begin, beginAgain, checkInstance, complete } from '../engine/flow.ts';
import { goOn } from '../engine/many.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { Incident, Variables } from '../state.ts';
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
  w.fact({
    type: 'incident.resolved',
    incident: act.incident,
    element: found.element,
    ...(act.why === undefined ? {} : { why: act.why }),
  });
  const inst = found.elementKey === undefined ? undefined : w.active(found.elementKey);
  if (found.retry.kind === 'arm') return armAgain(w, found);
  if (!inst || inst.d < 0) return checkInstance(w);
  const element = w.element(inst);
  switch (found.retry.kind) {
    case 'begin':
      return begin(w, inst, element);
    case 'activate':
    case 'job':
      return beginAgain(w, inst, element);
    case 'go on':
      goOn(w, inst.key);
      w.touch(inst.key);
      return;
    default:
      return complete(w, inst.key, found.retry.outcome);
  }
}

/** An event sub-process that could not begin to wait does so now. */
function armAgain(w: Work, { d, element, retry: { scope = '' } }: Incident): void {
  const process = w.process(d);
  const container = process.elements.get(element)?.parent ?? '';
  const found = eventSubProcessesOf(process, container).find(({ sub }) => sub.id === element);
  if (found && (scope === '' || w.active(scope))) armStart(w, d, scope, found.sub, found.start);
}
