// What an act would do, before it is done: the same step on the same state, and forgotten.
import type { Act, ActPreview } from '../../contract/index.ts';
import type { Instant } from '../calendar/index.ts';
import { step } from '../engine/step.ts';
import type { Ctx } from '../engine/work.ts';
import type { ElementInstance, State } from '../state.ts';
import { rescheduled } from './rescheduled.ts';

/** Pure. What the host would answer (work that is done at once, who holds a role) is not foreseen. */
export function previewAct(ctx: Ctx, state: State, act: Act, at: Instant): ActPreview {
  const taken = step(ctx, state, { ...act, at });
  if (!taken.ok) return { refused: taken.rejection, begins: [], ends: [], rescheduled: [], variables: [] };
  const after = taken.state;
  return {
    begins: named(after, (key) => state.elements[key] === undefined),
    ends: named(state, (key) => after.elements[key] === undefined),
    rescheduled: rescheduled(state, after),
    variables: changedVariables(state, after),
  };
}

function named(state: State, is: (key: string) => boolean): ActPreview['begins'] {
  return Object.values(state.elements)
    .filter(({ key }: ElementInstance) => is(key))
    .map(({ key, element, task }) => ({ key, element, ...(task ? { task: task.name } : {}) }));
}

/** Of the instance as a whole. */
function changedVariables(before: State, after: State): ActPreview['variables'] {
  const [was, is] = [before.variables[''] ?? {}, after.variables[''] ?? {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
    .map((name) => ({ name, from: was[name] ?? null, to: is[name] ?? null }));
}
