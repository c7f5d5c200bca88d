/** The keys of the canvas. */
import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './process-page.module.css';

const KEYS = [
  ['← → ↑ ↓', 'arrows'],
  ['A', 'a'],
  ['C', 'c'],
  ['Enter', 'enter'],
  ['Delete', 'delete'],
  ['Alt + ← → ↑ ↓', 'altArrows'],
  ['Ctrl+Z, Ctrl+Y', 'undo'],
  ['Ctrl+C, Ctrl+V, Ctrl+D', 'copy'],
  ['Ctrl+F', 'search'],
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
