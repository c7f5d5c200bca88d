/** Colleagues: who is there and who is away; for administrators also who signs in, with which roles, in which teams. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDotsVertical, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../app/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useDays } from '../shared/today.ts';
import { AddColleague } from './add-colleague.tsx';
import { type About, ColleagueDialog } from './colleague-dialogs.tsx';
import styles from './colleagues.module.css';
import { type Colleague, colleaguesQuery, type TeamRow, teamsQuery } from './colleagues-api.ts';
import { Teams } from './teams.tsx';
import { WhoIsThere } from './who-is-there.tsx';

export function Page() {
  const { t } = useTranslation('colleagues');
  const may = useMay();
  const keeps = may('account.read');
  const { data: teams = [], error } = useQuery({ ...teamsQuery, enabled: keeps });
  if (!may('person.read')) return <Empty whole title={t('notYours')} />;
  return (
    <article className={styles.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className="quiet">{t('lead')}</p>
      </header>
      <Failed error={error} />
      <WhoIsThere />
      {keeps ? (
        <>
          <People teams={teams} />
          <Teams teams={teams} />
        </>
      ) : null}
    </article>
  );
}

const nameOf = ({ name, mail, person }: Colleague): string => name ?? mail ?? person;

function People({ teams }: { teams: readonly TeamRow[] }) {
  const { t } = useTranslation('colleagues');
  const { data, error } = useQuery(colleaguesQuery);
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ about: About; colleague: Colleague }>();
  const rows = [...(data ?? [])].sort(
    (a, b) => Number(a.disabled) - Number(b.disabled) || nameOf(a).localeCompare(nameOf(b)),
  );
  return (
    <section className="card" aria-labelledby="people">
      <div className={styles.head}>
        <h2 id="people">{t('people')}</h2>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      <Failed error={error} />
      <ul className={styles.rows}>
        {rows.map((colleague) => (
          <Row
            key={colleague.person}
            colleague={colleague}
            teams={teams}
            onOpen={(about) => setOpen({ about, colleague })}
          />
        ))}
      </ul>
      {adding ? <AddColleague teams={teams} onClose={() => setAdding(false)} /> : null}
      {open ? (
        <ColleagueDialog
          {...open}
          name={nameOf(open.colleague)}
          teams={teams}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </section>
  );
}

interface RowProps {
  colleague: Colleague;
  teams: readonly TeamRow[];
  onOpen(about: About): void;
}

function Row({ colleague, teams, onOpen }: RowProps) {
  const { t } = useTranslation('colleagues');
  const { t: tLayout } = useTranslation('layout');
  const days = useDays();
  const me = useMe().person?.id;
  const { person, mail, roles, disabled, mustChangePassword, lastSignInAt } = colleague;
  const name = nameOf(colleague);
  const isMe = person === me;
  const held = roles.map(({ role, team }) => {
    const word = tLayout(`role.${role as 'supporter'}`);
    const where = team === undefined ? undefined : (teams.find(({ id }) => id === team)?.name ?? team);
    return where === undefined ? word : t('inTeam', { role: word, team: where });
  });
  const state = [
    lastSignInAt ? t('lastIn', { when: days.moment(lastSignInAt) }) : t('neverIn'),
    ...(mustChangePassword && !disabled ? [t('mustChange')] : []),
  ];
  return (
    <li data-closed={disabled || undefined}>
      <div>
        <b>{name}</b> {isMe ? <span className="quiet">({t('you')})</span> : null}{' '}
        {disabled ? <span className={styles.closed}>{t('closed')}</span> : null}
        <p>{held.length > 0 ? held.join(', ') : t('none')}</p>
        <p className="quiet">{[mail, ...state].filter(Boolean).join(' · ')}</p>
      </div>
      <div className={styles.moves}>
        <Button
          size="sm"
          variant="default"
          aria-label={`${t('setRoles')} ${name}`}
          onClick={() => onOpen('roles')}
        >
          {t('setRoles')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('more', { name })}>
              <IconDotsVertical size={20} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onOpen('password')}>{t('newPassword')}</Menu.Item>
            {disabled ? (
              <Menu.Item onClick={() => onOpen('open')}>{t('open')}</Menu.Item>
            ) : isMe ? null : (
              <Menu.Item onClick={() => onOpen('close')}>{t('close')}</Menu.Item>
            )}
            {isMe ? null : (
              <Menu.Item color="late" onClick={() => onOpen('erase')}>
                {t('erase')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  );
}
