/** Undo and redo: one gesture is one step, however many changes it made on the way. */
import type { Drawing } from './drawing.ts';

export interface History {
  past: Drawing[];
  present: Drawing;
  future: Drawing[];
  /** The gesture that made the present; what comes under the same name joins it. */
  gesture?: string;
}

/** Steps that are kept. */
export const MAX_STEPS = 200;

export const begun = (present: Drawing): History => ({ past: [], present, future: [] });

/** A new present. Selecting alone is no step; `gesture` joins changes, as the letters typed in one field. */
export function done(history: History, next: Drawing, gesture?: string): History {
  const { past, present, future } = history;
  if (next === present) return history;
  if (next.definition === present.definition)
    return {
      past,
      present: next,
      future,
      ...(history.gesture === undefined ? {} : { gesture: history.gesture }),
    };
  if (gesture !== undefined && gesture === history.gesture)
    return { past, present: next, future: [], gesture };
  return {
    past: [...past, present].slice(-MAX_STEPS),
    present: next,
    future: [],
    ...(gesture === undefined ? {} : { gesture }),
  };
}

/** The gesture is over: the next change is a step of its own. */
export const settled = ({ past, present, future }: History): History => ({ past, present, future });

export function undone(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future] };
}

export function redone(history: History): History {
  const [next, ...rest] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future: rest };
}
