// Escalations and errors: caught by the nearest scope around the thrower that has a matching event sub-process or boundary event.
import type { ElementInstance, Key } from '../state.ts';
import { triggerBoundary } from './boundaries.ts';
import { boundariesAt, eventSubProcessesOf } from './compiled.ts';
import { triggerEventSubProcess } from './event-sub-processes.ts';
import type { Work } from './work.ts';

type Kind = 'escalation' | 'error';

/** Those that catch a code: who names it, else who catches every one. */
function catcherOf<T>(
  all: readonly T[],
  wanted: (one: T) => string | undefined,
  code: string,
): T | undefined {
  return all.find((one) => wanted(one) === code) ?? all.find((one) => wanted(one) === '');
}

/** Id in the definition of the thing whose children a scope key holds: '' for a process or a called process. */
function containerOf(w: Work, scope: Key): { d: number; id: string } {
  const inst = scope === '' ? undefined : w.active(scope);
  if (!inst) return { d: 0, id: '' };
  const element = w.element(inst);
  if (element.type !== 'callActivity' || inst.many) return { d: inst.d, id: inst.element };
  return { d: w.definitionOf(scope), id: '' };
}

function catchIn(w: Work, scope: Key, kind: Kind, code: string): string | undefined {
  const inst = scope === '' ? undefined : w.active(scope);
  if (!inst?.many) {
    const { d, id } = containerOf(w, scope);
    const idle = eventSubProcessesOf(w.process(d), id).filter(
      ({ sub }) => !Object.values(w.state.elements).some((e) => e.scope === scope && e.element === sub.id),
    );
    const found = catcherOf(idle, ({ start }) => start.triggers?.[kind], code);
    if (found) {
      triggerEventSubProcess(w, d, scope, found.sub, found.start);
      return found.sub.id;
    }
  }
  if (!inst) return undefined;
  const boundary = catcherOf(boundariesAt(w.process(inst.d), inst), (b) => b.triggers[kind], code);
  if (boundary) triggerBoundary(w, inst, boundary);
  return boundary?.id;
}

/**
 * Throws from inside a scope, outwards.
 * @returns the catcher's id, or undefined when nothing catches it.
 */
export function throwFrom(w: Work, scope: Key, kind: Kind, code: string): string | undefined {
  let at: Key | undefined = scope;
  while (at !== undefined) {
    const caught = catchIn(w, at, kind, code);
    if (caught !== undefined) return caught;
    at = at === '' ? undefined : w.active(at)?.scope;
  }
  return undefined;
}

/** Throws from an element: its own boundary events first, then outwards. */
export function throwAt(w: Work, inst: ElementInstance, kind: Kind, code: string): string | undefined {
  const own = catcherOf(boundariesAt(w.process(inst.d), inst), (b) => b.triggers[kind], code);
  if (!own) return throwFrom(w, inst.scope, kind, code);
  triggerBoundary(w, inst, own);
  return own.id;
}

/** For what is not inside any element (a commitment's chase): any active catcher of the instance may take it, innermost first. */
export function throwToAny(w: Work, kind: Kind, code: string): string | undefined {
  const scopes = Object.values(w.state.elements).filter(
    (e) => e.d >= 0 && ['subProcess', 'callActivity'].includes(w.element(e).type),
  );
  for (const scope of [...scopes.reverse().map((e) => e.key), '']) {
    const caught = catchIn(w, scope, kind, code);
    if (caught !== undefined) return caught;
  }
  return undefined;
}
