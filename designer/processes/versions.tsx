/** Published versions with their notes; an old one can be brought back into the draft. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { instancesQuery, usePeople } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { addressOfDifference, addressOfVersion } from '../differences/addresses.ts';
import { FourEyesSetting } from '../publishing/four-eyes.tsx';
import { Requests } from '../publishing/requests.tsx';
import { useDays } from '../shared/today.ts';
import { SharedLinks } from '../sharing/shared-links.tsx';
import { AsTemplate } from '../templates/as-template.tsx';
import styles from './process-page.module.css';
import { readVersion, versionsQuery } from './processes-api.ts';

export function Versions({
  id,
  onRestore,
}: {
  id: string;
  onRestore?: ((definition: Definition, version: number) => void) | undefined;
}) {
  const { t } = useTranslation('processes');
  const { t: tPublishing } = useTranslation('publishing');
  const { t: tDifferences } = useTranslation('differences');
  const { data } = useQuery(versionsQuery(id));
  const people = usePeople();
  const may = useMay()('instance.repair');
  const { data: instances = [] } = useQuery({ ...instancesQuery({ process: id }), enabled: may });
  const running = instances.filter(({ status }) => status !== 'ended' && status !== 'stopped');
  const days = useDays();
  if (!data?.length)
    return (
      <>
        <Requests id={id} />
        <p className={styles.quietNote}>{t('versionsNone')}</p>
        <SharedLinks id={id} versions={[]} hasDraft={onRestore !== undefined} />
        <AsTemplate id={id} versions={[]} hasDraft={onRestore !== undefined} />
        <FourEyesSetting id={id} />
      </>
    );
  const published = data.map(({ version }) => version);
  return (
    <>
      <Requests id={id} />
      <ol className={styles.versions}>
        {onRestore ? (
          <li>
            <div className={styles.versionMoves}>
              <Link to={addressOfDifference(id, data[0]?.version ?? 1, 'draft')}>
                {tDifferences('sinceDraft', { n: data[0]?.version ?? 1 })}
              </Link>
            </div>
          </li>
        ) : null}
        {data.map(({ version, name, note, publishedAt, publishedBy, approvedBy }) => (
          <li key={version}>
            <strong>
              {t('versionLine', { n: version })}
              {name ? ` · ${name}` : ''}
            </strong>
            <span className="quiet">
              {days.moment(publishedAt)}
              {publishedBy ? ` ${t('by', { who: people.get(publishedBy)?.name ?? publishedBy })}` : ''}
              {approvedBy
                ? `, ${tPublishing('approvedBy', { who: people.get(approvedBy)?.name ?? approvedBy })}`
                : ''}
            </span>
            {note ? <p>{note}</p> : null}
            <div className={styles.versionMoves}>
              <Link to={addressOfVersion(id, version)}>{tDifferences('look')}</Link>
              {version > 1 ? (
                <Link to={addressOfDifference(id, version - 1, version)}>
                  {tDifferences('since', { n: version - 1 })}
                </Link>
              ) : null}
              {onRestore ? (
                <Button
                  size="compact-sm"
                  variant="light"
                  onClick={() =>
                    void readVersion(id, version).then(({ definition }) => onRestore(definition, version))
                  }
                >
                  {t('restore')}
                </Button>
              ) : null}
              {running.some((one) => one.version !== version) ? (
                <Link to={`/processes/${encodeURIComponent(id)}/versions/${version}/move`}>
                  {t('moveHere', { count: running.filter((one) => one.version !== version).length })}
                </Link>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      <SharedLinks id={id} versions={published} hasDraft={onRestore !== undefined} />
      <AsTemplate id={id} versions={published} hasDraft={onRestore !== undefined} />
      <FourEyesSetting id={id} />
    </>
  );
}
