/** The teams of the organisation: made, and called otherwise. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../shared/announce.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import styles from './colleagues.module.css';
import { changed, setTeam, type TeamRow } from './colleagues-api.ts';
import { teamId } from './team-id.ts';

export function Teams({ teams }: { teams: readonly TeamRow[] }) {
  const { t } = useTranslation('colleagues');
  const [open, setOpen] = useState<TeamRow | 'new'>();
  return (
    <section className="card" aria-labelledby="teams">
      <div className={styles.head}>
        <h2 id="teams">{t('teams')}</h2>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {t('teamAdd')}
        </Button>
      </div>
      <p className="quiet">{t('teamsLead')}</p>
      {teams.length === 0 ? <p>{t('noTeams')}</p> : null}
      <ul className={styles.rows}>
        {teams.map((team) => (
          <li key={team.id}>
            <div>
              <b>{team.name}</b>
              <p className="quiet">
                {t('teamPeople', { count: new Set(Object.values(team.roles).flat()).size })}
              </p>
            </div>
            <div className={styles.moves}>
              <Button
                size="sm"
                variant="default"
                aria-label={t('teamRenameOf', { name: team.name })}
                onClick={() => setOpen(team)}
              >
                {t('teamRename')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {open ? (
        <NameTeam
          team={open === 'new' ? undefined : open}
          taken={teams.map(({ id }) => id)}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </section>
  );
}

interface NameTeamProps {
  team: TeamRow | undefined;
  taken: readonly string[];
  onClose(): void;
}

function NameTeam({ team, taken, onClose }: NameTeamProps) {
  const { t } = useTranslation('colleagues');
  const { t: tShared } = useTranslation('shared');
  const [name, setName] = useState(team?.name ?? '');
  const save = async () => {
    await setTeam(team?.id ?? teamId(name, taken), name.trim());
    await changed();
    announce(t('teamSaved', { name: name.trim() }));
    onClose();
  };
  return (
    <FormDialog
      title={team ? t('teamRenameOf', { name: team.name }) : t('teamAdd')}
      go={team ? tShared('save') : t('teamAddGo')}
      isWhole={name.trim() !== ''}
      onGo={save}
      onClose={onClose}
    >
      {(tried) => (
        <TextInput
          label={t('teamName')}
          aria-required
          maxLength={200}
          autoComplete="off"
          value={name}
          error={tried && name.trim() === '' ? tShared('required') : undefined}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
