// BPMN messages to this instance and BPMN signals to all: who waits for them, and what they set going.
import type { ActOf } from '../../contract/index.ts';
import { triggerBoundary } from '../engine/boundaries.ts';
import { boundariesOf, eventSubProcessesOf } from '../engine/compiled.ts';
import { triggerEventSubProcess } from '../engine/event-sub-processes.ts';
import { value } from '../engine/expressions.ts';
import { complete } from '../engine/flow.ts';
import type { Work } from '../engine/work.ts';
import type { ElementInstance, Json, Variables } from '../state.ts';
import { checkSizes } from './sizes.ts';

interface Catcher {
  fire(): void;
}

/** Whoever waits for a message (by name and key, or the element itself) or a BPMN signal. */
function catchers(
  w: Work,
  wanted: { kind: 'message' | 'signal'; name?: string; key?: Json; element?: string },
): Catcher[] {
  const matches = (
    scope: string,
    triggers:
      | { message?: { name: string; key?: string | undefined } | undefined; signal?: string | undefined }
      | undefined,
    id: string,
    label: unknown,
  ): boolean => {
    if (wanted.element !== undefined) return id === wanted.element || label === wanted.element;
    if (wanted.kind === 'signal') return triggers?.signal !== undefined && triggers.signal === wanted.name;
    if (triggers?.message === undefined || triggers.message.name !== wanted.name) return false;
    if (triggers.message.key === undefined || wanted.key === undefined) return true;
    const key = value(w, scope, triggers.message.key);
    return key.ok && JSON.stringify(key.value) === JSON.stringify(wanted.key);
  };
  const found: Catcher[] = [];
  for (const inst of Object.values(w.state.elements)) {
    if (inst.d < 0) continue;
    const element = w.element(inst);
    const process = w.process(inst.d);
    if (
      element.type === 'intermediateCatchEvent' &&
      matches(inst.scope, element.triggers, element.id, element.name)
    )
      found.push({ fire: () => complete(w, inst.key, wanted.kind) });
    for (const b of boundariesOf(process, element.id))
      if (matches(inst.scope, b.triggers, b.id, b.name))
        found.push({ fire: () => triggerBoundary(w, inst, b) });
    if (element.type === 'subProcess')
      found.push(...startsIn(w, inst, inst.d, inst.key, element.id, matches));
  }
  found.push(...startsIn(w, undefined, 0, '', '', matches));
  return found;
}

function startsIn(
  w: Work,
  _inst: ElementInstance | undefined,
  d: number,
  scope: string,
  container: string,
  matches: (scope: string, t: never, id: string, label: unknown) => boolean,
): Catcher[] {
  return eventSubProcessesOf(w.process(d), container)
    .filter(({ start }) => matches(scope, start.triggers as never, start.id, start.name))
    .map(({ sub, start }) => ({ fire: () => triggerEventSubProcess(w, d, scope, sub, start) }));
}

/** A BPMN message to this instance; the first that waits gets it. */
export function message(w: Work, act: ActOf<'message'>): void {
  const data = (act.data ?? {}) as Variables;
  checkSizes(data, 'data');
  const [first] = catchers(w, {
    kind: 'message',
    ...(act.name === undefined ? {} : { name: act.name }),
    ...(act.key === undefined ? {} : { key: act.key as Json }),
    ...(act.element === undefined ? {} : { element: act.element }),
  });
  if (!first) {
    w.fact({ type: 'message.missed', ...(act.name === undefined ? {} : { name: act.name }) });
    return;
  }
  w.fact({
    type: 'message.received',
    ...(act.name === undefined ? {} : { name: act.name }),
    element: act.element ?? act.name ?? '',
    ...(act.data ? { data: act.data as Record<string, unknown> } : {}),
  });
  w.setVariables('', data);
  first.fire();
}

/** A BPMN signal: everybody who listens gets it. */
export function bpmnSignal(w: Work, act: ActOf<'bpmnSignal'>): void {
  const data = (act.data ?? {}) as Variables;
  checkSizes(data, 'data');
  w.setVariables('', data);
  for (const c of catchers(w, { kind: 'signal', name: act.name })) c.fire();
}
