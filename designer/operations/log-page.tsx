/** The log: who did what to which record, the newest first. */
import { Button, Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AuditEntry } from '../../contract/api/operations.ts';
import { ask, queryOf } from '../app/api.ts';
import { useSaid } from '../app/i18n.ts';
import { definitionsQuery, useInitiatives } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import { useWhatFor } from '../work/what-for.ts';
import styles from './operations.module.css';

type Entry = z.infer<typeof AuditEntry>;

const PAGE = 100;

/** What can be looked for; what is not among them is shown by its own name. */
const ACTIONS = [
  'instance.modify',
  'instance.set',
  'instance.retry',
  'instance.migrated',
  'instance.migrationUndone',
  'batch.started',
  'definition.published',
  'secret.changed',
  'secret.removed',
  'token.added',
  'token.revoked',
  'account.added',
  'account.roles',
  'account.disabled',
  'account.enabled',
  'account.password',
  'password.changed',
  'session.opened',
  'session.refused',
  'session.throttled',
  'links.revoked',
  'initiative.erased',
  'initiative.words',
] as const;

export function Page() {
  const { t } = useTranslation('operations');
  const may = useMay()('audit.read');
  const [action, setAction] = useState<string | null>(null);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', action],
    enabled: may,
    queryFn: async ({ pageParam, signal }) =>
      (
        await ask<{ items: Entry[] }>(
          `/audit${queryOf({ limit: PAGE, skip: pageParam, action: action ?? undefined })}`,
          { signal },
        )
      ).items,
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.length < PAGE ? undefined : all.flat().length),
  });
  if (!may) return <Empty whole title={t('notYours')} />;
  const entries = data?.pages.flat() ?? [];
  return (
    <article className={styles.page}>
      <header>
        <h1>{t('log.title')}</h1>
        <p className="quiet">{t('log.lead')}</p>
      </header>
      <Select
        maw="24rem"
        label={t('log.which')}
        placeholder={t('log.everything')}
        clearable
        searchable
        openOnFocus={false}
        data={ACTIONS.map((one) => ({ value: one, label: t(`log.act.${one}`) }))}
        value={action}
        onChange={setAction}
      />
      <Failed error={entries.length === 0 ? error : undefined} />
      {data && entries.length === 0 ? <Empty title={t('log.none')} /> : null}
      {entries.length > 0 ? (
        <section className="card" aria-label={t('log.title')}>
          <ol className={styles.rows}>
            {entries.map((entry, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added at the end, and have no id of their own
              <Row key={`${entry.at} ${entry.action} ${entry.about} ${i}`} entry={entry} />
            ))}
          </ol>
          {hasNextPage ? (
            <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('log.older')}
            </Button>
          ) : null}
        </section>
      ) : null}
    </article>
  );
}

function Row({ entry: { at, by, action, about, detail = {} } }: { entry: Entry }) {
  const { t, i18n } = useTranslation('operations');
  const days = useDays();
  const name = useNames();
  const may = useMay();
  const aboutWhat = useAbout();
  const said = useDetails();
  const known = i18n.exists(`log.act.${action}`, { ns: 'operations' });
  const who = by.startsWith('token:') ? t('log.system', { id: by.slice(6) }) : name(by);
  const words = aboutWhat(about);
  return (
    <li>
      <div>
        <b>{known ? t(`log.act.${action as 'batch.started'}`) : action}</b>
        <p className="quiet">
          {who}, {days.moment(at)}
        </p>
      </div>
      <div className={styles.about}>
        {about.startsWith('pi_') && may('instance.repair') ? (
          <Link to={`/repair/${about}`}>{words}</Link>
        ) : (
          words
        )}
        <p className="quiet">{said(detail)}</p>
      </div>
    </li>
  );
}

/** What an entry is about, by the name people know it by. */
function useAbout(): (about: string) => string {
  const said = useSaid();
  const name = useNames();
  const whatFor = useWhatFor(NONE);
  const initiatives = useInitiatives();
  const { data: processes = [] } = useQuery(definitionsQuery);
  return (about) => {
    if (about.startsWith('per_')) return name(about);
    if (about.startsWith('pi_')) return whatFor({ instance: about, initiative: undefined });
    if (about.startsWith('ini_')) return initiatives.get(about)?.words?.title ?? about;
    if (about.startsWith('bat_')) return '';
    return said(processes.find(({ id }) => id === about)?.name) || about;
  };
}

const NONE: readonly string[] = [];

/** What else an entry says, in words; ids and hashes are for who reads it over the API. */
function useDetails(): (detail: NonNullable<Entry['detail']>) => string {
  const { t } = useTranslation('operations');
  const { t: tLayout, i18n } = useTranslation('layout');
  return ({ version, to, type, instances, origins, role }) => {
    const number = version ?? to;
    return [
      i18n.exists(`log.type.${type}`, { ns: 'operations' }) ? t(`log.type.${type as 'act'}`) : '',
      number === undefined ? '' : t('log.version', { n: String(number) }),
      typeof instances === 'number' ? t('log.instances', { count: instances }) : '',
      origins === undefined ? '' : String(origins),
      role === undefined
        ? ''
        : i18n.exists(`role.${role}`, { ns: 'layout' })
          ? tLayout(`role.${role as 'system'}`)
          : String(role),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
