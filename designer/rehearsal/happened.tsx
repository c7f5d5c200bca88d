/** What happened while the clock turned: work that opened or became late, and the messages that went out, each to be read. */
import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import type { Task } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import styles from './happened.module.css';
import type { Happened } from './use-clock.ts';

const SHOWN = 6;

export function WhatHappened({ happened, onHide }: { happened: Happened; onHide(): void }) {
  const { t } = useTranslation('rehearsal');
  const { t: tOutbox } = useTranslation('outbox');
  const days = useDays();
  const said = useSaid();
  const name = useNames();
  const { from, to, messages, opened, late } = happened;
  const shown = messages.slice(-SHOWN);
  const isQuiet = messages.length + opened.length + late.length === 0;
  const named = (tasks: readonly Task[]) =>
    tasks
      .map(({ title, name: task, owner, claimed }) =>
        t('happened.task', { what: title === undefined ? task : said(title), who: name(claimed ?? owner) }),
      )
      .join('; ');
  return (
    <section className={styles.happened} aria-labelledby="happened">
      <div className={styles.head}>
        <h2 id="happened">{t('happened.between', { from: days.moment(from), to: days.moment(to) })}</h2>
        <CloseButton aria-label={t('happened.hide')} onClick={onHide} />
      </div>
      {isQuiet ? <p>{t('happened.none')}</p> : null}
      {opened.length > 0 ? <p>{t('happened.opened', { what: named(opened) })}</p> : null}
      {late.length > 0 ? <p>{t('happened.late', { what: named(late) })}</p> : null}
      {messages.length > 0 ? (
        <p>
          {t('happened.messages', { count: messages.length })}
          {messages.length > shown.length ? (
            <>
              {' '}
              <Link to="/outbox">{t('happened.all')}</Link>
            </>
          ) : null}
        </p>
      ) : null}
      <ul>
        {shown.map(({ key, at, to: person, subject }) => (
          <li key={key}>
            <span className="quiet">{t('happened.line', { when: days.moment(at), to: name(person) })}</span>{' '}
            <Link to={`/outbox?message=${encodeURIComponent(key)}`}>{subject ?? tOutbox('noSubject')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
