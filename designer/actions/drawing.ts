/** What an action works on: a definition, and what is selected in it. */
import type { Definition, Element, Flow } from '../../contract/index.ts';
import type { Bilingual } from '../../core/calendar/index.ts';

export type { Point } from '../../core/picture/sizes.ts';

export interface Selection {
  elements: string[];
  flows: string[];
}

export interface Drawing {
  definition: Definition;
  selection: Selection;
}

/** Whether something may be done, and if not, why, in words for the person who tries. */
export type Allowed = { ok: true } | { ok: false; why: Bilingual };

export const yes: Allowed = { ok: true };
export const no = (nl: string, en: string): Allowed => ({ ok: false, why: { nl, en } });

export const nothingSelected: Selection = { elements: [], flows: [] };
export const onlyElement = (id: string): Selection => ({ elements: [id], flows: [] });
export const onlyFlow = (id: string): Selection => ({ elements: [], flows: [id] });

/** Below this a list is as fast. */
const FEW = 64;
const places = new WeakMap<readonly Element[], ReadonlyMap<string, number>>();
function placesOf(elements: readonly Element[]): ReadonlyMap<string, number> {
  let found = places.get(elements);
  if (!found) {
    found = new Map(elements.map(({ id }, at) => [id, at]));
    places.set(elements, found);
  }
  return found;
}

/** In a large drawing by where it stands in the list: it is asked for thousands of times while something is dragged. */
export function elementOf({ elements }: Definition, id: string | undefined): Element | undefined {
  if (id === undefined) return undefined;
  if (elements.length >= FEW) {
    const element = elements[placesOf(elements).get(id) ?? -1];
    if (element?.id === id) return element;
  }
  return elements.find((element) => element.id === id);
}
export const flowOf = ({ flows }: Definition, id: string | undefined): Flow | undefined =>
  flows.find((flow) => flow.id === id);

/** The selected element when it is the only thing selected. */
export function single({ definition, selection }: Drawing): Element | undefined {
  return selection.elements.length === 1 && selection.flows.length === 0
    ? elementOf(definition, selection.elements[0])
    : undefined;
}

/** The selected flow when it is the only thing selected. */
export function singleFlow({ definition, selection }: Drawing): Flow | undefined {
  return selection.flows.length === 1 && selection.elements.length === 0
    ? flowOf(definition, selection.flows[0])
    : undefined;
}

export const outgoing = ({ flows }: Definition, id: string): Flow[] =>
  flows.filter(({ from }) => from === id);
export const incoming = ({ flows }: Definition, id: string): Flow[] => flows.filter(({ to }) => to === id);

/** Elements with everything inside them and everything on their borders. */
export function withContents({ elements }: Definition, ids: readonly string[]): Set<string> {
  const all = new Set(ids);
  for (let before = -1; before !== all.size; ) {
    before = all.size;
    for (const element of elements)
      if (
        (element.parent !== undefined && all.has(element.parent)) ||
        (element.type === 'boundaryEvent' && all.has(element.attachedTo))
      )
        all.add(element.id);
  }
  return all;
}

/** The definition with one element replaced by what `change` makes of it. */
export function withElement(
  definition: Definition,
  id: string,
  change: (element: Element) => Element,
): Definition {
  return {
    ...definition,
    elements: definition.elements.map((element) => (element.id === id ? change(element) : element)),
  };
}

/** A copy without the keys that hold undefined: definitions are JSON. */
export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
