/** Where an administrator gives the organisation its colour and its logo, and sees both before they are kept. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { AccentChoice } from './accent-choice.tsx';
import { LogoChoice } from './logo-choice.tsx';
import styles from './look.module.css';
import { lookQuery } from './look-api.ts';

export function Page() {
  const { t } = useTranslation('look');
  const may = useMay()('look.write');
  const { data, error } = useQuery({ ...lookQuery, enabled: may });
  if (!may) return <Empty whole title={t('notYours')} />;
  return (
    <article className={styles.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className="quiet">{t('lead')}</p>
      </header>
      <Failed error={error} />
      {data ? (
        <>
          <AccentChoice look={data} />
          <LogoChoice look={data} />
        </>
      ) : null}
    </article>
  );
}
