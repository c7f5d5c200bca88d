/** The mails as they leave, the newest first and open. */
import { useTranslation } from 'react-i18next';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { writtenMoment } from '../../core/texts/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { SideMark } from '../shared/side-mark.tsx';
import styles from './play.module.css';
import type { PlaySession } from './session.ts';

interface Props {
  session: PlaySession;
  nameOf(person: string): string;
}

export function Mails({ session, nameOf }: Props) {
  const { t } = useTranslation('play');
  const language = useLanguage();
  const moment = (at: string) => writtenMoment(language, dutchCalendar.zone, at, session.today);
  return (
    <>
      <h2>{t('mails')}</h2>
      {session.messages.length === 0 ? <p className="quiet">{t('noMails')}</p> : null}
      <ul className={styles.list}>
        {session.messages.toReversed().map((message, index) => {
          const words = session.words(message);
          return (
            <li key={`${message.key} ${message.at}`}>
              <details className={styles.mail} open={index === 0}>
                <summary>
                  <SideMark side={session.side(message.role)} size={11} />{' '}
                  {t('mail', { to: nameOf(message.to) })}: <strong>{words.subject}</strong>
                  <span className="quiet"> · {moment(message.at)}</span>
                </summary>
                <p>{words.text}</p>
              </details>
            </li>
          );
        })}
      </ul>
    </>
  );
}
