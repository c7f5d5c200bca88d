/** Messages as they went out, or would have: the list, and one as its reader sees it, with the reason why they got it. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconExternalLink, IconInfoCircle, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MessageRow, messageQuery, messagesPage, useInitiatives } from '../app/queries.ts';
import { useRehearsal, worldHere } from '../app/rehearsal.ts';
import { go, Link, usePlace } from '../app/router.tsx';
import { useTheirPage } from '../rehearsal/their-page.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import styles from './page.module.css';

const PAGE = 100;

export function Page() {
  const { t } = useTranslation('outbox');
  const { query } = usePlace();
  const chosen = query.get('message') ?? undefined;
  const [words, setWords] = useState('');
  const name = useNames();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, isLoading } = useInfiniteQuery({
    queryKey: ['messages', 'pages', worldHere()],
    queryFn: ({ pageParam, signal }) => messagesPage({ limit: PAGE, skip: pageParam })({ signal }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.length < PAGE ? undefined : all.flat().length),
  });
  const messages = data?.pages.flat() ?? [];
  const initiatives = useInitiatives(messages.flatMap(({ initiatives: about }) => about));
  const sought = words.trim().toLocaleLowerCase();
  const found = messages.filter(({ subject = '', to, initiatives: about }) =>
    [subject, name(to), ...about.map((id) => initiatives.get(id)?.words?.title)]
      .join(' ')
      .toLocaleLowerCase()
      .includes(sought),
  );
  const inRehearsal = useRehearsal() !== undefined;
  const isKept = messages.some(({ state }) => state === 'outbox');
  return (
    <div className={styles.page} data-open={chosen !== undefined || undefined}>
      <section className={styles.list} aria-label={t('list')}>
        <h1>{t('title')}</h1>
        <p className="quiet">{t('lead')}</p>
        {isKept ? (
          <p className={styles.kept}>
            <IconInfoCircle size={20} stroke={1.75} aria-hidden /> {t(inRehearsal ? 'rehearsed' : 'kept')}
          </p>
        ) : null}
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <p className="quiet" role="status">
          {data ? t('found', { count: found.length }) : ''}
        </p>
        <Failed error={messages.length === 0 ? error : undefined} />
        {isLoading || found.length > 0 ? null : sought ? (
          <Empty title={t('none.notFound', { words })} />
        ) : (
          <Empty title={t('none.title')} lead={t('none.lead')} />
        )}
        <ul>
          {found.map((message) => (
            <Row key={message.key} message={message} chosen={message.key === chosen} />
          ))}
        </ul>
        {hasNextPage ? (
          <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('older')}
          </Button>
        ) : null}
      </section>
      <section className={styles.detail} aria-label={t('detail')}>
        {chosen === undefined ? (
          <Empty title={t('choose.title')} lead={t('choose.lead')} />
        ) : (
          <Shown key={chosen} id={chosen} />
        )}
      </section>
    </div>
  );
}

function Row({ message, chosen }: { message: MessageRow; chosen: boolean }) {
  const { t } = useTranslation('outbox');
  const name = useNames();
  const days = useDays();
  const { key, subject, to, at, state, initiatives: about } = message;
  const initiatives = useInitiatives(about);
  const [title] = about.flatMap((id) => initiatives.get(id)?.words?.title ?? []);
  return (
    <li data-chosen={chosen || undefined}>
      <Link to={`/outbox?message=${encodeURIComponent(key)}`} aria-current={chosen ? 'true' : undefined}>
        <span className={styles.subject}>{subject ?? t('noSubject')}</span>
        <span className="quiet">
          {[t('to', { who: name(to) }), title, days.day(days.dateOf(at))].filter(Boolean).join(' · ')}
        </span>
        {state === 'failed' ? <span className={styles.failed}>{t('state.failed')}</span> : null}
      </Link>
    </li>
  );
}

const WAYS = ['html', 'text'] as const;
type Way = (typeof WAYS)[number];

function Shown({ id }: { id: string }) {
  const { t } = useTranslation('outbox');
  const name = useNames();
  const days = useDays();
  const initiatives = useInitiatives();
  const [way, setWay] = useState<Way>('html');
  const path = `/messages/${encodeURIComponent(id)}`;
  const { t: tRehearsal } = useTranslation('rehearsal');
  const page = useTheirPage(id);
  const { data, error } = useQuery(messageQuery(id));
  const back = (
    <Button
      className={styles.back}
      variant="subtle"
      color="quiet"
      size="compact-md"
      leftSection={<IconArrowBackUp size={18} aria-hidden />}
      onClick={() => go('/outbox')}
    >
      {t('back')}
    </Button>
  );
  if (!data) return error ? <Failed error={error} /> : back;
  const {
    subject = t('noSubject'),
    to,
    at,
    state,
    channel,
    text,
    html,
    initiatives: about,
    error: wrong,
  } = data;
  return (
    <article className={styles.message}>
      {back}
      <header>
        <h2>{subject}</h2>
        <p className="quiet">
          {t('to', { who: name(to) })} · {days.moment(at)} · {t(`channel.${channel as 'mail'}`)},{' '}
          {t(`state.${state as 'sent'}`)}
        </p>
        {about.map((one) => (
          <p key={one}>
            <Link className={styles.about} to={`/initiatives/${one}`}>
              {initiatives.get(one)?.words?.title}
            </Link>
          </p>
        ))}
        {page ? (
          <Button
            component="a"
            href={page}
            target="_blank"
            rel="noopener"
            variant="light"
            size="compact-md"
            mt={8}
            rightSection={<IconExternalLink size={18} aria-hidden />}
          >
            {tRehearsal('theirs.pageOf')}
          </Button>
        ) : null}
        {wrong ? <p className={styles.failed}>{t('failed', { error: wrong })}</p> : null}
      </header>
      {html === undefined && text === undefined ? (
        <p className="quiet">{t('noText')}</p>
      ) : (
        <>
          {html === undefined ? null : (
            <SegmentedControl
              className={styles.ways}
              aria-label={t('as')}
              data={WAYS.map((value) => ({ value, label: t(value) }))}
              value={way}
              onChange={(value) => setWay(value as Way)}
            />
          )}
          {html !== undefined && way === 'html' ? (
            // Nothing in it runs and nothing in it is trusted: the server sends it under a policy of its own.
            <iframe
              className={styles.frame}
              sandbox=""
              src={`/v1${path}?as=html`}
              title={t('frame', { subject })}
            />
          ) : (
            <pre className={styles.text}>{text}</pre>
          )}
        </>
      )}
    </article>
  );
}
