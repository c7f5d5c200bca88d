/** Whether several people hold a role at once, and taking away a role that nothing speaks of. */
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../contract/index.ts';
import { roleName } from '../../core/prose/say.ts';
import { mayRemoveRole } from '../actions/index.ts';
import { useProperties } from '../properties/parts.tsx';
import styles from './expert.module.css';

export function RoleTools({ role }: { role: Role }) {
  const { t } = useTranslation('expert');
  const { definition, language, editor } = useProperties();
  const name = roleName(definition, role.id, language);
  return (
    <span className={styles.under}>
      <Checkbox
        size="sm"
        label={t('many')}
        aria-label={t('manyNamed', { name })}
        checked={role.many === true}
        onChange={(event) => {
          const { many: _old, ...one } = role;
          editor.run('changeRole', event.currentTarget.checked ? { ...one, many: true } : one);
        }}
      />
      {mayRemoveRole(definition, role.id) ? (
        <ActionIcon
          variant="subtle"
          size={30}
          aria-label={t('removeRole', { name })}
          onClick={() => editor.run('removeRole', { id: role.id })}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      ) : null}
    </span>
  );
}
