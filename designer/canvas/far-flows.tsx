/**
 * Flows seen from so far that no word can be read: all of them as one line, instead of a thousand pieces of the page that are
 * each asked at every move where they are. What is marked, chosen or being moved is drawn by itself, as it is from nearby.
 */
import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { rounded, wayOf } from '../../core/picture/route.ts';
import type { Point } from '../actions/index.ts';
import styles from './edge.module.css';
import type { DrawnEdge, DrawnNode } from './to-flow.ts';

export interface FarFlows {
  /** Drawn by themselves. */
  edges: DrawnEdge[];
  /** All others, and their arrowheads. */
  lines: string;
  heads: string;
}

/** Only when `far`; else all are drawn by themselves. */
export function useFarFlows(
  edges: DrawnEdge[],
  nodes: readonly DrawnNode[],
  moving: ReadonlyMap<string, Point>,
  far: boolean,
): FarFlows {
  return useMemo(
    () => (far ? fromAfar(edges, nodes, moving) : { edges, lines: '', heads: '' }),
    [edges, nodes, moving, far],
  );
}

export function fromAfar(
  edges: readonly DrawnEdge[],
  nodes: readonly DrawnNode[],
  moving: ReadonlyMap<string, Point>,
): FarFlows {
  const origins = new Map<string, Point>();
  const moved = new Set<string>();
  // What contains others comes before them.
  for (const { id, parentId, position } of nodes) {
    const around = parentId === undefined ? undefined : origins.get(parentId);
    origins.set(id, { x: position.x + (around?.x ?? 0), y: position.y + (around?.y ?? 0) });
    if (moving.has(id) || (parentId !== undefined && moved.has(parentId))) moved.add(id);
  }
  const alone: DrawnEdge[] = [];
  const lines: string[] = [];
  const heads: string[] = [];
  for (const edge of edges) {
    const origin = edge.data?.scope === undefined ? NOWHERE : origins.get(edge.data.scope);
    if (!origin || edge.selected || isMarked(edge) || moved.has(edge.source) || moved.has(edge.target)) {
      alone.push(edge);
      continue;
    }
    const { line, head } = drawnOf(edge, origin);
    lines.push(line);
    heads.push(head);
  }
  return { edges: alone, lines: lines.join(''), heads: heads.join('') };
}

const NOWHERE: Point = { x: 0, y: 0 };

const isMarked = ({ data }: DrawnEdge): boolean =>
  data === undefined ||
  data.story ||
  data.ghost ||
  data.gone ||
  data.finding !== undefined ||
  data.changed !== undefined ||
  data.conflict !== undefined;

interface Drawn extends Point {
  line: string;
  head: string;
}
const before = new WeakMap<NonNullable<DrawnEdge['data']>, Drawn>();

/** The same while the flow and its scope stay where they are. */
function drawnOf({ data }: DrawnEdge, { x, y }: Point): Drawn {
  if (!data) return { x, y, line: '', head: '' };
  const found = before.get(data);
  if (found && found.x === x && found.y === y) return found;
  const moved = (one: Point): Point => ({ x: one.x + x, y: one.y + y });
  const end = moved(data.end);
  const drawn = {
    x,
    y,
    line: rounded(wayOf(moved(data.start), data.points.map(moved), end)),
    head: `M${end.x} ${end.y}l-14 -7v14z`,
  };
  before.set(data, drawn);
  return drawn;
}

export const FarFlowsDrawn = memo(function FarFlowsDrawn({ lines, heads }: Omit<FarFlows, 'edges'>) {
  if (lines === '') return null;
  return (
    <ViewportPortal>
      <svg className={styles.far} aria-hidden="true">
        <path d={lines} className={styles.flow} fill="none" />
        <path d={heads} className={styles.heads} />
      </svg>
    </ViewportPortal>
  );
});
