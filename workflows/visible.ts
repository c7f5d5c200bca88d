/** What Temporal's screens may show of an instance: ids, sides and roles, never personal data. Pure, shared with the client that starts it. */
import { nextDue } from '../core/index.ts';
import type { State } from '../core/state.ts';
import type { searchAttributes } from './search-attributes.ts';

/** Absent: not applicable. Moments as text; the hosts turn them into dates. */
export type Visible = {
  [Name in keyof typeof searchAttributes]?:
    | ((typeof searchAttributes)[Name] extends 'KeywordList' ? string[] : string)
    | undefined;
};

export function visible(org: string, process: string, state: State): Visible {
  const due = nextDue(state);
  const waitingOn = waitingFor(state);
  return {
    SpeelruimteOrg: org,
    SpeelruimteProcess: process,
    SpeelruimteStatus: statusOf(state),
    ...(state.initiative ? { SpeelruimteInitiative: state.initiative } : {}),
    ...(state.world ? { SpeelruimteWorld: state.world } : {}),
    ...(due ? { SpeelruimteNextDue: due } : {}),
    ...(waitingOn.length > 0 ? { SpeelruimteWaitingOn: waitingOn } : {}),
  };
}

function statusOf(state: State): string {
  if (state.status !== 'running') return state.status;
  if (Object.keys(state.incidents).length > 0) return 'stuck';
  if (state.paused) return 'paused';
  return state.resting ? 'resting' : 'running';
}

function waitingFor(state: State): string[] {
  const waitingOn = new Set<string>();
  for (const { task } of Object.values(state.elements)) {
    if (!task) continue;
    waitingOn.add(task.side);
    for (const role of task.roles) waitingOn.add(role);
  }
  return [...waitingOn].sort();
}
