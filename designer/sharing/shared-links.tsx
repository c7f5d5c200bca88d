/** Links with which partners look at a process: which there are, until when, and ending them. */
import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { Failed } from '../shared/failed.tsx';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import { MakeLink } from './make-link.tsx';
import styles from './sharing.module.css';
import { endingOf, type SharedLink, sharedLinksQuery } from './sharing-api.ts';

interface Props {
  id: string;
  /** Published versions, the newest first. */
  versions: readonly number[];
  hasDraft: boolean;
}

export function SharedLinks({ id, versions, hasDraft }: Props) {
  const may = useMay();
  return may('sharing.read') ? (
    <Links id={id} versions={versions} hasDraft={hasDraft} mayWrite={may('sharing.write')} />
  ) : null;
}

function Links({ id, versions, hasDraft, mayWrite }: Props & { mayWrite: boolean }) {
  const { t } = useTranslation('sharing');
  const queries = useQueryClient();
  const { data, error } = useQuery(sharedLinksQuery(id));
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<SharedLink>();
  const again = () => void queries.invalidateQueries({ queryKey: sharedLinksQuery(id).queryKey });
  const { today } = useDays();
  const rows = (data ?? []).toSorted((a, b) => Number(isOver(a, today)) - Number(isOver(b, today)));
  return (
    <section className={styles.card} aria-labelledby="shared-links">
      <h2 id="shared-links">{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      <Failed error={error} />
      {data?.length === 0 ? <p>{t('none')}</p> : null}
      {rows.length > 0 ? (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              onEnd={mayWrite && !isOver(row, today) ? () => setEnding(row) : undefined}
            />
          ))}
        </ul>
      ) : null}
      {mayWrite ? (
        <div>
          <Button
            variant="default"
            leftSection={<IconLink size={18} aria-hidden />}
            onClick={() => setMaking(true)}
          >
            {t('make')}
          </Button>
        </div>
      ) : null}
      {making ? (
        <MakeLink
          id={id}
          versions={versions}
          hasDraft={hasDraft}
          onMade={again}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {ending ? (
        <MoveDialog
          title={t('stopTitle', { who: ending.forWhom })}
          lead={t('stopLead')}
          go={t('stop')}
          color="late"
          said={t('stopSaid', { who: ending.forWhom })}
          request={() => ({ path: endingOf(id, ending.id), body: {} })}
          onClose={(done) => {
            setEnding(undefined);
            if (done) again();
          }}
        />
      ) : null}
    </section>
  );
}

const isOver = ({ revokedAt, endsOn }: SharedLink, today: string): boolean =>
  revokedAt !== undefined || (endsOn !== undefined && endsOn < today);

function Row({ row, onEnd }: { row: SharedLink; onEnd: (() => void) | undefined }) {
  const { t } = useTranslation('sharing');
  const days = useDays();
  const name = useNames();
  const { forWhom, version, createdAt, createdBy, endsOn, revokedAt, revokedBy } = row;
  const until =
    revokedAt !== undefined
      ? t('stopped', { who: name(revokedBy), when: days.moment(revokedAt) })
      : endsOn === undefined
        ? t('untilStopped')
        : t(endsOn < days.today ? 'over' : 'until', { day: days.day(endsOn) });
  return (
    <li data-over={isOver(row, days.today) || undefined}>
      <div>
        <b>{forWhom}</b>
        <p>
          {version === undefined ? t('of_draft') : t('of_version', { n: version })} · {until}
        </p>
        <p className="quiet">{t('madeBy', { who: name(createdBy), when: days.moment(createdAt) })}</p>
      </div>
      {onEnd ? (
        <Button
          size="sm"
          variant="subtle"
          color="late"
          aria-label={`${t('stop')}: ${forWhom}`}
          onClick={onEnd}
        >
          {t('stop')}
        </Button>
      ) : null}
    </li>
  );
}
