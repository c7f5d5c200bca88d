/** One line of work: who carries it, what, for which initiative in its own words, and when. */
import { IconArrowsExchange, IconFlag3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DueChip } from '../shared/due-chip.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import type { WorkItem } from './item.ts';
import styles from './row.module.css';

interface Props {
  item: WorkItem;
  /** What it is for. */
  title: string;
  name(person: string | undefined): string;
  chosen: boolean;
  /** Waiting on others: names who has it. */
  waiting: boolean;
  onChoose(): void;
}

export function Row({ item, title, name, chosen, waiting, onChoose }: Props) {
  const { t } = useTranslation('work');
  return (
    <li className={styles.row} data-chosen={chosen || undefined}>
      <button
        type="button"
        className={styles.choose}
        id={rowId(item.id)}
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <SideMark side={item.side} />
        <span className={styles.words}>
          <span className={styles.what}>{item.what}</span>
          <span className={styles.for}>
            {title}
            {item.about ? ` · ${t('about', { what: item.about })}` : ''}
            {waiting ? ` · ${item.owner ? t('with', { who: name(item.owner) }) : t('open')}` : ''}
          </span>
          {item.kind === 'raised' ? (
            <span className={styles.sign}>
              <IconFlag3 size={15} aria-hidden /> {t('raised')}
            </span>
          ) : null}
          {item.offeredTo !== undefined && !waiting ? (
            <span className={styles.sign}>
              <IconArrowsExchange size={15} aria-hidden /> {t('offered')}
            </span>
          ) : null}
        </span>
      </button>
      {item.due ? <DueChip due={item.due} late={item.late} withTime={item.kind === 'task'} /> : null}
    </li>
  );
}

export const rowId = (id: string): string => `row-${id}`;
