/** Which instance a message to an element is for: one where that element waits. */
import type { CompiledElement } from '../engine/compiled.ts';
import { boundariesOf, eventSubProcessesOf } from '../engine/compiled.ts';
import { elementsNamed } from './names.ts';
import type { Name } from './reading/name.ts';
import type { View } from './view.ts';

/** The oldest instance in which the named element is active, or listens beside one that is. */
export function waitingAt(views: View[], element: Name | undefined): View | undefined {
  if (!element) return undefined;
  return views.find((view) => {
    const ids = elementsNamed(view.processes, element.text).map(({ id }) => id);
    return listening(view).some((one) => ids.includes(one.id));
  });
}

/** Active elements, what is attached to them, and the event sub-processes of active scopes. */
function listening({ state, processes }: View): CompiledElement[] {
  const active = Object.values(state.elements).flatMap(({ d, element }) => {
    const process = processes[d];
    const own = process?.elements.get(element);
    return process && own ? [own, ...boundariesOf(process, element), ...startsOf(process, element)] : [];
  });
  return [...active, ...(processes[0] ? startsOf(processes[0], '') : [])];
}

function startsOf(process: NonNullable<View['processes'][number]>, scope: string): CompiledElement[] {
  return eventSubProcessesOf(process, scope).map(({ start }) => start);
}
