/** The keys of the canvas. */
import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './process-page.module.css';

const KEYS = [
  ['← → ↑ ↓', 'arrows'],
  ['A', 'a'],
  ['C', 'c'],
  ['T', 't'],
  ['Enter', 'enter'],
  ['Delete', 'delete'],
  ['Alt + ← → ↑ ↓', 'altArrows'],
  ['Shift + ← → ↑ ↓', 'shiftArrows'],
  ['Ctrl+A', 'all'],
  ['L', 'l'],
  ['R', 'r'],
  ['Alt+Shift + ← → ↑ ↓', 'room'],
  ['E', 'e'],
  ['E, Alt + ← → ↑ ↓', 'bend'],
  ['E, W', 'w'],
  ['O', 'o'],
  ['P', 'p'],
  ['G', 'g'],
  ['B', 'b'],
  ['Ctrl+Z, Ctrl+Y', 'undo'],
  ['Ctrl+C, Ctrl+X, Ctrl+V, Ctrl+D', 'copy'],
  ['Ctrl+F', 'search'],
  ['Z', 'z'],
  ['F', 'fit'],
  ['Esc', 'esc'],
] as const;

export function KeysHelp() {
  const { t } = useTranslation('canvas');
  return (
    <dl className={styles.keys}>
      {KEYS.map(([keys, word]) => (
        <div key={word}>
          <dt>
            <Kbd>{keys}</Kbd>
          </dt>
          <dd>{t(`keys.${word}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
