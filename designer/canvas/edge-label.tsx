/** The words of a flow: where they fit, or where somebody put them. They can be dragged, and moved by arrows once the flow is selected. */
import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '../actions/index.ts';
import styles from './edge.module.css';
import { LabelHandsContext } from './edge-hands.ts';

interface Props {
  flow: string;
  words: string;
  /** Where they fit by themselves. */
  own: Point;
  /** Where the flow leaves its element. */
  start: Point;
  by: Point | undefined;
  isLight: boolean;
  isSelected: boolean;
  /** What two people both changed about it; then its words wait. */
  conflict?: ReactNode;
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** As far as the arrows move them; with Shift a hair. */
const STEP = 10;
/** What a hand moves without meaning to. */
const TREMBLE = 3;

export function EdgeLabel({ flow, words, own, start, by, isLight, isSelected, conflict }: Props) {
  const { t } = useTranslation('canvas');
  const { screenToFlowPosition } = useReactFlow();
  const hands = useContext(LabelHandsContext);
  const [dragged, setDragged] = useState<Point>();
  const hold = useRef<{ at: Point; by: Point; to?: Point }>(undefined);
  const now = dragged ?? by ?? { x: own.x - start.x, y: own.y - start.y };
  const style = {
    transform: `translate(${start.x + now.x}px, ${start.y + now.y}px) translateY(-50%)`,
  };
  if (!hands || conflict !== undefined || words.trim() === '')
    return (
      <span className={styles.label} data-light={isLight || undefined} style={style}>
        {words}
        {conflict}
      </span>
    );

  const pointOf = (event: PointerEvent) =>
    screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    hold.current = { at: pointOf(event), by: now };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const held = hold.current;
    if (!held) return;
    const at = pointOf(event);
    const [dx, dy] = [at.x - held.at.x, at.y - held.at.y];
    if (!held.to && Math.abs(dx) + Math.abs(dy) < TREMBLE) return;
    held.to = { x: held.by.x + dx, y: held.by.y + dy };
    setDragged(held.to);
  };
  const drop = (to: Point | undefined) => {
    hold.current = undefined;
    setDragged(undefined);
    if (to) hands.place(flow, to);
    else hands.select(flow);
  };
  const keys = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const isReset = event.key === 'Home';
    if (!step && !isReset) return;
    event.preventDefault();
    event.stopPropagation();
    if (!step) return hands.place(flow, undefined);
    const far = event.shiftKey ? 1 : STEP;
    hands.place(flow, { x: now.x + step[0] * far, y: now.y + step[1] * far }, `label ${flow}`);
  };
  return (
    <button
      type="button"
      className={`${styles.label} ${styles.movable} nodrag nopan`}
      data-light={isLight || undefined}
      data-label={flow}
      style={style}
      tabIndex={isSelected ? 0 : -1}
      aria-label={t('moveWords', { words })}
      title={isSelected ? t('moveWordsHint') : undefined}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => hold.current && drop(hold.current.to)}
      onPointerCancel={() => {
        hold.current = undefined;
        setDragged(undefined);
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={keys}
      onBlur={() => hands.settle()}
    >
      {words}
    </button>
  );
}
