// Which moments differ between two states of an instance: of a task, a wait, a boundary event.
import type { Rescheduled } from '../../contract/index.ts';
import type { Instant } from '../calendar/index.ts';
import type { State } from '../state.ts';

/**
 * Due moments and timers that differ between two states of an instance, by their name in the second and the key of what they
 * hang on.
 * @param now gives the id that an element of the first has in the second.
 */
export function rescheduled(
  before: State,
  after: State,
  now: (element: string) => string = (id) => id,
): Rescheduled[] {
  const [was, is] = [moments(before, now), moments(after, (id) => id)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): Rescheduled[] => {
    const [from, to] = [was.get(id)?.at, is.get(id)?.at];
    if (from === to) return [];
    const item = (is.get(id) ?? was.get(id))?.name ?? id;
    return [{ item, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

/** Every moment by what it hangs on; `now` gives an element's id in the new version. */
function moments(state: State, now: (id: string) => string): Map<string, { name: string; at: Instant }> {
  const found = new Map<string, { name: string; at: Instant }>();
  for (const { key, element, task } of Object.values(state.elements))
    if (task?.due !== undefined) found.set(`task ${key}`, { name: now(element), at: task.due });
  for (const timer of Object.values(state.timers)) {
    const { at } = timer;
    if (timer.kind === 'wait')
      found.set(`wait ${timer.key}`, { name: now(state.elements[timer.key]?.element ?? ''), at });
    if (timer.kind === 'boundary')
      found.set(`border ${timer.key} ${now(timer.boundary)}`, { name: now(timer.boundary), at });
    if (timer.kind === 'start')
      found.set(`start ${timer.scope} ${now(timer.element)}`, { name: now(timer.element), at });
  }
  return found;
}
