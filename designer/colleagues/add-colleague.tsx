/** Gives somebody an account: who they are and what they do; their first password is shown once. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shared/form-dialog.tsx';
import { addColleague, changed, type NewColleague, type TeamRow } from './colleagues-api.ts';
import { FirstPassword } from './first-password.tsx';
import { once, RolesField } from './roles-field.tsx';

/** The server looks closer; this spares a round for what was left half-way. */
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function AddColleague({ teams, onClose }: { teams: readonly TeamRow[]; onClose(): void }) {
  const { t } = useTranslation('colleagues');
  const { t: tShared } = useTranslation('shared');
  const [who, setWho] = useState<NewColleague>({
    name: '',
    mail: '',
    phone: '',
    language: 'nl',
    roles: [{ role: 'supporter' }],
  });
  const [password, setPassword] = useState<string>();
  const put = (part: Partial<NewColleague>) => setWho((before) => ({ ...before, ...part }));
  const name = who.name.trim();
  const mail = who.mail.trim();
  const add = async () => {
    const phone = who.phone?.trim();
    const { language } = who;
    const made = await addColleague({
      name,
      mail,
      language,
      roles: once(who.roles),
      ...(phone ? { phone } : {}),
    });
    await changed();
    setPassword(made.password);
  };
  if (password !== undefined) return <FirstPassword name={name} password={password} onClose={onClose} />;
  return (
    <FormDialog
      title={t('add')}
      go={t('addGo')}
      isWhole={name !== '' && MAIL.test(mail)}
      onGo={add}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <TextInput
            label={t('name')}
            aria-required
            maxLength={200}
            autoComplete="off"
            value={who.name}
            error={tried && name === '' ? tShared('required') : undefined}
            data-autofocus
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <TextInput
            type="email"
            label={t('mail')}
            description={t('mailHint')}
            aria-required
            maxLength={320}
            autoComplete="off"
            value={who.mail}
            error={tried && !MAIL.test(mail) ? t('mailWrong') : undefined}
            onChange={(event) => put({ mail: event.currentTarget.value })}
          />
          <TextInput
            type="tel"
            label={t('phone')}
            description={t('phoneHint')}
            maxLength={50}
            autoComplete="off"
            value={who.phone ?? ''}
            onChange={(event) => put({ phone: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('language')}
            data={(['nl', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
            value={who.language}
            onChange={(event) => put({ language: event.currentTarget.value as NewColleague['language'] })}
          />
          <RolesField roles={who.roles} teams={teams} onChange={(roles) => put({ roles })} />
        </>
      )}
    </FormDialog>
  );
}
