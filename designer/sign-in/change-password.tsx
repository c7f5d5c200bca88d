/** Another password, which is asked of everybody who got their first one from somebody else. */
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../app/api.ts';
import { changePassword } from '../app/session.ts';
import { Failed } from '../shared/failed.tsx';
import { Doorway } from './doorway.tsx';

export function ChangePassword() {
  const { t } = useTranslation('signIn');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const at =
    error instanceof Refused && error.problem.code === 'INVALID_ARGUMENT' ? error.problem.path : undefined;
  async function change(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(
      await changePassword(current, password).then(
        () => undefined,
        (problem: unknown) => problem,
      ),
    );
    setBusy(false);
  }
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t('show'), tabIndex: 0 } };
  return (
    <Doorway title={t('change.title')} lead={t('change.lead')}>
      <form onSubmit={(event) => void change(event)}>
        <PasswordInput
          {...toggle}
          label={t('change.current')}
          value={current}
          autoComplete="current-password"
          error={at === 'current' ? t('change.wrongCurrent') : undefined}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          {...toggle}
          label={t('change.next')}
          description={t('change.nextHelp')}
          value={password}
          autoComplete="new-password"
          error={at === 'password' ? t('change.tooShort') : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {error && at === undefined ? <Failed error={error} /> : null}
        <Button type="submit" loading={busy}>
          {t('change.go')}
        </Button>
      </form>
    </Doorway>
  );
}
