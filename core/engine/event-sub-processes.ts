// Event sub-processes: wait beside a scope for a timer, message, escalation, error or signal, and interrupt it or not.
import type { ElementOf } from '../../contract/index.ts';
import type { Key } from '../state.ts';
import type { CompiledOf } from './compiled.ts';
import { activate, clearScope } from './flow.ts';
import { countTerm } from './terms.ts';
import { setTimer } from './timers.ts';
import type { Work } from './work.ts';

type Start = ElementOf<'startEvent'>;

export function armStart(w: Work, d: number, scope: Key, sub: CompiledOf<'subProcess'>, start: Start): void {
  const timer = start.triggers?.timer;
  if (!timer) return;
  const r = countTerm(w, { d, scope, activated: w.at }, timer.term, { time: w.ctx.calendar.messageTime });
  if (!r.ok) throw new Error(r.message);
  setTimer(w, `${scope}/${start.id}`, r.value.at, { kind: 'start', scope, element: sub.id, d }, start.id);
}

/** Starts an event sub-process in its scope; an interrupting one first ends everything else there. */
export function triggerEventSubProcess(
  w: Work,
  d: number,
  scope: Key,
  sub: CompiledOf<'subProcess'>,
  start: Start,
): void {
  if (start.interrupting ?? true) clearScope(w, scope, 'interrupted');
  activate(w, d, sub, scope);
}
