/** Which way an arrow goes: through the gutter when it leads to the next column, along a free row, or along a channel beneath one. */
import type { Plan, PlanEdge } from './plan.ts';

export interface Way {
  edge: PlanEdge;
  /** Gutters it goes up or down in: after its source, before its target. */
  out: number;
  into: number;
  /** Along the row of its source or its target, or along the channel beneath a row. */
  along: 'gutter' | 'source' | 'target' | { channel: number };
}

export function waysOf(plan: Plan, column: (id: string) => number, row: (id: string) => number): Way[] {
  const middle = new Map(plan.nodes.map((one) => [one.id, one.middle]));
  const cells = new Map<string, string>();
  for (const { id } of plan.nodes) cells.set(`${row(id)} ${column(id)}`, `element ${id}`);
  /** Takes a row between two columns for what goes to or comes from one place. */
  const taken = (at: number, from: number, to: number, by: string): boolean => {
    const between = Array.from({ length: to - from - 1 }, (_, i) => `${at} ${from + 1 + i}`);
    if (between.some((cell) => (cells.get(cell) ?? by) !== by)) return false;
    for (const cell of between) cells.set(cell, by);
    return true;
  };
  return plan.edges.map((edge): Way => {
    const { from, to, exit } = edge;
    const [a, b] = [column(from), column(to)];
    const way = { edge, out: a, into: b - 1 };
    if ('border' in exit) return { ...way, along: { channel: row(from) } };
    if (b === a + 1) return { ...way, along: 'gutter' };
    const level = exit.y === middle.get(from);
    if (b > a && taken(row(to), a, b, `to ${to}`)) return { ...way, along: 'target' };
    if (b > a && level && taken(row(from), a, b, `from ${from}`)) return { ...way, along: 'source' };
    const channel = row(from) < row(to) ? row(to) - 1 : row(to);
    return { ...way, along: { channel } };
  });
}
