/** Columns from left to right: each element stands after everything that leads to it, except where the way goes back. */
import type { Plan } from './plan.ts';

export interface Columns {
  of: ReadonlyMap<string, number>;
  count: number;
}

export function columnsOf({ nodes, edges, after }: Plan): Columns {
  const next = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) if (from !== to) next.get(from)?.push(to);
  for (const [from, to] of after) if (from !== to) next.get(from)?.push(to);
  for (const { id, after: anchor } of nodes) if (anchor !== undefined) next.get(anchor)?.push(id);

  const entered = new Set([...next.values()].flat());
  const roots = [...nodes.filter(({ id }) => !entered.has(id)), ...nodes];
  // Depth first: an arrow to what is still being followed goes back, and counts for nothing.
  const done: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const ahead = new Map<string, string[]>();
  for (const { id: root } of roots) {
    if (state.has(root)) continue;
    const stack = [{ id: root, at: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = next.get(top.id)?.[top.at];
      top.at += 1;
      if (to === undefined) {
        state.set(top.id, 'done');
        done.push(top.id);
        stack.pop();
      } else if (state.get(to) !== 'open') {
        ahead.set(top.id, [...(ahead.get(top.id) ?? []), to]);
        if (!state.has(to)) {
          state.set(to, 'open');
          stack.push({ id: to, at: 0 });
        }
      }
    }
  }
  const of = new Map<string, number>(nodes.map(({ id }) => [id, 0]));
  for (const id of done.reverse())
    for (const to of ahead.get(id) ?? []) of.set(to, Math.max(of.get(to) ?? 0, (of.get(id) ?? 0) + 1));
  return { of, count: Math.max(0, ...of.values()) + 1 };
}
