/** The roles somebody holds, each in the whole organisation or in one team. */
import { Button, CloseButton, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './colleagues.module.css';
import { type Held, ROLES, type Role, type TeamRow } from './colleagues-api.ts';

interface Props {
  roles: readonly Held[];
  teams: readonly TeamRow[];
  onChange(roles: Held[]): void;
}

const EVERYWHERE = '';

export function RolesField({ roles, teams, onChange }: Props) {
  const { t } = useTranslation('colleagues');
  const { t: tLayout } = useTranslation('layout');
  const put = (at: number, next: Held) => onChange(roles.map((one, i) => (i === at ? next : one)));
  return (
    <fieldset className={styles.roles}>
      <legend>{t('roles')}</legend>
      <p className="quiet">{t('rolesHint')}</p>
      {roles.map((held, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same role may be there twice while one is choosing
        <div key={i} className={styles.held}>
          <NativeSelect
            label={t('role')}
            data={ROLES.map((role) => ({ value: role, label: tLayout(`role.${role}`) }))}
            value={held.role}
            onChange={(event) => put(i, { ...held, role: event.currentTarget.value as Role })}
          />
          <NativeSelect
            label={t('where')}
            data={[
              { value: EVERYWHERE, label: t('everywhere') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={held.team ?? EVERYWHERE}
            onChange={({ currentTarget: { value: team } }) =>
              put(i, team === EVERYWHERE ? { role: held.role } : { role: held.role, team })
            }
          />
          <CloseButton
            size="lg"
            aria-label={t('dropRole', { role: tLayout(`role.${held.role}`) })}
            onClick={() => onChange(roles.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...roles, { role: 'supporter' }])}
      >
        {roles.length === 0 ? t('noRole') : t('moreRole')}
      </Button>
    </fieldset>
  );
}

/** Each once, in the order in which they were given. */
export const once = (roles: readonly Held[]): Held[] => [
  ...new Map(roles.map((one) => [`${one.role} ${one.team ?? ''}`, one])).values(),
];
