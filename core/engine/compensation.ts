// Compensation: what was completed is undone, the last first, by the handlers drawn for it (BPMN 2.0 §10.7, §13.5.5).
import { reach } from '../elements/end-event.ts';
import type { ElementInstance, Key, Undoable } from '../state.ts';
import { triggerBoundary } from './boundaries.ts';
import { boundariesOf, type CompiledElement, eventSubProcessesOf, isEventSubProcess } from './compiled.ts';
import { activate, complete, terminate } from './flow.ts';
import type { Work } from './work.ts';

const undoablesIn = (w: Work, scope: Key): Undoable[] =>
  Object.values(w.state.undoable ?? {}).filter((one) => one.scope === scope);

const forget = (w: Work, ones: Undoable[]): void => {
  for (const { key } of ones) delete w.own('undoable')[key];
};

/**
 * Remembers a completed activity that can be undone. A sub-process without a handler of its own is undone by what can be
 * undone in it; with one, that handler answers for the whole.
 */
export function rememberUndoable(w: Work, inst: ElementInstance, element: CompiledElement): void {
  if (!w.state.undoable && w.process(inst.d).handlers.size === 0 && element.type !== 'subProcess') return;
  const within = undoablesIn(w, inst.key);
  if (within.length > 0) forget(w, within);
  if (inst.pass !== undefined) {
    // One of many: what was done in it belongs to the whole.
    for (const one of within) w.own('undoable')[one.key] = { ...one, scope: inst.scope };
    return;
  }
  const process = w.process(inst.d);
  const own = process.handlers.get(element.id) ?? undoingPartOf(w, inst, element);
  if (own === undefined && within.length === 0) return;
  w.own('undoable')[inst.key] = {
    key: inst.key,
    n: Number(w.key()),
    d: inst.d,
    element: element.id,
    scope: inst.scope,
    ...(own === undefined ? { inner: within } : { handler: own }),
  };
}

/** A sub-process may hold the event sub-process that undoes it. */
function undoingPartOf(w: Work, inst: ElementInstance, element: CompiledElement): string | undefined {
  if (element.type !== 'subProcess') return undefined;
  return eventSubProcessesOf(w.process(inst.d), element.id).find(({ start }) => start.triggers?.compensation)
    ?.sub.id;
}

/** What was ended, not completed, is not undone. */
export function forgetUndoable(w: Work, scope: Key): void {
  const within = undoablesIn(w, scope);
  if (within.length > 0) forget(w, within);
}

/** The scope whose work a throw event undoes: its own, or from an event sub-process the one that is beside it. */
function scopeOfThrow(w: Work, scope: Key): Key {
  const around = scope === '' ? undefined : w.active(scope);
  return around && isEventSubProcess(w.element(around)) ? around.scope : scope;
}

/**
 * Undoes one activity, or all of a scope, the last completed first and one after the other; the thrower goes on when all is
 * undone. An activity is looked for in the thrower's scope, then outwards.
 */
export function throwCompensation(w: Work, thrower: ElementInstance, activity?: string): void {
  let scope: Key | undefined = scopeOfThrow(w, thrower.scope);
  let found = undoablesIn(w, scope).filter(({ element }) => activity === undefined || element === activity);
  while (activity !== undefined && found.length === 0 && scope !== '') {
    scope = w.active(scope)?.scope ?? '';
    found = undoablesIn(w, scope).filter(({ element }) => element === activity);
  }
  const order = found.sort((a, b) => a.n - b.n);
  w.fact({
    type: 'compensation.thrown',
    element: thrower.element,
    key: thrower.key,
    activities: order.map(({ element }) => element).reverse(),
  });
  w.patch(thrower.key, { undoing: order.map(({ key }) => key) });
  undoNext(w, thrower.key);
}

/** The next to be undone, or the end of it. */
export function undoNext(w: Work, throwerKey: Key): void {
  const thrower = w.active(throwerKey);
  if (!thrower?.undoing) return;
  const left = [...thrower.undoing];
  const key = left.pop();
  const next = key === undefined ? undefined : w.state.undoable?.[key];
  if (key !== undefined && !next) {
    w.patch(throwerKey, { undoing: left });
    return undoNext(w, throwerKey);
  }
  if (!next) {
    const { undoing: _done, ...rest } = thrower;
    w.put(rest);
    return undone(w, rest);
  }
  delete w.own('undoable')[next.key];
  if (next.inner) {
    // What lay in a finished sub-process is undone where that stood.
    const inner = next.inner.map((one) => ({ ...one, scope: next.scope })).sort((a, b) => a.n - b.n);
    for (const one of inner) w.own('undoable')[one.key] = one;
    w.patch(throwerKey, { undoing: [...left, ...inner.map((one) => one.key)] });
    return undoNext(w, throwerKey);
  }
  w.patch(throwerKey, { undoing: left });
  const handler = w.process(next.d).elements.get(next.handler as string);
  if (!handler) return undoNext(w, throwerKey);
  activate(w, next.d, handler, next.scope, { undoes: throwerKey });
}

/** All is undone: the thrower goes on, its branch ends, or its transaction ends as cancelled. */
function undone(w: Work, thrower: ElementInstance): void {
  const element = w.element(thrower);
  if (element.type !== 'endEvent') return complete(w, thrower.key);
  if (element.end === 'cancel') return cancelled(w, thrower);
  reach(w, thrower, element);
}

/** A cancelled transaction is left through the cancel event on its border; without one it just ends. */
function cancelled(w: Work, thrower: ElementInstance): void {
  w.fact({ type: 'end.reached', element: thrower.element });
  const around = w.active(thrower.scope);
  // Of a transaction done many times the border is that of the whole.
  const transaction = around?.pass === undefined ? around : w.active(around.scope);
  if (!transaction) return complete(w, thrower.key);
  const exit = boundariesOf(w.process(transaction.d), transaction.element).find(
    ({ triggers }) => triggers.cancel,
  );
  if (exit) triggerBoundary(w, transaction, exit);
  else terminate(w, transaction.key, 'cancelled');
}
