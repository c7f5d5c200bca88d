// What an element's surroundings say about it when it is written: its lane's role, and which flow is its default.
import type { Definition } from '../../contract/index.ts';
import type { Surroundings } from './fresh.ts';
import type { Roots } from './roots.ts';

export function surroundingsOf(
  { elements, flows, artifacts = [] }: Pick<Definition, 'elements' | 'flows' | 'artifacts'>,
  roots: Roots,
): Surroundings {
  const laneRoles = new Map<string, string>();
  for (const one of artifacts)
    if (one.type === 'lane' && one.role !== undefined)
      for (const id of one.elements) laneRoles.set(id, one.role);
  // What is in a sub-process lies in its lane.
  for (const { id, parent } of elements) {
    const around = parent === undefined || laneRoles.has(id) ? undefined : laneRoles.get(parent);
    if (around !== undefined) laneRoles.set(id, around);
  }
  const defaults = new Map(flows.filter((one) => one.default).map(({ id, from }) => [from, id]));
  return { roots, laneRoles, defaults, ids: new Set(elements.map(({ id }) => id)) };
}
