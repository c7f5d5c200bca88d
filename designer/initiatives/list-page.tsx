/** All initiatives, in their own words, with where each stands. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/i18n.ts';
import { commitmentsQuery, type Initiative, initiativePages, MOST, tasksQuery } from '../app/queries.ts';
import { go, Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { DueChip } from '../shared/due-chip.tsx';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import { useToday } from '../shared/today.ts';
import { commitmentItem, nextOf, taskItem, type WorkItem } from '../work/item.ts';
import styles from './list-page.module.css';

const WHICH = ['open', 'closed', 'all'] as const;
type Which = (typeof WHICH)[number];

export function Page() {
  const { t } = useTranslation('initiatives');
  const may = useMay();
  const name = useNames();
  const { data, error, isLoading, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    initiativePages(),
  );
  const initiatives = data?.pages.flat();
  const { data: tasks = [] } = useQuery(tasksQuery({}));
  const { data: promises = [] } = useQuery(commitmentsQuery({ open: true }));
  // In a list that was cut off, what is not there may still be open.
  const knowsAll = tasks.length < MOST && promises.length < MOST;
  const language = useLanguage();
  const [words, setWords] = useState('');
  const [which, setWhich] = useState<Which>('open');
  const sought = words.trim();
  const open = useMemo(
    () => groupOpen([...tasks.map((view) => taskItem(view, language)), ...promises.map(commitmentItem)]),
    [tasks, promises, language],
  );
  const found = (initiatives ?? []).filter(
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
          <Row key={one.id} initiative={one} open={open.get(one.id) ?? []} knowsAll={knowsAll} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('older')}
        </Button>
      ) : null}
    </div>
  );
}

/** Open work and promises per initiative, the earliest due first. */
function groupOpen(items: readonly WorkItem[]): Map<string, WorkItem[]> {
  const groups = new Map<string, WorkItem[]>();
  for (const item of [...items].sort((a, b) => ((a.due?.at ?? '9') < (b.due?.at ?? '9') ? -1 : 1))) {
    const group = groups.get(item.initiative ?? '');
    if (group) group.push(item);
    else groups.set(item.initiative ?? '', [item]);
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

interface RowProps {
  initiative: Initiative;
  open: readonly WorkItem[];
  /** Whether nothing open means that nothing is. */
  knowsAll: boolean;
}

function Row({ initiative, open, knowsAll }: RowProps) {
  const { t } = useTranslation('initiatives');
  const name = useNames();
  const { id, words, roles } = initiative;
  const next = nextOf(open, useToday());
  const what = next?.what ?? '';
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
            ? knowsAll
              ? t('quiet')
              : ''
            : open.length === 1
              ? t('now', { what })
              : t('nowMore', { what, count: open.length - 1 })}
        </p>
        {contact ? <p className="quiet">{t('contact', { who: name(contact) })}</p> : null}
      </div>
      <div className={styles.due}>
        {next?.due ? <DueChip due={next.due} late={next.late} withTime={next.kind === 'task'} /> : null}
      </div>
    </li>
  );
}
