/** How a flow looks: right angles, its words near its beginning, dark where a story went. */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useInternalNode } from '@xyflow/react';
import { memo } from 'react';
import type { Point } from '../actions/index.ts';
import { signs } from './beside-marks.tsx';
import styles from './edge.module.css';
import { labelPlace, rounded, route } from './route.ts';
import type { DrawnEdge } from './to-flow.ts';

export const FlowEdge = memo(function FlowEdge({
  id,
  source,
  target,
  sourceX,
  sourceY,
  targetX,
  targetY,
  sourcePosition,
  data,
  selected,
  markerEnd,
}: EdgeProps<DrawnEdge>) {
  const origin = useInternalNode(data?.scope ?? '')?.internals.positionAbsolute ?? { x: 0, y: 0 };
  const from = useInternalNode(source);
  const to = useInternalNode(target);
  const host = useInternalNode(data?.host ?? '');
  const moving = from?.dragging || to?.dragging || host?.dragging;
  const side = sourcePosition === 'bottom' ? ('bottom' as const) : ('right' as const);
  const [start, end] = [
    { x: sourceX - (side === 'right' ? 5 : 0), y: sourceY - (side === 'bottom' ? 5 : 0) },
    { x: targetX + 4, y: targetY },
  ];
  const bends = moving
    ? route({ ...start, side }, end)
    : (data?.points ?? []).map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y }));
  const points = squared(level([start, ...bends, end]));
  const label = data?.label ?? '';
  const at =
    label || data?.changed ? labelPlace(points, Math.min(150, Math.max(2, label.length) * 6.6)) : undefined;
  return (
    <>
      <BaseEdge
        id={id}
        path={rounded(points)}
        {...(markerEnd ? { markerEnd } : {})}
        interactionWidth={16}
        className={styles.flow as string}
        data-walked={(data?.story && data.walked) || undefined}
        data-light={(data?.story && !data.walked) || undefined}
        data-finding={data?.finding}
        data-changed={data?.changed}
        data-selected={selected || undefined}
      />
      {at ? (
        <EdgeLabelRenderer>
          <span
            className={styles.label}
            data-light={(data?.story && !data.walked) || undefined}
            style={{ transform: `translate(${at.x}px, ${at.y}px) translateY(-50%)` }}
          >
            {data?.changed ? `${signs[data.changed]} ` : ''}
            {label}
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});

/** Corners where a drawn bend no longer lines up with what it leads to; the last stretch comes in from the left. */
function squared(points: Point[]): Point[] {
  const next: Point[] = [];
  for (const [index, at] of points.entries()) {
    const before = next.at(-1);
    const last = index === points.length - 1;
    if (before && Math.abs(before.x - at.x) > 1 && Math.abs(before.y - at.y) > 1) {
      if (!last) next.push({ x: at.x, y: before.y });
      else if (before.x <= at.x - 12) next.push({ x: before.x, y: at.y });
      else next.push({ x: at.x - 24, y: before.y }, { x: at.x - 24, y: at.y });
    }
    next.push(at);
  }
  return next;
}

/** Ends that are a hair off the line they lead to are drawn on it. */
function level(points: Point[]): Point[] {
  const next = points.map((point) => ({ ...point }));
  const snap = (from: number, to: number) => {
    const [a, b] = [next[from], next[to]];
    if (a && b && Math.abs(a.y - b.y) < 3) a.y = b.y;
  };
  snap(0, 1);
  if (next.length > 2) snap(next.length - 1, next.length - 2);
  return next;
}

export const edgeTypes = { flow: FlowEdge };
