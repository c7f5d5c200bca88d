/** What changed between two versions, or since one: in the drawing and in words, at an address that can be sent on. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import type { PageProps } from '../app/pages.ts';
import { go, Link, usePlace } from '../app/router.tsx';
import { versionsQuery } from '../processes/processes-api.ts';
import { Empty } from '../shared/empty.tsx';
import { addressOfDifference, requestIn, type Which, whichIn } from './addresses.ts';
import { Compare } from './compare.tsx';
import styles from './differences.module.css';
import { useDefinition } from './use-definition.ts';
import { WayBack } from './way-back.tsx';

export function Page({ params }: PageProps) {
  const { t } = useTranslation('differences');
  const { t: tPublishing } = useTranslation('publishing');
  const said = useSaid();
  const id = params.process ?? '';
  const { query } = usePlace();
  const [from, to] = [whichIn(query.get('from')), whichIn(query.get('to'))];
  const { data: versions = [] } = useQuery(versionsQuery(id));
  const [before, after] = [useDefinition(id, from), useDefinition(id, to)];
  if (from === undefined || to === undefined || before.failed || after.failed)
    return (
      <Empty whole title={t('title')} lead={t('loadFailed')}>
        <Link to={`/processes/${encodeURIComponent(id)}`}>{t('back')}</Link>
      </Empty>
    );
  const nameOf = (which: Which): string =>
    which === 'draft'
      ? t('draft')
      : typeof which === 'number'
        ? t('version', { n: which })
        : tPublishing('request', { n: requestIn(which) ?? 0 });
  const choices: Which[] = ['draft', ...versions.map(({ version }) => version)];
  const known = (which: Which) => (choices.includes(which) ? choices : [which, ...choices]);
  const pick = (label: string, now: Which, chosen: (which: Which) => string) => (
    <NativeSelect
      label={label}
      size="xs"
      value={String(now)}
      data={known(now).map((which) => ({ value: String(which), label: nameOf(which) }))}
      onChange={(event) => go(chosen(whichIn(event.currentTarget.value) ?? now), { replace: true })}
    />
  );
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <WayBack process={id} />
        <div className={styles.names}>
          <h1>{t('title')}</h1>
          <p>
            {said(after.definition?.name)} · {t('between', { from: nameOf(from), to: nameOf(to) })}
          </p>
        </div>
        <div className={styles.picks}>
          {pick(t('from'), from, (which) => addressOfDifference(id, which, to))}
          {pick(t('to'), to, (which) => addressOfDifference(id, from, which))}
        </div>
      </div>
      {before.definition && after.definition ? (
        <Compare before={before.definition} after={after.definition} />
      ) : (
        <p className={styles.lead}>…</p>
      )}
    </div>
  );
}
