// Timers of an instance: moments kept in the state; the host arms one, for the earliest.
import type { Instant } from '../calendar/index.ts';
import type { Key, State, Timer } from '../state.ts';
import type { Work } from './work.ts';

type NewTimer = Timer extends infer T ? (T extends Timer ? Omit<T, 'at' | 'n'> : never) : never;

/** Sets a timer under a stable id; one with the same id is replaced. */
export function setTimer(w: Work, id: string, at: Instant, timer: NewTimer, element?: string): void {
  const timers = w.own('timers');
  const n = Number(w.key());
  timers[id] = { ...timer, at, n } as Timer;
  w.fact({ type: 'timer.set', timer: id, ...(element === undefined ? {} : { element }), due: at });
}

export function cancelTimer(w: Work, id: string, element?: string): void {
  if (!(id in w.state.timers)) return;
  delete w.own('timers')[id];
  w.fact({ type: 'timer.cancelled', timer: id, ...(element === undefined ? {} : { element }) });
}

/** All timers that hang on an element instance. */
export function cancelTimers(w: Work, key: Key): void {
  for (const [id, t] of Object.entries(w.state.timers)) {
    if ((t.kind === 'wait' || t.kind === 'boundary') && t.key === key)
      cancelTimer(w, id, w.active(key)?.element);
  }
}

/** Ids of the timers due at or before a moment, in the order in which they fire. */
export function dueTimers(state: State, at: Instant): string[] {
  return Object.entries(state.timers)
    .filter(([, t]) => t.at <= at)
    .sort(([, a], [, b]) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.n - b.n))
    .map(([id]) => id);
}

/** The earliest moment at which the instance has something to do by itself. */
export function nextDue(state: State): Instant | undefined {
  if (state.status !== 'running') return undefined;
  let next: Instant | undefined;
  for (const id in state.timers) {
    const at = state.timers[id]?.at;
    if (at !== undefined && (next === undefined || at < next)) next = at;
  }
  return next;
}
