/** The process as running text, in Dutch or English: to read, to copy, to print. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Language } from '../../contract/index.ts';
import { asText, closed, HEADINGS, type ToldPart, type ToldStep, tell } from '../../core/prose/index.ts';
import { useLanguage } from '../app/i18n.ts';
import styles from './text-view.module.css';

interface Props {
  definition: Definition;
  onSay(words: string): void;
  /** Shows an element on the drawing. */
  onShow(element: string): void;
}

/** Each language by its own name, whatever the screen speaks. */
const LANGUAGES = [
  { value: 'nl', label: 'Nederlands' },
  { value: 'en', label: 'English' },
];

export function TextView({ definition, onSay, onShow }: Props) {
  const { t } = useTranslation('outline');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const prose = useMemo(() => tell(definition, language), [definition, language]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(asText(prose, language));
      onSay(t('said.copied'));
    } catch {
      onSay(t('said.notCopied'));
    }
  };
  return (
    <div className={styles.sheet}>
      <div className={`${styles.tools} no-print`}>
        <SegmentedControl
          size="sm"
          aria-label={t('readIn')}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
          data={LANGUAGES}
        />
        <Button
          variant="default"
          leftSection={<IconCopy size={18} aria-hidden />}
          onClick={() => void copy()}
        >
          {t('copy')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
      <article lang={language} className={styles.text}>
        <h2>{prose.title}</h2>
        {prose.summary ? <p>{prose.summary}</p> : null}
        <Steps steps={prose.steps} onShow={onShow} />
        {prose.always.length > 0 ? (
          <>
            <h3>{HEADINGS.always[language]}</h3>
            <Steps steps={prose.always} onShow={onShow} />
          </>
        ) : null}
        {prose.reminders.length > 0 ? (
          <>
            <h3>{HEADINGS.reminders[language]}</h3>
            {prose.reminders.map(({ id, name, sentences }) => (
              <section key={id}>
                <h4>{name}</h4>
                <ul>
                  {sentences.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </section>
            ))}
          </>
        ) : null}
      </article>
    </div>
  );
}

interface StepsProps {
  steps: ToldStep[];
  onShow(element: string): void;
}

function Steps({ steps, onShow }: StepsProps) {
  const { t } = useTranslation('outline');
  if (steps.length === 0) return null;
  return (
    <ol className={styles.steps}>
      {steps.map(({ number, element, title, sentences, parts, next }) => (
        <li key={element}>
          <span className={styles.number}>{number}.</span>{' '}
          <button
            type="button"
            className={styles.title}
            title={t('show', { name: title })}
            onClick={() => onShow(element)}
          >
            {closed(title)}
          </button>{' '}
          {sentences.map(({ text, aside }) => (
            <Fragment key={text}>{aside ? <span className="quiet">{text}</span> : text} </Fragment>
          ))}
          {parts.length === 0 && next ? next.text : null}
          <Parts parts={parts} onShow={onShow} />
          {parts.length > 0 && next ? <p>{next.text}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function Parts({ parts, onShow }: { parts: ToldPart[]; onShow(element: string): void }) {
  if (parts.length === 0) return null;
  return (
    <ul className={styles.parts}>
      {parts.map(({ lead, parts: inner, steps, next }) => {
        const alone = inner.length + steps.length === 0;
        return (
          <li key={`${lead.element} ${lead.text} ${lead.flows?.join() ?? ''}`}>
            {lead.text}
            {alone && next ? ` ${next.text}` : null}
            <Parts parts={inner} onShow={onShow} />
            <Steps steps={steps} onShow={onShow} />
            {!alone && next ? <p>{next.text}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
