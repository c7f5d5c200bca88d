/** What waits for a second person: looked at, approved, sent back with a reason, or taken back by who asked. */
import { Button, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../app/router.tsx';
import { useMay, useMe } from '../app/session.ts';
import { addressOfDifference } from '../differences/addresses.ts';
import { versionsQuery } from '../processes/processes-api.ts';
import { announce } from '../shared/announce.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { useFailureWords } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import styles from './publishing.module.css';
import { approve, type PublishRequest, reject, requestsQuery, withdraw } from './publishing-api.ts';

export function Requests({ id }: { id: string }) {
  const { t } = useTranslation('publishing');
  const name = useNames();
  const { data: requests = [] } = useQuery(requestsQuery(id));
  const [newest] = requests;
  if (newest?.state === 'open') return <Open request={newest} />;
  if (newest?.state !== 'rejected') return null;
  return (
    <section className={styles.card}>
      <p>{t('rejected', { who: name(newest.decidedBy), reason: newest.reason ?? '' })}</p>
    </section>
  );
}

function Open({ request }: { request: PublishRequest }) {
  const { t } = useTranslation('publishing');
  const { id, number, askedBy, askedAt, note, hands } = request;
  const queries = useQueryClient();
  const name = useNames();
  const days = useDays();
  const may = useMay()('definition.publish');
  const me = useMe().person?.id;
  const failure = useFailureWords();
  const { data: versions } = useQuery(versionsQuery(id));
  const [busy, setBusy] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const act = async (what: () => Promise<string | undefined>) => {
    setBusy(true);
    try {
      const words = await what();
      await queries.invalidateQueries({ queryKey: ['definitions'] });
      if (words) announce(words);
    } catch (error) {
      announce(failure(error));
    } finally {
      setBusy(false);
    }
  };
  const mine = me !== undefined && hands.includes(me);
  const latest = versions?.[0]?.version;
  return (
    <section className={styles.card} data-open aria-label={t('waiting')}>
      <h2>{t('waitingOf', { who: name(askedBy) })}</h2>
      <p className="quiet">{t('at', { at: days.moment(askedAt) })}</p>
      <p>{note}</p>
      {may && mine ? <p className="quiet">{t('ownHands')}</p> : null}
      <div className={styles.moves}>
        {latest === undefined ? null : (
          <Link to={addressOfDifference(id, latest, `request-${number}`)}>{t('look')}</Link>
        )}
        {may && !mine ? (
          <>
            <Button
              size="compact-md"
              loading={busy}
              onClick={() => void act(async () => t('approved', { n: (await approve(id, number)).version }))}
            >
              {t('approve')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setRefusing(true)}>
              {t('reject')}
            </Button>
          </>
        ) : null}
        {askedBy === me ? (
          <Button
            size="compact-md"
            variant="default"
            loading={busy}
            onClick={() => void act(async () => withdraw(id, number).then(() => t('withdrawn')))}
          >
            {t('withdraw')}
          </Button>
        ) : null}
      </div>
      {refusing ? (
        <Refuse
          onClose={() => setRefusing(false)}
          onSend={(reason) => {
            setRefusing(false);
            void act(async () => reject(id, number, reason).then(() => undefined));
          }}
        />
      ) : null}
    </section>
  );
}

function Refuse({ onClose, onSend }: { onClose(): void; onSend(reason: string): void }) {
  const { t } = useTranslation('publishing');
  const { t: tShared } = useTranslation('shared');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Dialog title={t('rejectTitle')} onClose={onClose}>
      <form
        style={{ display: 'grid', gap: 14 }}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (reason.trim() !== '') onSend(reason.trim());
        }}
      >
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          aria-required
          error={tried && reason.trim() === '' ? tShared('required') : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <div className={styles.moves}>
          <Button type="submit">{t('rejectSend')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
