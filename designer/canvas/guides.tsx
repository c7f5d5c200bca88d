/** The lines that what is dragged falls in with. */
import { useStore, ViewportPortal } from '@xyflow/react';
import type { Guide } from '../actions/index.ts';
import styles from './canvas.module.css';

export function Guides({ guides }: { guides: readonly Guide[] }) {
  const thin = useStore(({ transform }) => 1.5 / transform[2]);
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <span
          key={axis}
          className={styles.guide}
          data-guide={axis}
          style={
            axis === 'x'
              ? { transform: `translate(${at - thin / 2}px, ${from}px)`, width: thin, height: to - from }
              : { transform: `translate(${from}px, ${at - thin / 2}px)`, width: to - from, height: thin }
          }
        />
      ))}
    </ViewportPortal>
  );
}
