/** Figures as sentences with the number first, each opening the list behind it. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Figure } from '../../contract/api/figures.ts';
import { writtenNumber } from '../../core/texts/index.ts';
import { useLanguage } from '../app/i18n.ts';
import {
  capacitiesQuery,
  commitmentsQuery,
  figureQuery,
  instancesQuery,
  useInitiatives,
} from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useNames } from '../shared/person.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import { useDays } from '../shared/today.ts';
import styles from './page.module.css';

type FigureView = z.infer<typeof Figure>;

const useFigure = (id: string, period: string) => useQuery(figureQuery(id, period));

export function Promises({ period }: { period: string }) {
  const { t } = useTranslation('monitor');
  const { data: kept } = useFigure('promises-kept', period);
  const { data: honest } = useFigure('honest-rate', period);
  const { data: partner } = useFigure('partner-promises-kept', period);
  return (
    <>
      {kept ? (
        <Sentence figure={kept} words={kept.of ? t('kept.some', shown(kept)) : t('kept.none')} />
      ) : null}
      {honest?.of ? <Sentence figure={honest} words={t('honest.some', shown(honest))} /> : null}
      {partner?.of ? <Sentence figure={partner} words={t('partner.some', shown(partner))} /> : null}
    </>
  );
}

const shown = ({ value, of }: FigureView) => ({ value: value ?? 0, of: of ?? 0 });

export function FirstResponse({ period }: { period: string }) {
  const { t } = useTranslation('monitor');
  const { data } = useFigure('first-response', period);
  if (!data) return null;
  const { value, more = {} } = data;
  const { withinPromise, answered, waiting } = more;
  const words = [
    value === null
      ? t('response.none')
      : value === 0
        ? t('response.same')
        : t('response.some', { count: value }),
    ...(answered ? [t('response.within', { value: withinPromise ?? 0, of: answered })] : []),
    ...(waiting ? [t('response.waiting', { count: waiting })] : []),
  ].join(' ');
  return <Sentence figure={data} words={words} />;
}

export function FreeRoom() {
  const { t } = useTranslation('monitor');
  const { data } = useQuery(capacitiesQuery());
  const room = data?.find(({ name }) => name === 'free room');
  if (!room) return null;
  const { used, total, waiting } = room;
  return (
    <li>
      <p className={styles.sentence}>
        <Numbers words={t('room.some', { used, total })} />{' '}
        {waiting > 0 ? t('room.waiting', { count: waiting }) : ''}
      </p>
    </li>
  );
}

interface SentenceProps {
  figure: FigureView;
  words: string;
}

function Sentence({ figure, words }: SentenceProps) {
  const { t } = useTranslation('monitor');
  const [open, setOpen] = useState(false);
  const { list, rest = [] } = figure;
  const count = list.length + rest.length;
  return (
    <li>
      <p className={styles.sentence}>
        <Numbers words={words} />
      </p>
      {count > 0 ? (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('list', { count })}</summary>
          {open ? (
            <>
              <Behind title={t('counted')} ids={list} />
              {rest.length > 0 ? <Behind title={t('rest')} ids={rest} /> : null}
            </>
          ) : null}
        </details>
      ) : null}
    </li>
  );
}

/** Numbers stand out in the sentence that explains them. */
function Numbers({ words }: { words: string }): ReactNode {
  const language = useLanguage();
  return words.split(/(\d+(?:\.\d+)?)/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence keep their places
    index % 2 === 1 ? <b key={index}>{writtenNumber(language, Number(part))}</b> : part,
  );
}

/** The list behind a number: commitments or instances, each leading to its initiative. */
function Behind({ title, ids }: { title: string; ids: readonly string[] }) {
  const { t } = useTranslation('monitor');
  const name = useNames();
  const days = useDays();
  const { data: commitments = [] } = useQuery(commitmentsQuery({}));
  const { data: instances = [] } = useQuery(instancesQuery({}));
  const placed = useMemo(() => {
    const byId = new Map(commitments.map((one) => [one.id, one]));
    const homes = new Map(instances.map(({ instance, initiative }) => [instance, initiative]));
    return ids.map((id) => {
      const commitment = byId.get(id);
      return { id, commitment, home: commitment?.initiative ?? homes.get(id.split('/')[0] ?? '') };
    });
  }, [ids, commitments, instances]);
  const initiatives = useInitiatives(placed.map(({ home }) => home));
  const rows = placed.map((row) => ({ ...row, initiative: initiatives.get(row.home ?? '') }));
  return (
    <section className={styles.behind}>
      <h2>
        {title} ({ids.length})
      </h2>
      <ul>
        {rows.map(({ id, commitment, initiative }) => (
          <li key={id}>
            {commitment ? <SideMark side={commitment.side} /> : null}
            <span>
              {commitment
                ? `${commitment.text}, ${name(commitment.owner)}, ${days.day(commitment.originalDue)} · `
                : ''}
              {initiative ? (
                <Link to={`/initiatives/${initiative.id}`}>{initiative.words?.title}</Link>
              ) : (
                t('gone')
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
