/** A selected flow in hand: its stretches can be dragged, and something put on it. */

import { IconArrowBackUpDouble } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Point, stretchMoved } from '../actions/index.ts';
import styles from './edge.module.css';
import type { EdgeHands } from './edge-hands.ts';
import { actionIcons } from './icons.tsx';
import { Tool } from './tool.tsx';

/** Shorter ones cannot be taken hold of. */
const SHORTEST = 26;

/** A grip in the middle of each stretch. Who has no mouse moves the middle one with Alt and the arrows. */
export function Stretches({
  way,
  onDrag,
  onDrop,
}: {
  way: readonly Point[];
  onDrag(bends: Point[]): void;
  onDrop(bends: Point[] | undefined): void;
}) {
  const { screenToFlowPosition } = useReactFlow();
  const hold = useRef<{ way: readonly Point[]; stretch: number; bends?: Point[] }>(undefined);
  const down = (stretch: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    hold.current = { way, stretch };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const held = hold.current;
    if (!held) return;
    const at = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    held.bends = stretchMoved(held.way, held.stretch, isLevel(held.way, held.stretch) ? at.y : at.x);
    onDrag(held.bends);
  };
  const up = () => {
    const held = hold.current;
    hold.current = undefined;
    if (held) onDrop(held.bends);
  };
  const shown = hold.current?.way ?? way;
  return shown.slice(1).map((b, i) => {
    const a = shown[i] as Point;
    if (Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < SHORTEST) return null;
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the way
        key={i}
        aria-hidden="true"
        className={`${styles.grip} nodrag nopan`}
        data-level={isLevel(shown, i) || undefined}
        data-stretch={i}
        style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
        onPointerDown={down(i)}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => {
          hold.current = undefined;
          onDrop(undefined);
        }}
      />
    );
  });
}

const isLevel = (way: readonly Point[], stretch: number): boolean =>
  Math.abs((way[stretch]?.y ?? 0) - (way[stretch + 1]?.y ?? 0)) < 1;

/** How large the tools are, and how far from the way. */
const TOOLS = { width: 132, height: 46, beside: 12 };

/** Above the middle of the way, or beneath it where the words of the flow stand: what can be done with this flow. */
export function EdgeTools({
  flow,
  way,
  byHand,
  words,
  hands,
}: {
  flow: string;
  way: readonly Point[];
  byHand: boolean;
  words: (Point & { width: number }) | undefined;
  hands: EdgeHands;
}) {
  const { t } = useTranslation('canvas');
  const { getZoom } = useReactFlow();
  const at = middleOf(way);
  const { bend } = hands;
  const scale = 1 / Math.max(0.4, getZoom());
  const [reach, far] = [(TOOLS.width / 2) * scale, (TOOLS.height + TOOLS.beside) * scale];
  const isOnWords =
    words !== undefined &&
    words.x < at.x + reach &&
    words.x + words.width > at.x - reach &&
    words.y - 12 < at.y &&
    words.y + 12 > at.y - far;
  const side = isOnWords ? `${TOOLS.beside}px` : `calc(-100% - ${TOOLS.beside}px)`;
  return (
    <div
      className={`${styles.tools} nodrag nopan`}
      role="toolbar"
      aria-label={t('withArrow')}
      style={{
        transform: `translate(${at.x}px, ${at.y}px) scale(${scale}) translate(-50%, ${side})`,
      }}
    >
      <Tool icon={actionIcons.insert} label={t('putBetween')} keys="A" onPress={() => hands.insert(flow)} />
      <Tool
        icon={actionIcons.reconnect}
        label={t('leadElsewhere')}
        keys="C"
        onPress={() => hands.lead(flow)}
      />
      {byHand && bend ? (
        <Tool
          icon={IconArrowBackUpDouble}
          label={t('resetRoute')}
          keys="W"
          onPress={() => bend(flow, undefined)}
        />
      ) : null}
      <Tool
        icon={actionIcons.remove}
        label={t('removeArrow')}
        keys="Delete"
        onPress={() => hands.remove(flow)}
      />
    </div>
  );
}

/** Half way. */
function middleOf(way: readonly Point[]): Point {
  const lengths = way
    .slice(1)
    .map((b, i) => Math.abs(b.x - (way[i]?.x ?? 0)) + Math.abs(b.y - (way[i]?.y ?? 0)));
  let left = lengths.reduce((sum, one) => sum + one, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [way[i] as Point, way[i + 1] as Point];
    if (length >= left && length > 0)
      return { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length };
    left -= length;
  }
  return way[0] ?? { x: 0, y: 0 };
}
