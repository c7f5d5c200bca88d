/** All initiatives, in their own words, with where each stands. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said, useLanguage } from '../app/i18n.ts';
import { type Initiative, initiativesQuery, type Task, tasksQuery } from '../app/queries.ts';
import { go, Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { DueChip } from '../shared/due-chip.tsx';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import styles from './list-page.module.css';

const WHICH = ['open', 'closed', 'all'] as const;
type Which = (typeof WHICH)[number];

export function Page() {
  const { t } = useTranslation('initiatives');
  const may = useMay();
  const name = useNames();
  const { data, error, isLoading } = useQuery(initiativesQuery);
  const { data: tasks = [] } = useQuery(tasksQuery({}));
  const [words, setWords] = useState('');
  const [which, setWhich] = useState<Which>('open');
  const sought = words.trim();
  const byInitiative = useMemo(() => groupTasks(tasks), [tasks]);
  const found = (data ?? []).filter(
    (one) => (which === 'all' || (one.status === 'open') === (which === 'open')) && fits(one, sought, name),
  );
  const register = may('initiative.register') ? (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/initiatives/new')}>
      {t('register')}
    </Button>
  ) : null;
  return (
    <div className={styles.page}>
      <header>
        <h1>{t('title')}</h1>
        {register}
      </header>
      <div className={styles.find}>
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('which')}
          data={WHICH.map((value) => ({ value, label: t(value) }))}
          value={which}
          onChange={(value) => setWhich(value as Which)}
        />
      </div>
      <p className="quiet" role="status">
        {data ? t('found', { count: found.length }) : ''}
      </p>
      <Failed error={error} />
      {isLoading || found.length > 0 ? null : sought ? (
        <Empty title={t('none.notFound', { words: sought })} lead={t('none.notFoundLead')} />
      ) : (
        <Empty title={t('none.title')} lead={t('none.lead')}>
          {register}
        </Empty>
      )}
      <ul className={styles.list}>
        {found.map((one) => (
          <Row key={one.id} initiative={one} tasks={byInitiative.get(one.id) ?? []} />
        ))}
      </ul>
    </div>
  );
}

function groupTasks(tasks: readonly Task[]): Map<string, Task[]> {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const { initiative = '' } = task;
    groups.set(initiative, [...(groups.get(initiative) ?? []), task]);
  }
  return groups;
}

function fits({ words, roles }: Initiative, sought: string, name: (person: string) => string): boolean {
  if (sought === '') return true;
  const all = [words?.title, words?.place, words?.motto, words?.idea, ...(roles.initiator ?? []).map(name)]
    .join(' ')
    .toLocaleLowerCase();
  return sought
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function Row({ initiative, tasks }: { initiative: Initiative; tasks: readonly Task[] }) {
  const { t } = useTranslation('initiatives');
  const language = useLanguage();
  const name = useNames();
  const { id, words, roles } = initiative;
  const [next] = tasks;
  const what = next ? (next.title === undefined ? next.name : said(next.title, language)) : '';
  const initiators = (roles.initiator ?? []).map(name).join(', ');
  const contact = roles.supporter?.[0] ?? roles.coordinator?.[0];
  return (
    <li className="card">
      <div className={styles.words}>
        <h2>
          <Link to={`/initiatives/${id}`}>{words?.title || t('erased')}</Link>
        </h2>
        {words?.motto ? <p className={styles.motto}>{words.motto}</p> : null}
        <p className="quiet">
          {[words?.place, initiators ? t('by', { who: initiators }) : ''].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={styles.stands}>
        <p>
          {next === undefined
            ? t('quiet')
            : tasks.length === 1
              ? t('now', { what })
              : t('nowMore', { what, count: tasks.length - 1 })}
        </p>
        {contact ? <p className="quiet">{t('contact', { who: name(contact) })}</p> : null}
      </div>
      <div className={styles.due}>
        {next?.due ? <DueChip due={next.due} late={next.late} withTime /> : null}
      </div>
    </li>
  );
}
