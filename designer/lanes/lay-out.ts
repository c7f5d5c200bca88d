/**
 * Lanes from top to bottom, columns from left to right, right angles. Beneath each row runs a channel and after each column a
 * gutter, where nothing stands: every arrow goes there, or along a row that is free. Deterministic.
 */
import type { Point } from '../actions/index.ts';
import { columnsOf } from './columns.ts';
import { BORDER_BELOW, type Plan, type PlanEdge, type PlanNode } from './plan.ts';
import { rowsOf } from './rows.ts';
import { type Stretch, tracksOf } from './tracks.ts';
import { waysOf } from './ways.ts';

export interface Lane {
  /** '' for what goes by itself. */
  role: string;
  y: number;
  height: number;
}

export interface Layout {
  lanes: Lane[];
  width: number;
  height: number;
  /** Of elements of the process itself and of what sits on their borders. */
  at: ReadonlyMap<string, Point>;
  bends: ReadonlyMap<string, Point[]>;
}

/** The name of a lane stands above its first row. */
const HEAD = 50;
const TRACK = 12;
/** Half the width of a gutter, half the height of a channel. */
const GUTTER = 22;
const CHANNEL = 14;
/** Words under an event or over a decision are about this wide. */
const WORDS = 132;
const EVENT = 40;

export function laidOut(plan: Plan): Layout {
  const columns = columnsOf(plan);
  const rows = rowsOf(plan, columns.of);
  const nodes = new Map(plan.nodes.map((one) => [one.id, one]));
  const column = (id: string): number => columns.of.get(id) ?? 0;
  const row = (id: string): number => rows.of.get(id) ?? 0;
  const ways = waysOf(plan, column, row);

  const channels = tracksOf(
    ways.flatMap(({ edge, out, into, along }): Stretch[] => {
      if (typeof along === 'string') return [];
      const start = 'border' in edge.exit ? column(edge.from) - 0.5 : out;
      return [
        {
          id: edge.id,
          place: along.channel,
          group: edge.to,
          from: Math.min(start, into),
          to: Math.max(start, into),
        },
      ];
    }),
  );
  const { lanes, line, under, height } = heights(plan, rows.lanes, rows.rows, nodes, channels.count);
  const startY = ({ from, exit }: PlanEdge): number =>
    'y' in exit ? (line[row(from)] ?? 0) - (nodes.get(from)?.middle ?? 0) + exit.y : 0;
  const endY = ({ to }: PlanEdge): number => line[row(to)] ?? 0;

  // Each way as the heights it runs at, and the gutters where it goes from one to the next.
  const leaving = counted(plan.edges, exitKey);
  const arriving = counted(plan.edges, ({ to }) => to);
  const runs = ways.map(({ edge, out, into, along }) => {
    const [a, b] = [startY(edge), endY(edge)];
    const asOut = (from: number, to: number) => turn(edge, 'out', out, from, to);
    const asIn = (from: number, to: number) => turn(edge, 'in', into, from, to);
    if (typeof along !== 'string') {
      const c = (under[along.channel] ?? 0) + (channels.of.get(edge.id) ?? 0) * TRACK;
      return { edge, channel: c, turns: 'border' in edge.exit ? [asIn(c, b)] : [asOut(a, c), asIn(c, b)] };
    }
    const apart = (leaving.get(exitKey(edge)) ?? 0) > 1 && (arriving.get(edge.to) ?? 0) < 2;
    const out_ = along === 'target' || (along === 'gutter' && apart);
    return { edge, turns: Math.abs(a - b) < 1 ? [] : [out_ ? asOut(a, b) : asIn(a, b)] };
  });
  const gutters = tracksOf(runs.flatMap(({ turns }) => turns.map(({ stretch }) => stretch)));
  const { left, widths, track, width } = across(plan, column, columns.count, gutters.count);

  const at = new Map<string, Point>();
  for (const node of plan.nodes) {
    const own = column(node.id);
    const x = Math.round((left[own] ?? 0) + ((widths[own] ?? 0) - node.width) / 2);
    const y = Math.round((line[row(node.id)] ?? 0) - node.middle);
    at.set(node.id, { x, y });
    for (const border of node.borders) at.set(border.id, { x: x + border.x, y: y + node.height - EVENT / 2 });
  }
  const bends = new Map(
    runs.map(({ edge, channel, turns }) => {
      const points = turns.flatMap(({ stretch, from, to }) => {
        const x = (track.get(stretch.place) ?? 0) + (gutters.of.get(stretch.id) ?? 0) * TRACK;
        return [
          { x, y: from },
          { x, y: to },
        ];
      });
      if ('border' in edge.exit)
        points.unshift({ x: (at.get(edge.exit.border)?.x ?? 0) + EVENT / 2, y: channel ?? 0 });
      return [edge.id, points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))];
    }),
  );
  return { lanes, width, height, at, bends };
}

