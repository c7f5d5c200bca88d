/** What will happen with one piece of work if nobody acts, with days and names. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ForecastView, forecastQuery } from '../app/queries.ts';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import styles from './if-nobody-acts.module.css';

interface Foreseen {
  at: string;
  kind: 'message' | 'raised' | 'late';
  to?: string;
  subject?: string;
}

const MOST = 6;

/** Messages, questions and lateness about an item, earliest first. */
export function foreseenOf({ messages, happens }: ForecastView, name: string): Foreseen[] {
  const found: Foreseen[] = [
    ...messages
      .filter(({ about }) => about.includes(name))
      .map(({ at, to, subject }) => ({ at, kind: 'message' as const, to, subject })),
    ...happens.flatMap(({ at, type, item, to }): Foreseen[] => {
      if (item !== name) return [];
      if (type === 'raised') return [{ at, kind: 'raised', ...(to ? { to } : {}) }];
      return type === 'task.late' || type === 'commitment.late' ? [{ at, kind: 'late' }] : [];
    }),
  ];
  const isSame = (a: Foreseen, b: Foreseen) => a.at === b.at && a.kind === b.kind && a.to === b.to;
  return found
    .filter((one, index) => !found.slice(0, index).some((other) => isSame(one, other)))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, MOST);
}

export function IfNobodyActs({ instance, name }: { instance: string; name: string }) {
  const { t } = useTranslation('work');
  const days = useDays();
  const who = useNames();
  const { data } = useQuery(forecastQuery(instance));
  if (!data) return null;
  const foreseen = foreseenOf(data, name);
  return (
    <section className={styles.foreseen}>
      <h3>{t('next.title')}</h3>
      {foreseen.length === 0 ? <p className="quiet">{t('next.none')}</p> : null}
      <ol>
        {foreseen.map(({ at, kind, to, subject }) => (
          <li key={`${at}${kind}${to}`} data-kind={kind}>
            {t(`next.${kind}`, { when: days.day(days.dateOf(at)), to: who(to), subject: subject ?? '' })}
          </li>
        ))}
      </ol>
    </section>
  );
}
