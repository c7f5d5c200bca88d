/** Looks inside a running instance: the form and outcomes of a task, its variables, and what comes next. */
import type { Anchor, Form, Outcome } from '../../contract/index.ts';
import { anchorAt } from '../../core/engine/anchors.ts';
import { type Compiled, type CompiledElement, compile, foresee, type State } from '../../core/index.ts';
import type { Variables } from '../../core/state.ts';
import { countsFrom } from '../../core/term-kind.ts';
import type { Deps } from '../deps.ts';

export interface Inside {
  state: State;
  processes: Compiled[];
}

/** Undefined when the engine does not answer: a page shows what it knows without. */
export async function inside({ engine, store, log }: Deps, instance: string): Promise<Inside | undefined> {
  try {
    const state = await engine.state(instance);
    const processes = await Promise.all(
      state.definitions.map(async (hash) => {
        const definition = await store.versions.definition(hash);
        if (!definition) throw new Error(`Expected the definition ${hash} to be in the store`);
        return compile(definition, hash);
      }),
    );
    return { state, processes };
  } catch (error) {
    log.warn({ instance, error: (error as Error).name }, 'an instance could not be looked into');
    return undefined;
  }
}

export interface TaskInside {
  element: CompiledElement & { type: 'userTask' };
  form?: Form;
  outcomes: Pick<Outcome, 'id' | 'label' | 'by'>[];
  variables: Variables;
}

/** The task as it stands open; undefined when it does not. */
export function taskInside({ state, processes }: Inside, key: string): TaskInside | undefined {
  const open = state.elements[key];
  if (!open?.task) return undefined;
  const variables = scoped(state, open.scope);
  const process = processes[Math.max(open.d, 0)];
  const element = open.d < 0 ? undefined : process?.elements.get(open.element);
  // Tasks that a ladder made have outcomes of their own.
  if (element?.type !== 'userTask')
    return {
      element: { type: 'userTask', id: open.element, roles: open.task.roles },
      outcomes: open.task.outcomes ?? [],
      variables,
    };
  const form = element.form === undefined ? undefined : process?.forms.get(element.form);
  return { element, outcomes: element.outcomes ?? [], variables, ...(form ? { form } : {}) };
}

/** What a scope sees: its own variables over those around it. */
function scoped(state: State, scope: string): Variables {
  const own = state.variables[scope] ?? {};
  if (scope === '') return own;
  const around = state.elements[scope]?.scope ?? '';
  return { ...scoped(state, around), ...own };
}

/** Whether what a term counts from has been: until then its day is a guess. */
function happened(state: State, d: number, from: Anchor): boolean {
  if (typeof from === 'string' || !('element' in from)) return true;
  return anchorAt(state, d, from.element)?.[from.moment] !== undefined;
}

export interface Coming {
  element: CompiledElement;
  at: string;
  roles: string[];
}

/** Steps that have a day already because it is counted from something that happened, soonest first. */
export function coming(
  { state, processes }: Inside,
  surroundings: Awaited<ReturnType<Deps['engine']['surroundings']>>,
  at: string,
): Coming[] {
  const ctx = {
    ...surroundings,
    process: (hash: string) => processes.find((one) => one.hash === hash) as Compiled,
  };
  return foresee(ctx, state, at)
    .filter(({ open, due }) => !open && due >= at)
    .flatMap(({ element: id, due }): Coming[] => {
      const d = processes.findIndex(({ elements }) => elements.has(id));
      const element = processes[d]?.elements.get(id);
      if (element?.type !== 'userTask') return [];
      const from = element.term && countsFrom(element.term);
      const isAnchored = from !== undefined && from !== 'activation' && happened(state, d, from);
      const wasThere = anchorAt(state, d, id) !== undefined;
      return isAnchored && !wasThere ? [{ element, at: due, roles: element.roles }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
