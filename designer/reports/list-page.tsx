/** All reports, the newest first. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { writtenPeriod } from '../../core/texts/index.ts';
import { Link } from '../app/router.tsx';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useDays } from '../shared/today.ts';
import { reportsQuery, type Summary } from './queries.ts';
import styles from './reports.module.css';

export function Page() {
  const { t } = useTranslation('reports');
  const { data, error } = useQuery(reportsQuery);
  return (
    <div className={styles.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className="quiet">{t('lead')}</p>
      </header>
      <Failed error={data ? undefined : error} />
      {data?.length === 0 ? <Empty title={t('none.title')} lead={t('none.lead')} /> : null}
      <ul className={styles.list}>
        {(data ?? []).map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </ul>
    </div>
  );
}

function Row({ report }: { report: Summary }) {
  const { t } = useTranslation('reports');
  const { language } = useDays();
  return (
    <li>
      <Link to={`/reports/${report.id}`}>
        <b>{t('about', { period: writtenPeriod(language, report.period) })}</b>
        <span className="quiet">{useHowFar(report)}</span>
      </Link>
    </li>
  );
}

/** Whether it went out, in words. */
export function useHowFar({ status, sentAt }: Pick<Summary, 'status' | 'sentAt'>): string {
  const { t } = useTranslation('reports');
  const days = useDays();
  return status === 'sent' && sentAt
    ? t('state.sent', { day: days.day(days.dateOf(sentAt)) })
    : t('state.draft');
}
