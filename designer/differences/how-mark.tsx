/** Whether something came, went, changed or moved: a sign and a word, with a colour of its own. */
import { IconArrowsMove, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../core/difference/index.ts';
import styles from './differences.module.css';

const icons = { added: IconPlus, removed: IconMinus, changed: IconPencil, moved: IconArrowsMove };

export function HowMark({ how }: { how: Change['how'] }) {
  const { t } = useTranslation('differences');
  const Icon = icons[how];
  return (
    <span className={styles.how} data-how={how}>
      <Icon size={14} stroke={2.2} aria-hidden="true" />
      {t(`how.${how}`)}
    </span>
  );
}
