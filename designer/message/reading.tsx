/** How plainly a text is written: each remark with the sentence it is about. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/index.ts';
import { type Remark, readingLevel } from '../../core/texts/index.ts';
import styles from './message.module.css';

export function Reading({ text, language }: { text: string; language: Language }) {
  const { t } = useTranslation('message');
  const { remarks, tooLongOnAverage } = useMemo(() => readingLevel(text, language), [text, language]);
  if (text.trim() === '') return null;
  const said = (remark: Remark): string => {
    switch (remark.kind) {
      case 'long':
        return t('long', { words: remark.words });
      case 'word':
        return t('word', { found: remark.found });
      case 'passive':
        return t('passive', { found: remark.found });
      case 'jargon':
        return t('jargon', { found: remark.found, better: remark.better });
    }
  };
  return (
    <section
      className={styles.reading}
      aria-label={t('readingOf', { language: t(`languages.${language}`) })}
      aria-live="polite"
    >
      <h4>{t('reading')}</h4>
      {remarks.length === 0 && tooLongOnAverage === undefined ? (
        <p>{t('plain')}</p>
      ) : (
        <ul>
          {tooLongOnAverage === undefined ? null : <li>{t('average', { words: tooLongOnAverage })}</li>}
          {remarks.map((remark) => (
            <li key={`${remark.kind} ${said(remark)} ${remark.sentence}`}>
              {said(remark)}
              <q lang={language}>{remark.sentence}</q>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.aid}>{t('aid')}</p>
    </section>
  );
}
