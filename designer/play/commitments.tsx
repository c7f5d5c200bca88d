/** What was promised along the way, each to be marked as done. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rejection } from '../../contract/index.ts';
import { writtenDate } from '../../core/texts/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { SideMark } from '../shared/side-mark.tsx';
import styles from './play.module.css';
import type { PlaySession } from './session.ts';

interface Props {
  session: PlaySession;
  nameOf(person: string): string;
  onDone(rejection: Rejection | undefined): void;
}

export function Commitments({ session, nameOf, onDone }: Props) {
  const { t } = useTranslation('play');
  const language = useLanguage();
  const commitments = session.commitments();
  if (commitments.length === 0) return null;
  return (
    <>
      <h2>{t('commitments')}</h2>
      <ul className={styles.list}>
        {commitments.map((one) => (
          <li key={one.id} className={styles.task} data-side={one.side}>
            <div className={styles.taskHead}>
              <SideMark side={one.side} size={12} />
              <strong>{one.text}</strong>
            </div>
            <p className={styles.line}>
              {nameOf(one.owner)} · {t('due', { when: writtenDate(language, one.due, session.today) })}
            </p>
            <div className={styles.buttons}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('commitmentDone')}: ${one.text}`}
                onClick={() =>
                  onDone(
                    session.done(
                      one.id,
                      one.owner,
                      t('stepDone', { who: nameOf(one.owner), what: one.text }),
                    ),
                  )
                }
              >
                {t('commitmentDone')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
