/** Marks on the lower edge of an element: what changed of it, and how many comments are open; a sign and a word each. */
import { IconMessageCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../core/difference/index.ts';
import styles from './beside-marks.module.css';

/** Also on arrows, where there is no room for a word. */
export const signs: Record<Change['how'], string> = { added: '+', removed: '−', changed: '✎', moved: '↔' };

export function BesideMarks({
  changed,
  comments,
}: {
  changed?: Change['how'] | undefined;
  comments: number;
}) {
  const { t } = useTranslation('canvas');
  return (
    <>
      {changed ? (
        <span className={styles.changed} data-how={changed}>
          <span aria-hidden="true">{signs[changed]}</span>
          {t(`changed.${changed}`)}
        </span>
      ) : null}
      {comments > 0 ? (
        <span className={styles.comments} title={t('comments', { count: comments })}>
          <IconMessageCircle size={13} stroke={2.2} aria-hidden="true" />
          {comments}
        </span>
      ) : null}
    </>
  );
}
