// Questions about a state that hosts ask without changing it.
import type { Commitment, Incident, Job, Raised, State, Task, Timer } from '../state.ts';

export interface Outstanding {
  tasks: { key: string; element: string; d: number; task: Task }[];
  jobs: Job[];
  timers: (Timer & { id: string })[];
  commitments: Commitment[];
  raised: Raised[];
  incidents: Incident[];
}

/** Everything that still has to happen: the same list for reload, continue-as-new and a restarted rehearsal. */
export function outstanding(state: State): Outstanding {
  return {
    tasks: Object.values(state.elements).flatMap((e) =>
      e.task && !e.parts ? [{ key: e.key, element: e.element, d: e.d, task: e.task }] : [],
    ),
    jobs: Object.values(state.jobs),
    timers: Object.entries(state.timers).map(([id, t]) => ({ ...t, id })),
    commitments: Object.values(state.commitments),
    raised: Object.values(state.raised),
    incidents: Object.values(state.incidents),
  };
}

/** Work, reminders and requests are sent only while their item is open; news, results and honest messages always. */
const HOLDS_WHILE_OPEN = /^(open|chase|headsUp|newDate)/;

const partsOf = (instance: string, noteKey: string) => noteKey.slice(instance.length).split('/');

/** Which notes of an instance that has ended may still be sent: what it told at its end is not lost with it. */
export const holdsAfterEnd = (instance: string, noteKeys: string[]): string[] =>
  noteKeys.filter((key) => !HOLDS_WHILE_OPEN.test(partsOf(instance, key)[3] ?? ''));

/**
 * Which of these notes may still be sent. Work, reminders and requests only while their item is open in the same round;
 * news, results and honest messages always.
 */
export function stillHolds(state: State, noteKeys: string[]): string[] {
  return noteKeys.filter((key) => {
    const [, item, round, what, to] = partsOf(state.instance, key);
    // Whoever is absent gets nothing, also not what was on its way.
    if (to !== undefined && to in state.absent) return false;
    if (item === undefined || what === undefined || !HOLDS_WHILE_OPEN.test(what)) return true;
    if (!/^open/.test(what) && state.chases[item]?.rests) return false;
    const commitment = state.commitments[item];
    if (commitment) return what === 'open' || String(state.chases[item]?.round ?? 1) === round;
    const [name, part] = item.split('#') as [string, string | undefined];
    if (part !== undefined) return part in state.elements;
    if (name.includes('@'))
      return Object.values(state.elements).some(
        (e) => e.task?.item === name && (what !== 'open' || String(e.task.round) === round),
      );
    return Object.values(state.elements).some(
      (e) => e.task?.name === name && (what !== 'open' || String(e.task.round) === round),
    );
  });
}
