/** Before it is in use: what changes, for whom, and how much stays on the version it has. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { instancesQuery } from '../app/queries.ts';
import { useMay } from '../app/session.ts';
import { Changes } from '../differences/changes.tsx';
import { useDefinition } from '../differences/use-definition.ts';
import { versionsQuery } from '../processes/processes-api.ts';
import styles from './publishing.module.css';

export function Review({ id, definition }: { id: string; definition: Definition }) {
  const { t } = useTranslation('publishing');
  const may = useMay()('instance.read');
  const { data: versions, isError } = useQuery(versionsQuery(id));
  const latest = versions?.[0]?.version;
  const { definition: before } = useDefinition(id, latest);
  const { data: instances = [] } = useQuery({ ...instancesQuery({ process: id }), enabled: may });
  const running = instances.filter(({ status }) => status !== 'ended' && status !== 'stopped').length;
  if (isError) return <p className={styles.lead}>{t('first')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys have to reach it
    <section className={styles.review} aria-label={t('changes')} tabIndex={0}>
      <h3>{t('changes')}</h3>
      {before ? <Changes before={before} after={definition} /> : <p className={styles.lead}>…</p>}
      {running > 0 ? <p className={styles.stay}>{t('stay', { count: running })}</p> : null}
    </section>
  );
}
