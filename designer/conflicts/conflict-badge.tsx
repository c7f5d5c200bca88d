/** The mark of what two people both changed: a sign, a word and a colour; on an element, or within a line. */
import { IconArrowsSplit2, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConflictMark } from './clash.ts';
import styles from './conflicts.module.css';

export function ConflictBadge({
  mark,
  gone = false,
  inLine = false,
}: {
  mark: ConflictMark;
  /** No longer there in this draft. */
  gone?: boolean;
  inLine?: boolean;
}) {
  const { t } = useTranslation('conflicts');
  const Icon = mark === 'open' ? IconArrowsSplit2 : IconCheck;
  return (
    <span
      className={styles.badge}
      data-mark={mark}
      data-line={inLine || undefined}
      title={gone ? t('gone') : t('markTitle')}
    >
      <Icon size={13} stroke={2.4} aria-hidden="true" />
      {t(`mark.${mark}`)}
    </span>
  );
}
