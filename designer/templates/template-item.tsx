/** In the menu of a process: the way to keeping it as a template. */
import { Menu } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';

export function TemplateItem({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation('templates');
  if (!useMay()('template.write')) return null;
  return (
    <Menu.Item leftSection={<IconBookmark size={18} aria-hidden />} onClick={onOpen}>
      {t('keep')}
    </Menu.Item>
  );
}
