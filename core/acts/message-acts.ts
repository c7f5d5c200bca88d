// BPMN messages to this instance and BPMN signals to all: who waits for them, and what they set going.
import type { ActOf } from '../../contract/index.ts';
import { boundariesOf, eventSubProcessesOf } from '../engine/compiled.ts';
import { complete } from '../engine/flow.ts';
import { bring } from '../engine/mappings.ts';
import {
  type Caught,
  fire,
  messageCatcher,
  reachBoundary,
  reachStart,
  signalCatchers,
} from '../engine/subscriptions.ts';
import type { Work } from '../engine/work.ts';
import type { Json, Variables } from '../state.ts';
import { checkSizes } from './sizes.ts';

/** Whoever is meant by its element, whether or not it named a message: what waits, then borders, then event sub-processes. */
function byElement(w: Work, wanted: string, data: Variables): (() => void) | undefined {
  const answers = (one: { id: string; name?: unknown; aliases?: string[] | undefined }): boolean =>
    one.id === wanted || isNamed(one.name, wanted) || (one.aliases ?? []).includes(wanted);
  const active = Object.values(w.state.elements).filter(({ d }) => d >= 0);
  for (const inst of active) {
    const element = w.element(inst);
    const waits = element.type === 'intermediateCatchEvent' || element.type === 'receiveTask';
    if (!waits || inst.many || !answers(element)) continue;
    return () => {
      bring(w, inst, data);
      complete(w, inst.key, 'message');
    };
  }
  for (const inst of active) {
    if (inst.pass !== undefined) continue;
    const b = boundariesOf(w.process(inst.d), inst.element).find(answers);
    if (b) return () => reachBoundary(w, inst, b.id, data);
  }
  const scopes = [
    { d: 0, key: '', container: '' },
    ...active.filter(({ many }) => !many).map(({ d, key, element }) => ({ d, key, container: element })),
  ];
  for (const { d, key, container } of scopes)
    for (const { sub, start } of eventSubProcessesOf(w.process(d), container))
      if (answers(start) || answers(sub))
        return () => reachStart(w, { of: key, d, element: sub.id }, `${key}/${start.id}`, data);
  return undefined;
}

const isNamed = (name: unknown, wanted: string): boolean =>
  name === wanted ||
  (typeof name === 'object' && name !== null && Object.values(name).some((one) => one === wanted));

/** A BPMN message to this instance; the one that waited longest gets it. */
export function message(w: Work, act: ActOf<'message'>): void {
  const data = (act.data ?? {}) as Variables;
  checkSizes(data, 'data');
  const named = act.name === undefined ? undefined : messageCatcher(w, act.name, act.key as Json | undefined);
  const reach =
    act.element === undefined ? named && (() => fire(w, named, data)) : byElement(w, act.element, data);
  if (!reach) {
    w.fact({ type: 'message.missed', ...(act.name === undefined ? {} : { name: act.name }) });
    return;
  }
  w.fact({
    type: 'message.received',
    ...(act.name === undefined ? {} : { name: act.name }),
    element: act.element ?? named?.element ?? '',
    ...(act.data ? { data: act.data as Record<string, unknown> } : {}),
  });
  reach();
}

/** A BPMN signal: everybody who listens gets it. */
export function bpmnSignal(w: Work, act: ActOf<'bpmnSignal'>): void {
  const data = (act.data ?? {}) as Variables;
  checkSizes(data, 'data');
  const caught: Caught[] = signalCatchers(w, act.name);
  for (const one of caught) fire(w, one, data);
}
