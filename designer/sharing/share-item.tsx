/** In the menu of a process: the way to its links for partners. */
import { Menu } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';

export function ShareItem({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation('sharing');
  if (!useMay()('sharing.read')) return null;
  return (
    <Menu.Item leftSection={<IconLink size={18} aria-hidden />} onClick={onOpen}>
      {t('menu')}
    </Menu.Item>
  );
}
