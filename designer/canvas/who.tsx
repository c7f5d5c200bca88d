/** Who does what: one role is looked at, and what it does stands out from the rest. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { peopleOf, said } from '../../core/prose/say.ts';
import { useLanguage } from '../app/i18n.ts';
import { SideShape } from '../shared/side-mark.tsx';
import styles from './canvas.module.css';

/** What a role does, or hears. */
export const stepsOf = ({ elements }: Definition, role: string): string[] =>
  elements.flatMap((one) => (peopleOf(one).includes(role) ? [one.id] : []));

interface Props {
  definition: Definition;
  role: string | undefined;
  onRole(role: string | undefined): void;
}

export function Who({ definition, role, onRole }: Props) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const roles = useMemo(
    () =>
      definition.roles
        .map((one) => ({ ...one, count: stepsOf(definition, one.id).length }))
        .filter(({ count }) => count > 0),
    [definition],
  );
  if (roles.length === 0) return null;
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Tooltip label={t('who')}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('who')}
            data-on={role !== undefined || undefined}
          >
            <IconUsers size={20} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('who')}</Menu.Label>
        {roles.map(({ id, name, side, count }) => (
          <Menu.Item
            key={id}
            {...(role === id ? { 'aria-current': 'true' as const, bg: 'var(--tint)' } : {})}
            leftSection={
              <span className={styles.whoMark}>
                <SideShape side={side} size={12} />
              </span>
            }
            rightSection={t('whoSteps', { count })}
            onClick={() => onRole(role === id ? undefined : id)}
          >
            {said(name, language)}
          </Menu.Item>
        ))}
        <Menu.Item disabled={role === undefined} onClick={() => onRole(undefined)}>
          {t('whoAll')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
