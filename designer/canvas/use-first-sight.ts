/** The first sight of a drawing: all of it when it is readable then, otherwise its beginning. */
import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useRef } from 'react';
import type { Definition } from '../../contract/index.ts';
import { absoluteBox, elementOf, firstElement } from '../actions/index.ts';
import { firstSight } from '../lanes/in-lanes.ts';
import type { LanesView } from '../lanes/lanes-view.ts';
import { FIT } from './measures.ts';

export function useFirstSight(
  wrapper: RefObject<HTMLElement | null>,
  view: Definition,
  lanes: LanesView | undefined,
): { begin(): void; again(): void } {
  const flow = useReactFlow();
  const started = useRef(false);
  const begin = useCallback(() => {
    if (started.current) return;
    started.current = true;
    const size = {
      width: wrapper.current?.clientWidth ?? 1000,
      height: wrapper.current?.clientHeight ?? 700,
    };
    if (lanes) {
      void flow.setViewport(firstSight(lanes, size));
      return;
    }
    const boxes = view.elements
      .filter(({ parent }) => parent === undefined)
      .map((one) => absoluteBox(view, one));
    const { width, height } = size;
    const left = Math.min(...boxes.map(({ x }) => x));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const start = elementOf(view, firstElement(view));
    if ((width - 80) / (right - left) >= 0.6 || !start) {
      void flow.fitView(FIT);
      return;
    }
    const zoom = width < 640 ? 0.7 : 0.85;
    // What is seen of it stands in the middle; where that is too tall, one begins at its top.
    const seen = boxes.filter(({ x }) => (x - left) * zoom + 48 < width);
    const top = Math.min(...seen.map(({ y }) => y));
    const bottom = Math.max(...seen.map((box) => box.y + box.height));
    // Room above for the tools of what is chosen.
    const room = Math.max(88, (height - (bottom - top) * zoom) / 2);
    void flow.setViewport({ x: 48 - left * zoom, y: room - top * zoom, zoom });
  }, [view, flow, wrapper, lanes]);
  /** The next begin counts as the first. */
  const again = useCallback(() => {
    started.current = false;
  }, []);
  return { begin, again };
}
