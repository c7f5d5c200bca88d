/** Makes room by dragging over the paper: to the right or down makes it, back takes it away. Alt, Shift and the arrows do the same by keyboard. */
import { Button } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Axis, type Drawing, originOf, type Point, perform } from '../actions/index.ts';
import styles from './canvas.module.css';
import { partAt } from './drop.ts';

interface Hold {
  /** On the screen, within the canvas. */
  from: Point;
  start: Point;
  axis?: Axis;
  next?: Drawing;
}

interface Props {
  drawing: Drawing;
  closed: ReadonlySet<string>;
  onPreview(next: Drawing | undefined): void;
  onMade(next: Drawing): void;
  onStop(): void;
}

export function RoomTool({ drawing, closed, onPreview, onMade, onStop }: Props) {
  const { t } = useTranslation('canvas');
  const { screenToFlowPosition } = useReactFlow();
  const hold = useRef<Hold>(undefined);
  const [line, setLine] = useState<{ axis: Axis; at: number; now: number }>();
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onStop();
    };
    document.addEventListener('keydown', keys, true);
    return () => document.removeEventListener('keydown', keys, true);
  }, [onStop]);

  const within = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const paper = (event: PointerEvent<HTMLElement>): Point =>
    screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
  const move = (event: PointerEvent<HTMLElement>) => {
    const held = hold.current;
    if (!held) return;
    const [seen, at] = [within(event), paper(event)];
    const [dx, dy] = [seen.x - held.from.x, seen.y - held.from.y];
    if (!held.axis && Math.max(Math.abs(dx), Math.abs(dy)) < 6) return;
    held.axis ??= Math.abs(dx) >= Math.abs(dy) ? 'x' : 'y';
    const { axis } = held;
    const { definition } = drawing;
    const part = partAt(definition, held.start, [...closed]);
    const origin = originOf(definition, part?.id);
    held.next = perform(drawing, 'makeRoom', {
      axis,
      at: held.start[axis] - origin[axis],
      by: at[axis] - held.start[axis],
      ...(part ? { parent: part.id } : {}),
    });
    setLine({ axis, at: held.from[axis], now: seen[axis] });
    onPreview(held.next);
  };
  const stop = (made: boolean) => {
    const held = hold.current;
    hold.current = undefined;
    setLine(undefined);
    onPreview(undefined);
    if (made && held?.axis && held.next) onMade(held.next);
  };
  const stroke = (axis: Axis, at: number) =>
    axis === 'x' ? { left: at, top: 0, bottom: 0, width: 2 } : { top: at, left: 0, right: 0, height: 2 };
  return (
    <div
      className={styles.room}
      data-room
      onPointerDown={(event) => {
        if (event.button !== 0 || (event.target as HTMLElement).closest('button')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold.current = { from: within(event), start: paper(event) };
      }}
      onPointerMove={move}
      onPointerUp={() => stop(true)}
      onPointerCancel={() => stop(false)}
    >
      {line ? (
        <>
          <span className={styles.roomLine} style={{ ...stroke(line.axis, line.at), opacity: 0.5 }} />
          <span className={styles.roomLine} style={stroke(line.axis, line.now)} />
        </>
      ) : null}
      <div className={styles.roomHint}>
        <span>{t('roomHint')}</span>
        <Button size="compact-sm" variant="default" onClick={onStop}>
          {t('stop')}
        </Button>
      </div>
    </div>
  );
}
