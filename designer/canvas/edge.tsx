/** How a flow looks: right angles, its words near its beginning, dark where a story went; a selected one can be taken in hand. */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useInternalNode } from '@xyflow/react';
import { memo, useContext, useState } from 'react';
import { labelPlace, rounded, route, wayOf } from '../../core/picture/route.ts';
import type { Point } from '../actions/index.ts';
import { ConflictBadge } from '../conflicts/conflict-badge.tsx';
import { signs } from './beside-marks.tsx';
import styles from './edge.module.css';
import { EdgeHandsContext } from './edge-hands.ts';
import { EdgeTools, Stretches } from './edge-tools.tsx';
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
  const hands = useContext(EdgeHandsContext);
  const [dragged, setDragged] = useState<Point[]>();
  const moving = from?.dragging || to?.dragging || host?.dragging;
  const side = sourcePosition === 'bottom' ? ('bottom' as const) : ('right' as const);
  const [start, end] = [
    { x: sourceX - (side === 'right' ? 5 : 0), y: sourceY - (side === 'bottom' ? 5 : 0) },
    { x: targetX + 4, y: targetY },
  ];
  const drawn = (data?.points ?? []).map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y }));
  const bends = dragged ?? (moving ? route({ ...start, side }, end) : drawn);
  const points = wayOf(start, bends, end);
  const label = data?.label ?? '';
  const at =
    label || data?.changed || data?.conflict
      ? labelPlace(points, Math.min(150, Math.max(2, label.length) * 6.6))
      : undefined;
  const inHand = hands && selected && !moving && !data?.ghost;
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
        data-ghost={data?.ghost || undefined}
        data-conflict={data?.conflict}
        data-gone={data?.gone || undefined}
      />
      {at || inHand ? (
        <EdgeLabelRenderer>
          {at ? (
            <span
              className={styles.label}
              data-light={(data?.story && !data.walked) || undefined}
              style={{ transform: `translate(${at.x}px, ${at.y}px) translateY(-50%)` }}
            >
              {data?.changed ? `${signs[data.changed]} ` : ''}
              {label}
              {data?.conflict ? <ConflictBadge mark={data.conflict} gone={data.gone} inLine /> : null}
            </span>
          ) : null}
          {inHand ? (
            <>
              {hands.bend ? (
                <Stretches
                  way={points}
                  onDrag={setDragged}
                  onDrop={(next) => {
                    setDragged(undefined);
                    if (next)
                      hands.bend?.(
                        id,
                        next.map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y })),
                      );
                  }}
                />
              ) : null}
              <EdgeTools flow={id} way={points} byHand={data?.byHand ?? false} hands={hands} />
            </>
          ) : null}
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});

export const edgeTypes = { flow: FlowEdge };
