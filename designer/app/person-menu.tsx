/** Who you are, in which language and light you read, and the way out. */
import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from './i18n.ts';
import styles from './layout.module.css';
import { go } from './router.tsx';
import { signOut, useMay, useMe } from './session.ts';

const LANGUAGES = [
  { id: 'nl', label: 'Nederlands' },
  { id: 'en', label: 'English' },
] as const;
const SCHEMES = ['auto', 'light', 'dark'] as const;

export function PersonMenu() {
  const { t } = useTranslation('layout');
  const me = useMe();
  const may = useMay();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const roles = me.roles.map(({ role }) => t(`role.${role as 'coordinator'}`)).join(', ');
  const name = me.person?.name ?? roles;
  const chosen = <IconCheck size={16} aria-hidden />;
  return (
    <Menu position="bottom-end" width={260} transitionProps={{ duration: 120 }}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="quiet"
          px="xs"
          aria-label={t('you', { name })}
          leftSection={<IconUserCircle size={22} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {name.split(' ')[0]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}, {roles} · {me.organisation.name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {LANGUAGES.map(({ id, label }) => (
          <Menu.RadioItem
            key={id}
            value={id}
            lang={id}
            checked={language === id}
            checkIcon={chosen}
            closeMenuOnClick
            onChange={() => chooseLanguage(id)}
          >
            {label}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            checked={colorScheme === scheme}
            checkIcon={chosen}
            closeMenuOnClick
            onChange={() => setColorScheme(scheme)}
          >
            {t(`scheme.${scheme}`)}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        {may('world.read') ? (
          <Menu.Item className={styles.narrow} onClick={() => go('/rehearsals')}>
            {t('rehearsals')}
          </Menu.Item>
        ) : null}
        {may('secret.read') ? (
          <Menu.Item onClick={() => go('/connections', { leave: true })}>{t('connections')}</Menu.Item>
        ) : null}
        {may('person.read') ? (
          <Menu.Item onClick={() => go('/colleagues', { leave: true })}>{t('colleagues')}</Menu.Item>
        ) : null}
        {may('look.write') ? (
          <Menu.Item onClick={() => go('/look', { leave: true })}>{t('look')}</Menu.Item>
        ) : null}
        {may('audit.read') ? (
          <Menu.Item onClick={() => go('/log', { leave: true })}>{t('log')}</Menu.Item>
        ) : null}
        <Menu.Item component="a" href="/about">
          {t('about')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('signOut')}</Menu.Item>
        <Menu.Item onClick={() => void signOut({ everywhere: true })}>{t('signOutAll')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
