/** Whether what is drawn is safe, always visible: an icon and a word. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconCloudUp,
  IconDeviceFloppy,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './process-page.module.css';
import type { SaveState } from './use-draft.ts';

const icons = {
  saved: IconCircleCheck,
  waiting: IconDeviceFloppy,
  saving: IconCloudUp,
  offline: IconCloudOff,
  refused: IconAlertTriangle,
  conflict: IconAlertTriangle,
};

export function SaveShown({ save }: { save: SaveState }) {
  const { t } = useTranslation('processes');
  const Icon = icons[save.state];
  const words = save.state === 'refused' ? t('save.refused', { why: save.why }) : t(`save.${save.state}`);
  return (
    <span className={styles.save} data-state={save.state} role="status">
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      <span>{words}</span>
    </span>
  );
}
