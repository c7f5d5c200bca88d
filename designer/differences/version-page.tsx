/** One published version to look at, at an address of its own. */
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import type { PageProps } from '../app/pages.ts';
import { Link } from '../app/router.tsx';
import { ProcessMap } from '../canvas/process-map.tsx';
import { Empty } from '../shared/empty.tsx';
import { addressOfDifference, whichIn } from './addresses.ts';
import styles from './differences.module.css';
import { useDefinition } from './use-definition.ts';
import { WayBack } from './way-back.tsx';

export function Page({ params }: PageProps) {
  const { t } = useTranslation('differences');
  const said = useSaid();
  const id = params.process ?? '';
  const given = whichIn(params.version ?? null);
  const version = typeof given === 'number' ? given : undefined;
  const { definition, failed } = useDefinition(id, version);
  if (version === undefined || failed)
    return (
      <Empty whole title={t('title')} lead={t('loadFailed')}>
        <Link to={`/processes/${encodeURIComponent(id)}`}>{t('back')}</Link>
      </Empty>
    );
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <WayBack process={id} />
        <div className={styles.names}>
          <h1>{said(definition?.name)}</h1>
          <p>{t('readOnlyVersion', { n: version })}</p>
        </div>
        {version > 1 ? (
          <Link to={addressOfDifference(id, version - 1, version)}>{t('since', { n: version - 1 })}</Link>
        ) : null}
      </div>
      {definition ? (
        <div className={styles.drawing}>
          <ProcessMap definition={definition} label={said(definition.name)} />
        </div>
      ) : (
        <p className={styles.lead}>…</p>
      )}
    </div>
  );
}
