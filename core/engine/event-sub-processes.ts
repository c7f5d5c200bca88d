// Event sub-processes: wait beside a scope for a timer, message, signal, condition, escalation or error, and interrupt it or not.
import type { ElementOf } from '../../contract/index.ts';
import type { Key } from '../state.ts';
import { repetitions } from './boundaries.ts';
import type { CompiledOf } from './compiled.ts';
import { activate, clearScope, incident } from './flow.ts';
import { subscribeStart } from './subscriptions.ts';
import { countTimer } from './terms.ts';
import { setTimer } from './timers.ts';
import type { Work } from './work.ts';

type Start = ElementOf<'startEvent'>;

/** Begins to wait with its scope; what cannot be worked out is an incident, and the scope goes on. */
export function armStart(w: Work, d: number, scope: Key, sub: CompiledOf<'subProcess'>, start: Start): void {
  const { triggers } = start;
  if (!triggers) return;
  armStartTimer(w, { d, scope, sub: sub.id }, start, 0);
  const wrong = subscribeStart(w, { d, scope, sub: sub.id, start: start.id }, triggers);
  if (wrong !== undefined) stuck(w, { d, scope, sub: sub.id }, 'EXPRESSION_ERROR', wrong);
}

interface Place {
  d: number;
  scope: Key;
  /** Id of the event sub-process. */
  sub: string;
}

const stuck = (w: Work, { d, scope, sub }: Place, code: 'TERM_ERROR' | 'EXPRESSION_ERROR', message: string) =>
  incident(w, { d, element: sub }, code, `${message} ('${sub}')`, { kind: 'arm', scope });

/** The next firing of its timer; what repeats counts each from the moment its scope began. */
export function armStartTimer(w: Work, place: Place, start: Start, done: number): void {
  const { d, scope, sub } = place;
  const timer = start.triggers?.timer;
  if (!timer) return;
  const times = repetitions(w, scope, timer);
  if (!times.ok) return stuck(w, place, 'TERM_ERROR', times.message);
  if (done >= times.value) return;
  const since = scope === '' ? w.state.startedAt : (w.active(scope)?.since ?? w.at);
  const r = countTimer(w, { d, scope, activated: since }, timer, {
    time: w.ctx.calendar.messageTime,
    times: done + 1,
  });
  if (!r.ok) return stuck(w, place, 'TERM_ERROR', r.message);
  setTimer(
    w,
    `${scope}/${start.id}`,
    r.value.at,
    { kind: 'start', scope, element: sub, d, ...(done > 0 ? { done } : {}) },
    start.id,
  );
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
