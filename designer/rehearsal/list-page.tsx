/** All rehearsals: going on with one, looking back at one that is closed, beginning another. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type World, worldsQuery } from '../app/queries.ts';
import { go, Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useDays } from '../shared/today.ts';
import styles from './list-page.module.css';

export function Page() {
  const { t } = useTranslation('rehearsal');
  const may = useMay();
  const { data, error } = useQuery(worldsQuery);
  const open = (data ?? []).filter(({ state }) => state === 'open');
  const closed = (data ?? []).filter(({ state }) => state === 'closed');
  const make = may('world.write') ? (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/rehearsals/new')}>
      {t('make')}
    </Button>
  ) : null;
  return (
    <div className={styles.page}>
      <header>
        <div>
          <h1>{t('title')}</h1>
          <p className="quiet">{t('lead')}</p>
        </div>
        {open.length > 0 ? make : null}
      </header>
      <Failed error={error} />
      {data && open.length === 0 ? (
        <Empty title={t('none.title')} lead={t('none.lead')}>
          {make}
        </Empty>
      ) : null}
      <Worlds id="open" title={t('open')} worlds={open} />
      <Worlds id="closed" title={t('closed')} worlds={closed} />
    </div>
  );
}

function Worlds({ id, title, worlds }: { id: string; title: string; worlds: readonly World[] }) {
  const { t } = useTranslation('rehearsal');
  const days = useDays();
  if (worlds.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.worlds}>
        {worlds.map(({ id: world, name, at }) => (
          <li key={world} className="card">
            <Link to={`/rehearsals/${world}`}>{name}</Link>
            <span className="quiet">{t('clockAt', { when: days.full(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
