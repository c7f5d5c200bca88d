/** A new rehearsal: when its story begins, and who takes part. */
import { ActionIcon, Button, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { IconArrowLeft, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { newKey, send } from '../app/api.ts';
import { useLanguage, useSaid } from '../app/i18n.ts';
import { definitionsQuery, queryClient, versionQuery, type World } from '../app/queries.ts';
import { go, Link } from '../app/router.tsx';
import { Failed } from '../shared/failed.tsx';
import { useDays } from '../shared/today.ts';
import { type CastRow, peopleOf, REACH, USUAL_ROLES } from './cast.ts';
import styles from './new-page.module.css';
import { useRoleWords } from './players.ts';

export function Page() {
  const { t } = useTranslation('rehearsal');
  const { t: tShared } = useTranslation('shared');
  const days = useDays();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [at, setAt] = useState(`${days.today}T09:00`);
  const [who, setWho] = useState<'own' | 'invented'>('own');
  const [rows, setRows] = useState<CastRow[]>(() =>
    USUAL_ROLES.map((role, id) => ({ id, role, name: '', reach: 'mail', language })),
  );
  const [tried, setTried] = useState(false);
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const missing = (value: string) => (tried && !value.trim() ? tShared('required') : undefined);
  const nobody = who === 'invented' && Object.keys(peopleOf(rows)).length === 0;
  async function begin() {
    setTried(true);
    if (!name.trim() || !at || nobody) return;
    setBusy(true);
    setError(undefined);
    try {
      const people = who === 'own' ? {} : peopleOf(rows);
      const world = await send<World>('/worlds', { name: name.trim(), at: at.slice(0, 16), people }, { key });
      await queryClient.invalidateQueries({ queryKey: ['worlds'] });
      go(`/rehearsals/${world.id}`, { replace: true });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        <Link to="/rehearsals">
          <IconArrowLeft size={18} aria-hidden /> {t('newPage.back')}
        </Link>
      </p>
      <h1>{t('newPage.title')}</h1>
      <p className="quiet">{t('newPage.lead')}</p>
      <form
        className="card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <Stack gap="lg">
          <TextInput
            label={t('newPage.name')}
            placeholder={t('newPage.namePlaceholder')}
            value={name}
            error={missing(name)}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t('newPage.at')}
            value={at}
            error={missing(at)}
            maw={280}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('newPage.people')}
            value={who}
            onChange={(value) => setWho(value as 'own' | 'invented')}
          >
            <Stack gap={8} mt={8}>
              <Radio value="own" label={t('newPage.own')} description={t('newPage.ownHelp')} />
              <Radio value="invented" label={t('newPage.invented')} />
            </Stack>
          </Radio.Group>
          {who === 'invented' ? (
            <Cast rows={rows} error={tried && nobody ? tShared('required') : undefined} onChange={setRows} />
          ) : null}
        </Stack>
        <Failed error={error} />
        <Button type="submit" size="md" mt="lg" loading={busy}>
          {t('newPage.go')}
        </Button>
      </form>
    </div>
  );
}

interface CastProps {
  rows: readonly CastRow[];
  error: string | undefined;
  onChange(rows: CastRow[]): void;
}

function Cast({ rows, error, onChange }: CastProps) {
  const { t } = useTranslation('rehearsal');
  const roles = useRoles();
  const change = (id: number, more: Partial<CastRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...more } : row)));
  const last = rows.at(-1);
  return (
    <fieldset className={styles.cast}>
      <legend className="unseen">{t('newPage.invented')}</legend>
      <ul>
        {rows.map((row, index) => (
          <li key={row.id}>
            <NativeSelect
              label={t('newPage.role')}
              data={roles}
              value={row.role}
              onChange={(event) => change(row.id, { role: event.currentTarget.value })}
            />
            <TextInput
              label={t('newPage.who')}
              value={row.name}
              error={index === 0 ? error : undefined}
              onChange={(event) => change(row.id, { name: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('newPage.reach')}
              data={REACH.map((value) => ({ value, label: t(`newPage.reachBy.${value}`) }))}
              value={row.reach}
              onChange={(event) => change(row.id, { reach: event.currentTarget.value as CastRow['reach'] })}
            />
            <NativeSelect
              label={t('newPage.language')}
              data={[
                { value: 'nl', label: 'Nederlands' },
                { value: 'en', label: 'English' },
              ]}
              value={row.language}
              onChange={(event) => change(row.id, { language: event.currentTarget.value as 'nl' | 'en' })}
            />
            <ActionIcon
              variant="subtle"
              color="quiet"
              size={36}
              aria-label={row.name ? t('newPage.remove', { name: row.name }) : t('newPage.removeEmpty')}
              onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
            >
              <IconTrash size={20} stroke={1.75} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        variant="light"
        size="compact-md"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() =>
          onChange([
            ...rows,
            {
              id: Math.max(-1, ...rows.map(({ id }) => id)) + 1,
              role: last?.role ?? 'initiator',
              name: '',
              reach: 'mail',
              language: last?.language ?? 'nl',
            },
          ])
        }
      >
        {t('newPage.add')}
      </Button>
    </fieldset>
  );
}

/** Roles of the processes in use, with the words that these give them. */
function useRoles(): { value: string; label: string }[] {
  const said = useSaid();
  const words = useRoleWords();
  const { data: processes = [] } = useQuery(definitionsQuery);
  const published = processes.flatMap(({ id, version }) => (version === undefined ? [] : [{ id, version }]));
  const definitions = useQueries({
    queries: published.map(({ id, version }) => versionQuery(id, version)),
    combine: (all) => all.flatMap(({ data }): Definition[] => (data ? [data.definition] : [])),
  });
  const labels = new Map<string, string>(USUAL_ROLES.map((role) => [role, words(role)]));
  for (const { roles } of definitions)
    for (const { id, name } of roles) if (!labels.has(id)) labels.set(id, said(name).toLocaleLowerCase());
  return [...labels].map(([value, label]) => ({ value, label }));
}
