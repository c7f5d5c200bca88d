/** Which instance a BPMN message without an address is for: one where something waits for it. */
import type { CompiledElement } from '../engine/compiled.ts';
import { boundariesOf, eventSubProcessesOf } from '../engine/compiled.ts';
import { elementsNamed } from './names.ts';
import type { StepOf } from './reading/steps.ts';
import type { View } from './view.ts';

/** The oldest instance with an active element that the message names or that waits for its name. */
export function waitingFor(views: View[], { name, element }: StepOf<'message'>['with']): View | undefined {
  return views.find((view) => {
    const ids = element && elementsNamed(view.processes, element.text).map(({ id }) => id);
    return listening(view).some((one) =>
      ids ? ids.includes(one.id) : name !== undefined && messageOf(one) === name,
    );
  });
}

function messageOf(element: CompiledElement): string | undefined {
  return 'triggers' in element ? element.triggers?.message?.name : undefined;
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
