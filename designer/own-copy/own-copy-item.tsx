/** In the menu of a process: the way to a copy of one's own. */
import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';

export function OwnCopyItem({ onBegin }: { onBegin(): void }) {
  const { t } = useTranslation('ownCopy');
  if (!useMay()('definition.write')) return null;
  return (
    <Menu.Item leftSection={<IconCopy size={18} aria-hidden />} onClick={onBegin}>
      {t('begin')}
    </Menu.Item>
  );
}
