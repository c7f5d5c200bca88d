/** Elements that say in which lane they lie, to who hears them. The same object each time, so that nothing is drawn anew. */
import type { DrawnNode } from '../canvas/to-flow.ts';
import type { LanesView } from './lanes-view.ts';

/** The band that names a lane, from top to bottom. */
export const bandId = (index: number): string => `lane-${index}`;

const known = new WeakMap<DrawnNode, DrawnNode>();

export function described(nodes: DrawnNode[], view: LanesView | undefined): DrawnNode[] {
  if (!view) return nodes;
  const band = new Map(
    view.lanes.flatMap(({ elements }, index) => elements.map((id) => [id, bandId(index)] as const)),
  );
  return nodes.map((node) => {
    const by = band.get(node.id);
    const found = known.get(node);
    if (found && found.domAttributes?.['aria-describedby'] === by) return found;
    const made = { ...node, domAttributes: { ...node.domAttributes, 'aria-describedby': by } };
    known.set(node, made);
    return made;
  });
}
