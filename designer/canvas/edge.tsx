/** How a flow looks: right angles, its words near its beginning, dark where a story went; a selected one can be taken in hand. */
import { BaseEdge, type EdgeProps, type ReactFlowState, useStore } from '@xyflow/react';
import { memo, useContext, useMemo, useState } from 'react';
import { labelPlace, rounded, route, wayOf } from '../../core/picture/route.ts';
import type { Point } from '../actions/index.ts';
import { ConflictBadge } from '../conflicts/conflict-badge.tsx';
import { signs } from './beside-marks.tsx';
import styles from './edge.module.css';
import { EdgeHandsContext } from './edge-hands.ts';
import { EdgeLabel } from './edge-label.tsx';
import { EdgeTools, Stretches } from './edge-tools.tsx';
import { LabelLayer } from './label-layer.tsx';
import { SightContext } from './sight.ts';
import type { DrawnEdge } from './to-flow.ts';

interface Stand extends Point {
  moving: boolean;
}
/** Where the scope of a flow begins, and whether one of its ends is being dragged: asked once, for it is asked at every move. */
const standOf =
  (source: string, target: string, scope: string | undefined, host: string | undefined) =>
  ({ nodeLookup }: ReactFlowState): Stand => {
    const at = scope === undefined ? undefined : nodeLookup.get(scope)?.internals.positionAbsolute;
    const dragged = (id: string | undefined) => id !== undefined && nodeLookup.get(id)?.dragging === true;
    return { x: at?.x ?? 0, y: at?.y ?? 0, moving: dragged(source) || dragged(target) || dragged(host) };
  };

const sameStand = (a: Stand, b: Stand): boolean => a.x === b.x && a.y === b.y && a.moving === b.moving;

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
  const { scope, host } = data ?? {};
  const stand = useMemo(() => standOf(source, target, scope, host), [source, target, scope, host]);
  const { moving, ...origin } = useStore(stand, sameStand);
  const sight = useContext(SightContext);
  const [dragged, setDragged] = useState<Point[]>();
  const side = sourcePosition === 'bottom' ? ('bottom' as const) : ('right' as const);
  const [start, end] = [
    { x: sourceX - (side === 'right' ? 5 : 0), y: sourceY - (side === 'bottom' ? 5 : 0) },
    { x: targetX + 4, y: targetY },
  ];
  const drawn = (data?.points ?? []).map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y }));
  const bends = dragged ?? (moving ? route({ ...start, side }, end) : drawn);
  const points = wayOf(start, bends, end);
  const label = data?.label ?? '';
  const width = Math.min(150, Math.max(2, label.length) * 6.6);
  const at =
    (label || data?.changed || data?.conflict) && (sight === 'near' || data?.conflict)
      ? labelPlace(points, width, data?.leavesWithOthers)
      : undefined;
  const by = data?.labelBy;
  const words = at && { ...(by ? { x: start.x + by.x, y: start.y + by.y } : at), width };
  const inHand = selected && !moving && !data?.ghost;
  return (
    <>
      <BaseEdge
        id={id}
        path={rounded(points)}
        {...(markerEnd ? { markerEnd } : {})}
        interactionWidth={sight === 'whole' ? 0 : 16}
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
        <LabelLayer>
          {at ? (
            <EdgeLabel
              flow={id}
              words={`${data?.changed ? `${signs[data.changed]} ` : ''}${label}`}
              own={at}
              start={start}
              by={by}
              isLight={data?.story === true && !data.walked}
              isSelected={selected === true && data?.ghost !== true}
              {...(data?.conflict
                ? { conflict: <ConflictBadge mark={data.conflict} gone={data.gone} inLine /> }
                : {})}
            />
          ) : null}
          {inHand ? (
            <InHand
              flow={id}
              way={points}
              byHand={data?.byHand ?? false}
              origin={origin}
              words={words}
              onDrag={setDragged}
            />
          ) : null}
        </LabelLayer>
      ) : null}
    </>
  );
});

interface InHandProps {
  flow: string;
  way: readonly Point[];
  byHand: boolean;
  origin: Point;
  /** Where its words begin, in the middle of their height, and how wide they are. */
  words: (Point & { width: number }) | undefined;
  onDrag(points: Point[] | undefined): void;
}

/** What can be done with a selected flow, where somebody offers it: only that one is drawn again when they do. */
function InHand({ flow, way, byHand, origin, words, onDrag }: InHandProps) {
  const hands = useContext(EdgeHandsContext);
  if (!hands) return null;
  return (
    <>
      {hands.bend ? (
        <Stretches
          way={way}
          onDrag={onDrag}
          onDrop={(next) => {
            onDrag(undefined);
            if (next)
              hands.bend?.(
                flow,
                next.map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y })),
              );
          }}
        />
      ) : null}
      <EdgeTools flow={flow} way={way} byHand={byHand} words={words} hands={hands} />
    </>
  );
}

export const edgeTypes = { flow: FlowEdge };
