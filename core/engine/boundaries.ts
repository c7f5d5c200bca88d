// Boundary events: armed with the element they are attached to; interrupting ones end it, the others run beside it.
import type { TimerTrigger } from '../../contract/index.ts';
import type { ElementInstance, Key } from '../state.ts';
import { setHappened } from './anchors.ts';
import { type Boundary, boundariesAt, boundariesOf, outgoingOf } from './compiled.ts';
import { type Answer, amount, condition } from './expressions.ts';
import { incident, take, terminate } from './flow.ts';
import { announceAhead } from './look-ahead.ts';
import { subscribeBoundary } from './subscriptions.ts';
import { countTimer } from './terms.ts';
import { setTimer } from './timers.ts';
import type { Work } from './work.ts';

const timerId = (key: Key, boundary: string) => `${key}/${boundary}`;

export function armBoundaries(w: Work, inst: ElementInstance): void {
  for (const b of boundariesAt(w.process(inst.d), inst)) {
    if (b.triggers.timer) armTimer(w, inst, b, 0);
    if (b.triggers.condition !== undefined) w.changed = true;
    if (b.triggers.message || b.triggers.signal !== undefined) subscribeBoundary(w, inst, b.id, b.triggers);
  }
}

/** The next firing of a boundary timer; a repeating one counts each firing from the same anchor. */
export function armTimer(w: Work, inst: ElementInstance, b: Boundary, done: number): void {
  const trigger = b.triggers.timer;
  if (!trigger) return;
  const times = repetitions(w, inst.scope, trigger);
  if (!times.ok) return incident(w, inst, 'TERM_ERROR', times.message, { kind: 'activate', key: inst.key });
  if (done >= times.value) return;
  const r = countTimer(w, { d: inst.d, scope: inst.scope, activated: inst.since }, trigger, {
    time: w.ctx.calendar.messageTime,
    times: done + 1,
  });
  if (!r.ok) return incident(w, inst, 'TERM_ERROR', r.message, { kind: 'activate', key: inst.key });
  if (r.value.at <= w.at && times.value > 1) return armTimer(w, inst, b, done + 1);
  w.patch(inst.key, { fired: { ...w.active(inst.key)?.fired, [b.id]: done } });
  setTimer(w, timerId(inst.key, b.id), r.value.at, { kind: 'boundary', key: inst.key, boundary: b.id }, b.id);
  announceAhead(w, inst.d, b.id, inst.scope, r.value.at);
}

/** How often a timer fires: once, so many times, or without end. */
export function repetitions(w: Work, scope: Key, { times }: TimerTrigger): Answer<number> {
  if (times === undefined) return { ok: true, value: 1 };
  return times === 'unlimited' ? { ok: true, value: Number.POSITIVE_INFINITY } : amount(w, scope, times);
}

/** A boundary timer's moment came. */
export function boundaryTimerFired(w: Work, key: Key, boundary: string): void {
  const inst = w.active(key);
  if (!inst) return;
  const b = boundariesOf(w.process(inst.d), inst.element).find((x) => x.id === boundary);
  if (!b) return;
  const done = (inst.fired?.[boundary] ?? 0) + 1;
  triggerBoundary(w, inst, b);
  const still = w.active(key);
  if (still && b.triggers.timer?.times !== undefined) armTimer(w, still, b, done);
}

/** Fires a boundary event: the path behind it begins, and an interrupting one first ends its element. */
export function triggerBoundary(w: Work, inst: ElementInstance, b: Boundary): void {
  const key = w.key();
  w.fact({ type: 'element.activated', element: b.id, key, scope: inst.scope });
  if (b.interrupting) terminate(w, inst.key, 'interrupted');
  setHappened(w, inst.d, b.id);
  w.fact({ type: 'element.completed', element: b.id, key });
  for (const flow of outgoingOf(w.process(inst.d), b.id)) take(w, inst.d, flow, inst.scope);
}

/** Conditional boundary events: fire each time their condition becomes true. */
export function checkBoundaryConditions(w: Work, inst: ElementInstance): void {
  for (const b of boundariesAt(w.process(inst.d), inst)) {
    if (b.triggers.condition === undefined) continue;
    const now = w.active(inst.key);
    if (!now) return;
    const r = condition(w, inst.scope, b.triggers.condition);
    const held = now.held?.[b.id] ?? false;
    const holds = r.ok && r.value;
    if (holds !== held) w.patch(inst.key, { held: { ...now.held, [b.id]: holds } });
    if (holds && !held) triggerBoundary(w, inst, b);
  }
}
