/**
 * The small overview in the corner: where one is in the whole drawing, and a hold to move by. What it shows is drawn at once,
 * when hands rest; while the paper moves only the frame of what is in sight is, without a word to React.
 */
import { Panel, type ReactFlowState, useReactFlow, useStoreApi } from '@xyflow/react';
import { memo, type PointerEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './canvas.module.css';
import { boundsOf, heldIn, inColours, placesOf } from './overview-places.ts';
import type { DrawnNode } from './to-flow.ts';

/** Processes are wider than they are tall. */
const SIZE = { width: 200, height: 96 };

export const Overview = memo(function Overview({ nodes }: { nodes: readonly DrawnNode[] }) {
  const { t } = useTranslation('canvas');
  const flow = useReactFlow();
  const store = useStoreApi();
  const svg = useRef<SVGSVGElement>(null);
  const mask = useRef<SVGPathElement>(null);
  const shown = useDeferredValue(nodes);
  const { bounds, colours } = useMemo(() => {
    const places = placesOf(shown);
    return { bounds: boundsOf(places), colours: inColours(places) };
  }, [shown]);

  /** How much of the drawing one pixel of the overview stands for. */
  const scale = useRef(1);
  useEffect(() => {
    let before = '';
    const follow = ({ transform: [x, y, zoom], width, height }: ReactFlowState) => {
      const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      const now = `${seen.x} ${seen.y} ${seen.width} ${seen.height}`;
      if (now === before) return;
      before = now;
      const held = heldIn(bounds, seen, SIZE);
      scale.current = held.scale;
      svg.current?.setAttribute('viewBox', held.viewBox);
      mask.current?.setAttribute('d', held.mask);
    };
    follow(store.getState());
    return store.subscribe(follow);
  }, [store, bounds]);

  // React listens to wheels only to look on; here the page must not scroll along.
  useEffect(() => {
    const frame = svg.current;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const step = event.deltaMode === 1 ? 0.05 : event.deltaMode === 2 ? 1 : 0.002;
      void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY * step * (event.ctrlKey ? 10 : 1)));
    };
    frame?.addEventListener('wheel', turn, { passive: false });
    return () => frame?.removeEventListener('wheel', turn);
  }, [flow]);

  const hold = useRef<{ x: number; y: number }>(undefined);
  const move = (event: PointerEvent) => {
    const from = hold.current;
    if (!from) return;
    hold.current = { x: event.clientX, y: event.clientY };
    const { x, y, zoom } = flow.getViewport();
    const by = scale.current * zoom;
    void flow.setViewport({
      x: x - (event.clientX - from.x) * by,
      y: y - (event.clientY - from.y) * by,
      zoom,
    });
  };
  const letGo = () => {
    hold.current = undefined;
  };
  return (
    <Panel
      position="bottom-right"
      className={`react-flow__minimap nopan nowheel ${styles.minimap}`}
      style={SIZE}
    >
      <svg
        ref={svg}
        role="img"
        aria-label={t('minimap')}
        {...SIZE}
        className={styles.overview}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          hold.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={move}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        {colours.map(({ colour, path }) => (
          <path key={colour} d={path} fill={colour} />
        ))}
        <path ref={mask} className={styles.overviewMask} fillRule="evenodd" />
      </svg>
    </Panel>
  );
});
