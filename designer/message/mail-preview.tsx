/** The very mail a message becomes: its head as an inbox shows it, the mail itself, and its plain text one click away. */
import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMail } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element, Language, MessageText } from '../../contract/index.ts';
import type { ComposedMail } from '../../core/mail/index.ts';
import { useMe } from '../app/session.ts';
import { useProperties } from '../properties/parts.tsx';
import { nowHere } from '../samples/sample-values.ts';
import { useSamples } from '../samples/use-samples.ts';
import { exampleMail, exampleOf } from './example-mail.ts';
import { MailFrame } from './mail-frame.tsx';
import styles from './message.module.css';

const LANGUAGES: Language[] = ['nl', 'en'];
type Way = 'mail' | 'text';

interface Props {
  element: Element | undefined;
  text: MessageText;
  /** Role that gets it. */
  to: string;
  /** Language whose words are being written. */
  language: Language;
}

export function MailPreview({ element, text, to, language }: Props) {
  const { t } = useTranslation('message');
  const { definition } = useProperties();
  const { organisation } = useMe();
  const { values } = useSamples(definition, language);
  const [isOpen, setOpen] = useState(false);
  const isWide = useMediaQuery('(min-width: 1000px)', false, { getInitialValueInEffect: false });
  const [tab, setTab] = useState<Language>(language);
  const [way, setWay] = useState<Way>('mail');
  const [at] = useState(() => nowHere().at);
  const mails = useMemo(() => {
    const example = { ...exampleOf(definition, element, to), text };
    const { name, mailFrom, mailLook } = organisation;
    const around = { values, organisation: name, mailFrom, look: mailLook, at };
    return { nl: exampleMail(example, around, 'nl'), en: exampleMail(example, around, 'en') };
  }, [definition, element, to, text, values, organisation, at]);
  const shown = isWide ? LANGUAGES : [tab];
  return (
    <div className={styles.preview}>
      <Mail mail={mails[language]} language={language} way="mail" />
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconMail size={16} aria-hidden />}
        style={{ justifySelf: 'start' }}
        onClick={() => {
          setTab(language);
          setOpen(true);
        }}
      >
        {t('preview.open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('preview.title')}
        size={1180}
        fullScreen={!isWide}
        closeButtonProps={{ 'aria-label': t('preview.close') }}
      >
        <div className={styles.previewHead}>
          {isWide ? null : (
            <SegmentedControl
              size="sm"
              aria-label={t('preview.language')}
              value={tab}
              data={LANGUAGES.map((value) => ({ value, label: t(`preview.in.${value}`) }))}
              onChange={(value) => setTab(value as Language)}
            />
          )}
          <SegmentedControl
            size="sm"
            aria-label={t('preview.way')}
            value={way}
            data={[
              { value: 'mail', label: t('preview.mail') },
              { value: 'text', label: t('preview.text') },
            ]}
            onChange={(value) => setWay(value as Way)}
          />
        </div>
        <div className={styles.previews} data-count={shown.length}>
          {shown.map((one) => (
            <Mail key={one} mail={mails[one]} language={one} way={way} tall />
          ))}
        </div>
        <p className="quiet" style={{ margin: '12px 0 0', fontSize: 14 }}>
          {t('preview.about')}
        </p>
      </Modal>
    </div>
  );
}

function Mail({
  mail,
  language,
  way,
  tall = false,
}: {
  mail: ComposedMail | undefined;
  language: Language;
  way: Way;
  tall?: boolean;
}) {
  const { t } = useTranslation('message');
  const name = t('preview.of', { language: t(`languages.${language}`) });
  if (!mail) return <p className={styles.unknown}>{t('preview.none')}</p>;
  const { from, subject, preheader, html, text } = mail;
  return (
    <figure className={styles.mail} aria-label={name}>
      <figcaption>{name}</figcaption>
      <dl className={styles.mailHead} lang={language}>
        <dt>{t('preview.from')}</dt>
        <dd>
          {from.name} <span className="quiet">&lt;{from.address}&gt;</span>
        </dd>
        <dt>{t('preview.subject')}</dt>
        <dd>
          <strong>{subject}</strong>
        </dd>
        <dt>{t('preview.preheader')}</dt>
        <dd className="quiet">{preheader}</dd>
      </dl>
      {way === 'mail' ? (
        <MailFrame html={html} title={`${name}: ${subject}`} tall={tall} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <pre className={styles.plainMail} lang={language} tabIndex={0} data-tall={tall || undefined}>
          {text}
        </pre>
      )}
    </figure>
  );
}
