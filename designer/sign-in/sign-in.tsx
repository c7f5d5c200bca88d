/** The way in: mail address and password. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SignInProblem, signIn } from '../app/session.ts';
import { Doorway } from './doorway.tsx';

export function SignIn({ expired }: { expired: boolean }) {
  const { t } = useTranslation('signIn');
  const [mail, setMail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<SignInProblem>();
  const [busy, setBusy] = useState(false);
  async function enter(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    setProblem(await signIn(mail, password));
    setBusy(false);
  }
  return (
    <Doorway title={t('title')} lead={t(expired ? 'expired' : 'lead')}>
      <form onSubmit={(event) => void enter(event)}>
        <TextInput
          type="email"
          label={t('mail')}
          value={mail}
          autoComplete="username"
          required
          withAsterisk={false}
          onChange={(event) => setMail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          value={password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0 }}
          error={problem ? t(problem) : undefined}
          errorProps={{ role: 'alert' }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {t('enter')}
        </Button>
        <p className="quiet" style={{ margin: 0 }}>
          {t('forgot')}
        </p>
      </form>
    </Doorway>
  );
}
