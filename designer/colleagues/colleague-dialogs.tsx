/** What an administrator does about one colleague: their roles, a new password, closing and opening access, erasing. */
import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../shared/announce.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { MoveDialog } from '../shared/move-dialog.tsx';
import {
  addressOf,
  type Colleague,
  changed,
  givePassword,
  type Held,
  setRoles,
  type TeamRow,
} from './colleagues-api.ts';
import { FirstPassword } from './first-password.tsx';
import { once, RolesField } from './roles-field.tsx';

export type About = 'roles' | 'password' | 'close' | 'open' | 'erase';

interface Props {
  about: About;
  colleague: Colleague;
  name: string;
  teams: readonly TeamRow[];
  onClose(): void;
}

export function ColleagueDialog({ about, ...props }: Props) {
  switch (about) {
    case 'roles':
      return <ChangeRoles {...props} />;
    case 'password':
      return <NewPassword {...props} />;
    case 'erase':
      return <Erase {...props} />;
    default:
      return <Access about={about} {...props} />;
  }
}

type Of = Omit<Props, 'about'>;

function ChangeRoles({ colleague, name, teams, onClose }: Of) {
  const { t } = useTranslation('colleagues');
  const { t: tShared } = useTranslation('shared');
  const [roles, put] = useState<Held[]>(() => colleague.roles as Held[]);
  const save = async () => {
    await setRoles(colleague.person, once(roles));
    await changed();
    announce(t('rolesSaved', { name }));
    onClose();
  };
  return (
    <FormDialog title={t('rolesTitle', { name })} go={tShared('save')} isWhole onGo={save} onClose={onClose}>
      {() => <RolesField roles={roles} teams={teams} onChange={put} />}
    </FormDialog>
  );
}

function NewPassword({ colleague, name, onClose }: Of) {
  const { t } = useTranslation('colleagues');
  const [password, setPassword] = useState<string>();
  if (password !== undefined) return <FirstPassword name={name} password={password} onClose={onClose} />;
  const make = async () => {
    const made = await givePassword(colleague.person);
    await changed();
    setPassword(made.password);
  };
  return (
    <FormDialog
      title={t('passwordTitle', { name })}
      lead={t('passwordLead', { name })}
      go={t('passwordGo')}
      isWhole
      onGo={make}
      onClose={onClose}
    >
      {() => null}
    </FormDialog>
  );
}

function Access({ about, colleague, name, onClose }: Of & { about: 'close' | 'open' }) {
  const { t } = useTranslation('colleagues');
  const path = `${addressOf(colleague.person)}/${about === 'close' ? 'disable' : 'enable'}`;
  return (
    <MoveDialog
      title={t(`${about}Title`, { name })}
      lead={t(`${about}Lead`, { name })}
      go={t(`${about}Go`)}
      said={t(`${about}Said`, { name })}
      request={() => ({ path, body: {} })}
      onClose={(done) => {
        if (done) void changed();
        onClose();
      }}
    />
  );
}

function Erase({ colleague, name, onClose }: Of) {
  const { t } = useTranslation('colleagues');
  const { t: tShared } = useTranslation('shared');
  const [why, setWhy] = useState('');
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const isWhole = why.trim() !== '' && sure;
  return (
    <MoveDialog
      title={t('eraseTitle', { name })}
      lead={t('eraseLead', { name })}
      go={t('eraseGo')}
      color="late"
      said={t('eraseSaid', { name })}
      request={() => {
        setTried(true);
        return isWhole
          ? { path: `${addressOf(colleague.person)}/erasure`, body: { why: why.trim(), confirm: 'erase' } }
          : undefined;
      }}
      onClose={(done) => {
        if (done) void changed();
        onClose();
      }}
    >
      <Textarea
        label={t('why')}
        description={t('whyHint')}
        aria-required
        autosize
        minRows={2}
        maxLength={2_000}
        value={why}
        error={tried && why.trim() === '' ? tShared('required') : undefined}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Checkbox
        label={t('sure')}
        checked={sure}
        error={tried && !sure ? tShared('required') : undefined}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
    </MoveDialog>
  );
}
