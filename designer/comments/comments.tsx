/** What colleagues said about a process and its elements; new ones are about what is selected. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { titleOf } from '../../core/prose/say.ts';
import { elementOf } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { useMay } from '../app/session.ts';
import { announce } from '../shared/announce.tsx';
import { useFailureWords } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import styles from './comments.module.css';
import {
  addComment,
  type Comment,
  type CommentsHere,
  reopenComment,
  resolveComment,
} from './comments-api.ts';
import { Compose } from './compose.tsx';

interface Props {
  id: string;
  definition: Definition;
  comments: CommentsHere;
  /** The one element that is selected. */
  selected: string | undefined;
  onGo(element: string): void;
}

export function CommentsPanel({ id, definition, comments, selected, onGo }: Props) {
  const { t } = useTranslation('comments');
  const language = useLanguage();
  const may = useMay()('comment.write');
  const failure = useFailureWords();
  const queries = useQueryClient();
  const act = async (what: () => Promise<unknown>): Promise<boolean> => {
    try {
      await what();
      await queries.invalidateQueries({ queryKey: ['definitions', id, 'comments'] });
      return true;
    } catch (error) {
      announce(failure(error));
      return false;
    }
  };
  const element = elementOf(definition, selected);
  const first = comments.all.filter(({ answers }) => answers === undefined);
  // What is about the selected element stands first.
  const open = first
    .filter(({ resolvedAt }) => resolvedAt === undefined)
    .toSorted((a, b) => Number(b.element === selected) - Number(a.element === selected));
  const settled = first.filter(({ resolvedAt }) => resolvedAt !== undefined);
  const list = (some: readonly Comment[]) => (
    <ul className={styles.threads}>
      {some.map((comment) => (
        <Thread
          key={comment.id}
          {...{ id, definition, comment, act, onGo, may }}
          here={element !== undefined && comment.element === element.id}
          answers={comments.all.filter(({ answers }) => answers === comment.id)}
        />
      ))}
    </ul>
  );
  return (
    <section className={styles.panel} aria-label={t('title')}>
      {may ? (
        <Compose
          label={element ? t('newAbout', { what: titleOf(element, language) }) : t('newWhole')}
          onSend={async (text, mentions) => {
            const done = await act(() => addComment(id, { text, mentions, element: element?.id }));
            if (done) announce(t('placed'));
            return done;
          }}
        />
      ) : null}
      {open.length > 0 ? list(open) : <p className={styles.who}>{t('none')}</p>}
      {settled.length > 0 ? (
        <details className={styles.settled}>
          <summary>{t('showResolved', { count: settled.length })}</summary>
          {list(settled)}
        </details>
      ) : null}
    </section>
  );
}

interface ThreadProps {
  id: string;
  definition: Definition;
  comment: Comment;
  answers: readonly Comment[];
  here: boolean;
  may: boolean;
  act(what: () => Promise<unknown>): Promise<boolean>;
  onGo(element: string): void;
}

function Thread({ id, definition, comment, answers, here, may, act, onGo }: ThreadProps) {
  const { t } = useTranslation('comments');
  const language = useLanguage();
  const name = useNames();
  const [answering, setAnswering] = useState(false);
  const element = elementOf(definition, comment.element);
  const settled = comment.resolvedAt !== undefined;
  return (
    <li className={styles.thread} data-here={here || undefined}>
      {element ? (
        <button type="button" className={styles.place} title={t('show')} onClick={() => onGo(element.id)}>
          {titleOf(element, language)}
        </button>
      ) : (
        <p className={styles.who}>{comment.element === undefined ? t('whole') : t('gone')}</p>
      )}
      <Said comment={comment} />
      {answers.map((answer) => (
        <div key={answer.id} className={styles.answer}>
          <Said comment={answer} />
        </div>
      ))}
      {settled ? <p className={styles.who}>{t('resolvedBy', { who: name(comment.resolvedBy) })}</p> : null}
      {may && answering ? (
        <Compose
          label={t('answerTo')}
          onCancel={() => setAnswering(false)}
          onSend={async (text, mentions) => {
            const done = await act(() =>
              addComment(id, { text, mentions, answers: comment.id, element: comment.element }),
            );
            if (done) setAnswering(false);
            return done;
          }}
        />
      ) : may ? (
        <div className={styles.moves}>
          <Button size="compact-sm" variant="default" onClick={() => setAnswering(true)}>
            {t('answer')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              void act(() => (settled ? reopenComment(id, comment.id) : resolveComment(id, comment.id)))
            }
          >
            {settled ? t('reopen') : t('resolve')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function Said({ comment: { by, at, text, erased } }: { comment: Comment }) {
  const { t } = useTranslation('comments');
  const name = useNames();
  const days = useDays();
  return (
    <>
      <p className={styles.who}>
        {name(by)} · {days.moment(at)}
      </p>
      <p className={styles.said}>{erased ? <i className="quiet">{t('erased')}</i> : text}</p>
    </>
  );
}
