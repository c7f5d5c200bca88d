/** The way in. */
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInWithToken } from '../app/session.ts';
import styles from './sign-in.module.css';

export function SignIn() {
  const { t } = useTranslation('signIn');
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<'wrong' | 'unreachable'>();
  const [busy, setBusy] = useState(false);
  async function enter(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      if (!(await signInWithToken(token))) setProblem('wrong');
    } catch {
      setProblem('unreachable');
    }
    setBusy(false);
  }
  return (
    <main className={styles.page}>
      <form className="card" onSubmit={(event) => void enter(event)}>
        <p className={styles.name}>Speelruimte</p>
        <h1>{t('title')}</h1>
        <p className="quiet">{t('lead')}</p>
        <PasswordInput
          label={t('token')}
          description={t('tokenHelp')}
          value={token}
          autoComplete="current-password"
          required
          error={problem ? t(problem) : undefined}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} fullWidth mt="md">
          {t('enter')}
        </Button>
      </form>
    </main>
  );
}
