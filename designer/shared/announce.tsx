/** What was just done, said once to everybody: seen for a while, and heard by who listens. */
import { useSyncExternalStore } from 'react';
import styles from './announce.module.css';

const SHOWN_MS = 7_000;

let said: { words: string; n: number } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

/** Says it; what was said before goes. */
export function announce(words: string): void {
  said = { words, n: (said?.n ?? 0) + 1 };
  clearTimeout(timer);
  timer = setTimeout(() => {
    said = undefined;
    tell();
  }, SHOWN_MS);
  tell();
}

export function Announcements() {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  return (
    <div role="status" aria-live="polite" className={styles.place}>
      {now ? (
        <p key={now.n} className={styles.said}>
          {now.words}
        </p>
      ) : null}
    </div>
  );
}
