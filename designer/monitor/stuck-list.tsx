/** Processes that are stuck, with what gets each going again. Nothing is shown when none is. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type InstanceRow, instancesQuery, versionQuery } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { Stuck } from '../initiatives/stuck.tsx';
import { useWhatFor } from '../work/what-for.ts';
import styles from './page.module.css';

export function StuckList() {
  const { t } = useTranslation('monitor');
  const { data = [] } = useQuery(instancesQuery({ incidents: true }));
  const stuck = data.filter(({ status }) => status !== 'ended' && status !== 'stopped');
  const whatFor = useWhatFor(stuck.map(({ initiative }) => initiative));
  if (stuck.length === 0) return null;
  return (
    <section className="card" aria-labelledby="stuck">
      <h2 id="stuck">{t('stuck.title')}</h2>
      <p>{t('stuck.some', { count: stuck.length })}</p>
      <ul className={styles.stuck}>
        {stuck.map((row) => (
          <li key={row.instance}>
            <p>
              {row.initiative ? (
                <Link to={`/initiatives/${row.initiative}`}>{whatFor(row)}</Link>
              ) : (
                whatFor(row)
              )}
            </p>
            <StuckRow row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StuckRow({ row: { instance, initiative, process, version } }: { row: InstanceRow }) {
  const { data } = useQuery({ ...versionQuery(process, version ?? 0), enabled: version !== undefined });
  return <Stuck instance={instance} initiative={initiative} definition={data?.definition} />;
}
