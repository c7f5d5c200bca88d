/** What is being dragged in lanes: where it is seen meanwhile, into which lane, and whose it becomes when it is let go. */
import type { NodeChange } from '@xyflow/react';
import { type RefObject, useCallback, useRef, useState } from 'react';
import type { Bilingual } from '../../core/calendar/index.ts';
import { type Drawing, elementOf, mayGive, type Point } from '../actions/index.ts';
import type { DrawnNode } from '../canvas/to-flow.ts';
import { type Dropped, droppedInLanes, laneUnder, roleOf } from './in-lanes.ts';
import type { LanesView } from './lanes-view.ts';

interface Options {
  view: LanesView | undefined;
  fresh: RefObject<Drawing>;
  onGiven(dropped: Extract<Dropped, { kind: 'given' }>): void;
  onRefused(why: Bilingual): void;
}

export interface LanesDragging {
  moving: ReadonlyMap<string, Point>;
  /** The lane that would take it. */
  target: string | undefined;
  onPositions(changes: NodeChange<DrawnNode>[]): void;
  drop(): void;
}

const none: ReadonlyMap<string, Point> = new Map();

export function useLanesDragging({ view, fresh, onGiven, onRefused }: Options): LanesDragging {
  const [moving, setMoving] = useState(none);
  const now = useRef(none);
  const onPositions = useCallback((changes: NodeChange<DrawnNode>[]) => {
    const next = new Map(now.current);
    for (const change of changes)
      if (change.type === 'position' && change.dragging && change.position)
        next.set(change.id, change.position);
    if (next.size === 0) return;
    now.current = next;
    setMoving(next);
  }, []);
  const drop = useCallback(() => {
    const moved = now.current;
    now.current = none;
    setMoving(none);
    if (moved.size === 0 || !view) return;
    const dropped = droppedInLanes(fresh.current, view, moved);
    if (dropped.kind === 'given') onGiven(dropped);
    else if (dropped.kind === 'refused') onRefused(dropped.why);
  }, [view, fresh, onGiven, onRefused]);
  return { moving, target: view && targetOf(view, fresh.current, moving), onPositions, drop };
}

function targetOf(view: LanesView, drawing: Drawing, moving: ReadonlyMap<string, Point>): string | undefined {
  for (const [id, at] of moving) {
    const seen = elementOf(view.definition, id);
    const element = elementOf(drawing.definition, id);
    if (!seen || !element || seen.parent !== undefined || seen.type === 'boundaryEvent') continue;
    const lane = laneUnder(view, seen, at);
    if (lane !== undefined && mayGive(element, roleOf(lane)).ok) return lane;
  }
  return undefined;
}
