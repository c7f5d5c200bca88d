/** The part of somebody without an account: the messages they got, and the page these lead to. */
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { messagesQuery } from '../app/queries.ts';
import type { Player } from '../app/rehearsal.ts';
import { Link } from '../app/router.tsx';
import { Empty } from '../shared/empty.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import { useDays } from '../shared/today.ts';
import { useTheirPage } from './their-page.ts';
import styles from './their-part.module.css';

export function TheirPart({ part }: { part: Player }) {
  const { t } = useTranslation('rehearsal');
  const { t: tOutbox } = useTranslation('outbox');
  const days = useDays();
  const { data: messages } = useQuery(messagesQuery({ to: part.id }));
  const page = useTheirPage(messages?.[0]?.key);
  const who = part.name;
  if (!messages) return null;
  return (
    <div className={styles.page}>
      <SideMark side={part.side as 'initiator'} word />
      <h1>{t('theirs.title', { who })}</h1>
      <p>{t('theirs.lead', { who })}</p>
      {messages.length === 0 ? (
        <Empty title={t('theirs.nothing', { who })} lead={t('theirs.nothingLead')} />
      ) : (
        <>
          {page ? (
            <div className={styles.open}>
              <Button
                component="a"
                href={page}
                target="_blank"
                rel="noopener"
                size="md"
                rightSection={<IconExternalLink size={18} aria-hidden />}
              >
                {t('theirs.open', { who })}
              </Button>
              <p className="quiet">{t('theirs.opens', { who })}</p>
            </div>
          ) : null}
          <h2>{t('theirs.messages', { who })}</h2>
          <ul>
            {messages.map(({ key, subject, at }) => (
              <li key={key}>
                <Link to={`/outbox?message=${encodeURIComponent(key)}`}>
                  {subject ?? tOutbox('noSubject')}
                </Link>
                <span className="quiet">{days.moment(at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
