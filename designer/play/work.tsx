/** Automatic work of which whoever plays chooses how it goes. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rejection } from '../../contract/index.ts';
import { answersInWords } from '../../core/prose/answers-in-words.ts';
import { nameOf as elementName } from '../../core/prose/say.ts';
import { useLanguage, useSaid } from '../app/i18n.ts';
import styles from './play.module.css';
import type { PlaySession } from './session.ts';

export function Work({
  session,
  onAnswered,
}: {
  session: PlaySession;
  onAnswered(rejection: Rejection | undefined): void;
}) {
  const { t } = useTranslation('trying');
  const language = useLanguage();
  const said = useSaid();
  const { definition } = session;
  const work = session.work();
  if (work.length === 0) return null;
  return (
    <>
      <h2>{t('work')}</h2>
      <ul className={styles.list}>
        {work.map(({ element, title, answers }) => {
          const what = said(title) || elementName(definition, element, language);
          return (
            <li key={element} className={styles.task}>
              <strong>{what}</strong>
              <div className={styles.buttons}>
                {answers.map((answer) => {
                  const values = answersInWords([definition], answer.result ?? {}, language);
                  const words = answer.error
                    ? t('workWrong', { code: answer.error })
                    : values
                      ? t('workDoneWith', { values })
                      : t('workDone');
                  const told = answer.error
                    ? t('workSaidWrong', { what, code: answer.error })
                    : t('workSaid', { what });
                  return (
                    <Button
                      key={words}
                      size="sm"
                      variant="default"
                      aria-label={`${what}: ${words}`}
                      onClick={() => onAnswered(session.answer(answer, told))}
                    >
                      {words}
                    </Button>
                  );
                })}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
