/** The points of a ladder on a line of working days: dragged, or moved by the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ladder, Rung } from '../../contract/index.ts';
import styles from './ladder.module.css';
import { FURTHEST, isOnLine, movedTo, type What, whatOf } from './rungs.ts';

interface Props {
  ladder: Ladder;
  /** Who gets what, in words. */
  words(rung: Rung): string;
  onMove(rung: Rung): void;
  onRemove(id: string): void;
  onChoose(id: string): void;
  onSettle(): void;
}

/** Width of a point as a share of the line: points nearer than that stand beneath each other. */
const WIDE = 0.1;
const LANE = 30;

export function TimeLine({ ladder, words, onMove, onRemove, onChoose, onSettle }: Props) {
  const { t } = useTranslation('ladder');
  const line = useRef<HTMLDivElement>(null);
  const shown = ladder.rungs.filter(isOnLine).toSorted((a, b) => a.amount - b.amount);
  const amounts = shown.map(({ amount }) => amount);
  const fitting = { from: Math.min(-3, ...amounts) - 1, to: Math.max(5, ...amounts) + 2 };
  /** While a point is dragged the line stays as long as it was. */
  const [held, setHeld] = useState<typeof fitting>();
  const { from, to } = held ?? fitting;
  const share = (amount: number) => Math.min(1, Math.max(0, (amount - from) / (to - from)));
  const lanes = lanesOf(shown.map(({ amount }) => share(amount)));
  const depth = Math.max(0, ...lanes);

  const drag = (event: PointerEvent<HTMLDivElement>, rung: Rung) => {
    if (!held || !line.current) return;
    const { left, width } = line.current.getBoundingClientRect();
    const amount = Math.round(from + ((event.clientX - left) / width) * (to - from));
    const moved = movedTo(rung, amount);
    if (moved.amount !== rung.amount) onMove(moved);
  };
  const drop = () => {
    setHeld(undefined);
    onSettle();
  };
  const key = (event: KeyboardEvent, rung: Rung) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (by !== undefined) onMove(movedTo(rung, rung.amount + by));
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(rung.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a border and a legend
    <div
      ref={line}
      className={styles.line}
      style={{ height: 30 + depth * LANE }}
      role="group"
      aria-label={t('line')}
    >
      <span className={styles.due} style={{ left: `${share(0) * 100}%` }}>
        {t('due')}
      </span>
      {shown.map((rung, index) => (
        <div
          key={rung.id}
          role="slider"
          tabIndex={0}
          className={styles.point}
          data-what={boldest(rung)}
          style={{ left: `${share(rung.amount) * 100}%`, top: (lanes[index] ?? 0) * LANE }}
          aria-label={words(rung)}
          aria-valuenow={rung.amount}
          aria-valuemin={rung.amount < 0 ? FURTHEST.before : 1}
          aria-valuemax={rung.amount < 0 ? -1 : FURTHEST.after}
          aria-valuetext={t(rung.amount < 0 ? 'pointBefore' : 'pointAfter', {
            count: Math.abs(rung.amount),
            what: words(rung),
          })}
          onFocus={() => onChoose(rung.id)}
          onBlur={onSettle}
          onKeyDown={(event) => key(event, rung)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setHeld(fitting);
          }}
          onPointerMove={(event) => drag(event, rung)}
          onPointerUp={drop}
          onPointerCancel={drop}
        >
          {rung.amount > 0 ? `+${rung.amount}` : rung.amount}
        </div>
      ))}
    </div>
  );
}

const ORDER: readonly What[] = ['raise', 'task', 'offer', 'honest', 'remind'];
const boldest = ({ acts }: Rung): What =>
  ORDER.find((what) => acts.some((act) => whatOf(act) === what)) ?? 'remind';

/** From left to right, each in the first lane where it has room. */
function lanesOf(shares: readonly number[]): number[] {
  const ends: number[] = [];
  return shares.map((share) => {
    const free = ends.findIndex((end) => share - end >= WIDE);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = share;
    return lane;
  });
}
