/** What is being dragged: where it is seen meanwhile, what it falls in line with, and what dropping it does. */
import type { NodeChange } from '@xyflow/react';
import { type MouseEvent as HandEvent, type RefObject, useCallback, useRef, useState } from 'react';
import type { Definition } from '../../contract/index.ts';
import {
  absoluteBox,
  elementOf,
  fromClosedView,
  type Guide,
  guidesFor,
  mayPutBetween,
  middleOf,
  type Point,
  perform,
  type Standing,
} from '../actions/index.ts';
import { dropped, flowUnder, hostForDropped } from './drop.ts';
import type { DrawnNode } from './to-flow.ts';
import type { Editor } from './use-editor.ts';

export interface Dragging {
  moving: ReadonlyMap<string, Point>;
  guides: readonly Guide[];
  onPositions(changes: NodeChange<DrawnNode>[]): void;
  drop(event: MouseEvent | TouchEvent | HandEvent, dragged: readonly DrawnNode[]): void;
}

interface Options {
  /** The drawing as it is seen: closed parts are cards. */
  view: RefObject<Definition>;
  closed: ReadonlySet<string>;
  together: Editor['together'];
  onBetween(): void;
  onBorder(): void;
}

const none: ReadonlyMap<string, Point> = new Map();

export function useDragging({ view, closed, together, onBetween, onBorder }: Options): Dragging {
  const [moving, setMoving] = useState(none);
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  const now = useRef(none);

  const onPositions = useCallback(
    (changes: NodeChange<DrawnNode>[]) => {
      const next = new Map(now.current);
      let count = 0;
      for (const change of changes)
        if (change.type === 'position' && change.dragging && change.position) {
          next.set(change.id, change.position);
          count += 1;
        }
      if (count === 0) return;
      const inLine = fallenIn(view.current, next);
      now.current = inLine.places;
      setMoving(inLine.places);
      setGuides(inLine.guides);
    },
    [view],
  );

  const drop = useCallback(
    (event: MouseEvent | TouchEvent | HandEvent, dragged: readonly DrawnNode[]) => {
      const places = now.current;
      now.current = none;
      setMoving(none);
      setGuides([]);
      if (places.size === 0) return;
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      together((drawing) => {
        const { definition } = drawing;
        const moved = dragged.map(({ id, position }) => {
          const element = elementOf(definition, id);
          const at = places.get(id) ?? position;
          return { id, position: element ? fromView(definition, closed, element, at) : at };
        });
        const next = dropped(drawing, moved);
        const [only] = moved;
        if (moved.length !== 1 || !only || !point) return next;
        const element = elementOf(next.definition, only.id);
        const host = element && hostForDropped(next, element);
        if (element && host) {
          onBorder();
          const { x = 0, y = 0 } = element;
          return perform(next, 'putOnBorder', {
            event: element.id,
            host: host.id,
            near: { x: x + 20, y: y + 20 },
          });
        }
        const flow = flowUnder(next.definition, point);
        if (!element || !flow || !mayPutBetween(next, element, flow).ok) return next;
        onBetween();
        return perform(next, 'putBetween', { element: element.id, flow: flow.id });
      });
    },
    [together, closed, onBetween, onBorder],
  );
  return { moving, guides, onPositions, drop };
}

/** React Flow counts what sits on a border from its host. */
function fromView(
  definition: Definition,
  closed: ReadonlySet<string>,
  element: Definition['elements'][number],
  at: Point,
): Point {
  if (element.type !== 'boundaryEvent') return fromClosedView(definition, closed, element, at);
  const host = elementOf(definition, element.attachedTo);
  if (!host || !closed.has(host.id)) return at;
  // On a card the lower border is nearer than in the open part.
  const height = absoluteBox(definition, host).height;
  return { x: at.x, y: at.y < 22 ? -20 : height - 20 };
}

/** The places with everything shifted so that what is dragged falls in with its neighbours. */
function fallenIn(
  definition: Definition,
  places: ReadonlyMap<string, Point>,
): { places: ReadonlyMap<string, Point>; guides: readonly Guide[] } {
  const standing = (id: string, at?: Point): Standing | undefined => {
    const element = elementOf(definition, id);
    if (!element || element.type === 'boundaryEvent') return undefined;
    const box = absoluteBox(definition, element);
    const own = at ? { x: box.x + at.x - (element.x ?? 0), y: box.y + at.y - (element.y ?? 0) } : {};
    return { ...box, ...own, middle: middleOf(element) };
  };
  const [first] = places;
  const leader = first && standing(first[0], first[1]);
  if (!first || !leader) return { places, guides: [] };
  const parent = elementOf(definition, first[0])?.parent;
  const near = definition.elements.flatMap((one) => {
    if (places.has(one.id) || one.parent !== parent || one.type === 'boundaryEvent') return [];
    const there = standing(one.id);
    if (!there) return [];
    const far = Math.abs(there.x - leader.x) > 900 || Math.abs(there.y - leader.y) > 700;
    return far ? [] : [there];
  });
  const { by, guides } = guidesFor(leader, near);
  if (by.x === 0 && by.y === 0) return { places, guides };
  return {
    guides,
    places: new Map(
      [...places].map(([id, at]) => {
        const border = elementOf(definition, id)?.type === 'boundaryEvent';
        return [id, border ? at : { x: at.x + by.x, y: at.y + by.y }];
      }),
    ),
  };
}