const exitKey = ({ from, exit }: PlanEdge): string => `${from} ${'y' in exit ? exit.y : exit.border}`;

function counted<T>(all: readonly T[], key: (one: T) => string): Map<string, number> {
  const map = new Map<string, number>();
  for (const one of all) map.set(key(one), (map.get(key(one)) ?? 0) + 1);
  return map;
}

/** Up or down in a gutter: what leaves together goes together, what arrives together too, nearer to where it arrives. */
function turn(edge: PlanEdge, end: 'out' | 'in', place: number, from: number, to: number) {
  const group = end === 'out' ? `0 ${exitKey(edge)}` : `1 ${edge.to}`;
  const stretch: Stretch = {
    id: `${edge.id} ${end}`,
    place,
    group,
    from: Math.min(from, to),
    to: Math.max(from, to),
  };
  return { stretch, from, to };
}

/** Lanes, the line of each row where arrows come in, and the channel under it. */
function heights(
  plan: Plan,
  laneRows: readonly number[][],
  rows: readonly string[][],
  nodes: ReadonlyMap<string, PlanNode>,
  channelTracks: ReadonlyMap<number, number>,
) {
  const most = (at: number, of: (node: PlanNode) => number): number =>
    Math.max(
      0,
      ...(rows[at] ?? []).map((id) => {
        const node = nodes.get(id);
        return node ? of(node) : 0;
      }),
    );
  const line: number[] = [];
  const under: number[] = [];
  const lanes: Lane[] = [];
  let y = 0;
  for (const [index, role] of plan.lanes.entries()) {
    const top = y;
    y += HEAD;
    for (const at of laneRows[index] ?? []) {
      const own = y + most(at, (node) => node.middle + node.above);
      line[at] = own;
      const below = (node: PlanNode) =>
        node.height - node.middle + Math.max(node.below, node.borders.length > 0 ? BORDER_BELOW : 0);
      under[at] = own + most(at, below) + CHANNEL;
      y = (under[at] ?? 0) + CHANNEL + Math.max(0, (channelTracks.get(at) ?? 0) - 1) * TRACK;
    }
    lanes.push({ role, y: Math.round(top), height: Math.round(y) - Math.round(top) });
  }
  return { lanes, line, under, height: Math.round(y) };
}

/** Columns and the gutters between them: a gutter has room for the words of what leaves there and for its tracks. */
function across(
  plan: Plan,
  column: (id: string) => number,
  count: number,
  gutterTracks: ReadonlyMap<number, number>,
) {
  const labels = new Map<number, number>();
  for (const { from, exit, label } of plan.edges)
    if ('y' in exit) labels.set(column(from), Math.max(labels.get(column(from)) ?? 0, label));
  const widths: number[] = Array.from({ length: count }, () => WORDS);
  for (const { id, width } of plan.nodes) widths[column(id)] = Math.max(widths[column(id)] ?? 0, width);
  const left: number[] = [];
  const track = new Map<number, number>();
  let x = 0;
  const gutter = (at: number) => {
    const words = labels.get(at) ?? 0;
    const start = x + (words > 0 ? words - 8 : 0) + GUTTER;
    track.set(at, start);
    x = start + Math.max(0, (gutterTracks.get(at) ?? 0) - 1) * TRACK + GUTTER;
  };
  gutter(-1);
  for (let at = 0; at < count; at += 1) {
    left[at] = x;
    x += widths[at] ?? 0;
    gutter(at);
  }
  return { left, widths, track, width: Math.round(x) };
}
