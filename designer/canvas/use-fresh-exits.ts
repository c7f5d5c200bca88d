/** Exits that came, went or changed places are found again by the flows that hang on them. */
import { useUpdateNodeInternals } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { DrawnNode } from './to-flow.ts';

export function useFreshExits(nodes: readonly DrawnNode[]): void {
  const update = useUpdateNodeInternals();
  const before = useRef<ReadonlyMap<string, string>>(undefined);
  useEffect(() => {
    const now = new Map(nodes.map(({ id, data }) => [id, data.facts.exits.map((exit) => exit.id).join()]));
    const was = before.current;
    before.current = now;
    // What appears is measured by React Flow itself.
    const changed = was
      ? [...now].flatMap(([id, exits]) => (was.has(id) && was.get(id) !== exits ? [id] : []))
      : [];
    if (changed.length > 0) update(changed);
  }, [nodes, update]);
}
