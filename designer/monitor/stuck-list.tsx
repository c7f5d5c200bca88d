/** Processes that are stuck, with what gets each going again. Nothing is shown when none is. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { instancesQuery } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { Stuck } from '../initiatives/stuck.tsx';
import { useWhatFor } from '../work/what-for.ts';
import styles from './page.module.css';

export function StuckList() {
  const { t } = useTranslation('monitor');
  const whatFor = useWhatFor();
  const { data = [] } = useQuery(instancesQuery({}));
  const stuck = data.filter(
    ({ incidents, status }) => incidents > 0 && status !== 'ended' && status !== 'stopped',
  );
  if (stuck.length === 0) return null;
  return (
    <section className="card" aria-labelledby="stuck">
      <h2 id="stuck">{t('stuck.title')}</h2>
      <p>{t('stuck.some', { count: stuck.length })}</p>
      <ul className={styles.stuck}>
        {stuck.map(({ instance, initiative }) => (
          <li key={instance}>
            <p>
              {initiative ? (
                <Link to={`/initiatives/${initiative}`}>{whatFor({ instance, initiative })}</Link>
              ) : (
                whatFor({ instance })
              )}
            </p>
            <Stuck instance={instance} initiative={initiative} />
          </li>
        ))}
      </ul>
    </section>
  );
}
