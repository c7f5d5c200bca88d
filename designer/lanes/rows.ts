/**
 * Rows within lanes: an element stands in the row of what leads to it when that is free, else the nearest below. Parts that
 * are open have rows of their own, so that they do not push what is small apart.
 */
import type { Plan } from './plan.ts';

/** Cards with a few outcomes are lower than this. */
const TALL = 210;

export interface Rows {
  of: ReadonlyMap<string, number>;
  /** Elements per row, of all lanes from top to bottom. */
  rows: string[][];
  /** Which rows a lane has. */
  lanes: number[][];
}

export function rowsOf(plan: Plan, columns: ReadonlyMap<string, number>): Rows {
  const column = (id: string): number => columns.get(id) ?? 0;
  const lane = new Map(plan.nodes.map((one) => [one.id, one.lane]));
  const sources = new Map<string, { from: string; order: number }[]>();
  for (const [order, { from, to }] of plan.edges.entries())
    if (column(from) < column(to)) sources.set(to, [...(sources.get(to) ?? []), { from, order }]);

  const tall = new Map(plan.nodes.map((one) => [one.id, one.height > TALL]));
  const inLane = new Map<string, number>();
  const taken = new Set<string>();
  const most = { low: new Map<string, number>(), tall: new Map<string, number>() };
  const place = (id: string): { wanted: number; order: number } => {
    const own = (sources.get(id) ?? [])
      .filter(({ from }) => lane.get(from) === lane.get(id) && tall.get(from) === tall.get(id))
      .toSorted((a, b) => column(b.from) - column(a.from) || a.order - b.order)[0];
    return own
      ? { wanted: inLane.get(own.from) ?? 0, order: own.order }
      : { wanted: 0, order: sources.get(id)?.[0]?.order ?? plan.edges.length };
  };
  const byColumn = new Map<number, string[]>();
  for (const { id } of plan.nodes) byColumn.set(column(id), [...(byColumn.get(column(id)) ?? []), id]);
  for (const [at, ids] of [...byColumn].toSorted(([a], [b]) => a - b)) {
    const ordered = ids
      .map((id, index) => ({ id, index, ...place(id) }))
      .toSorted((a, b) => a.wanted - b.wanted || a.order - b.order || a.index - b.index);
    for (const { id, wanted } of ordered) {
      const role = lane.get(id) ?? '';
      const kind = tall.get(id) ? 'tall' : 'low';
      let row = wanted;
      while (taken.has(`${role} ${kind} ${at} ${row}`)) row += 1;
      taken.add(`${role} ${kind} ${at} ${row}`);
      inLane.set(id, row);
      most[kind].set(role, Math.max(most[kind].get(role) ?? 0, row + 1));
    }
  }

  const first = new Map<string, number>();
  const lanes: number[][] = [];
  let count = 0;
  for (const role of plan.lanes) {
    const rows = (most.low.get(role) ?? 0) + (most.tall.get(role) ?? 0);
    first.set(role, count);
    lanes.push(Array.from({ length: rows }, (_, i) => count + i));
    count += rows;
  }
  const of = new Map(
    plan.nodes.map(({ id, lane: role }) => {
      const above = tall.get(id) ? (most.low.get(role) ?? 0) : 0;
      return [id, (first.get(role) ?? 0) + above + (inLane.get(id) ?? 0)];
    }),
  );
  const rows: string[][] = Array.from({ length: count }, () => []);
  for (const [id, row] of of) rows[row]?.push(id);
  return { of, rows, lanes };
}
