/** Drafts of all processes that wait for a second person, above the list of processes. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import { definitionsQuery } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useNames } from '../shared/person.tsx';
import styles from './publishing.module.css';
import { openRequestsQuery } from './publishing-api.ts';

export function Waiting() {
  const { t } = useTranslation('publishing');
  const said = useSaid();
  const name = useNames();
  const { data: open = [] } = useQuery(openRequestsQuery);
  const { data: processes = [] } = useQuery(definitionsQuery);
  if (open.length === 0) return null;
  return (
    <ul className={styles.waiting} aria-label={t('waiting')}>
      {open.map(({ id, number, askedBy }) => (
        <li key={`${id} ${number}`}>
          <strong>{t('waitingOf', { who: name(askedBy) })}: </strong>
          <Link to={`/processes/${encodeURIComponent(id)}?view=versions`}>
            {said(processes.find((one) => one.id === id)?.name) || id}
          </Link>
        </li>
      ))}
    </ul>
  );
}
