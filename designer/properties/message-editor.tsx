/** The words of a message in both languages: placeholders from a menu, and the very mail it becomes. */
import { Button, Menu, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, MessageText, OutgoingMessage } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { PLACEHOLDERS, renderMessage } from '../../core/texts/index.ts';
import { placeholdersFromForms } from '../message/from-forms.ts';
import { Reading } from '../message/reading.tsx';
import { UnknownPlaceholders } from '../message/unknown.tsx';
import { Section, useProperties } from './parts.tsx';
import styles from './properties.module.css';

interface Props {
  title: string;
  text: MessageText;
  /** Role that gets it. */
  to: string;
  onChange(text: MessageText, field: string): void;
}

export function MessageEditor({ title, text, to, onChange }: Props) {
  const { t } = useTranslation('properties');
  const { t: say } = useTranslation('message');
  const { editor, language, definition } = useProperties();
  const [shown, setShown] = useState<Language>(language);
  const body = useRef<HTMLTextAreaElement>(null);
  const both = (value: MessageText['subject']) =>
    typeof value === 'string' ? { nl: value, en: value } : value;
  const [subject, words] = [both(text.subject), both(text.body)];
  const set = (field: 'subject' | 'body', value: string) =>
    onChange({ ...text, [field]: { ...both(text[field]), [shown]: value } }, `text ${field} ${shown}`);
  const insert = (placeholder: string) => {
    const at = body.current?.selectionStart ?? words[shown].length;
    set('body', words[shown].slice(0, at) + placeholder + words[shown].slice(at));
    editor.settle();
    requestAnimationFrame(() => {
      body.current?.focus();
      body.current?.setSelectionRange(at + placeholder.length, at + placeholder.length);
    });
  };
  const asked = placeholdersFromForms(definition, language);
  const side = definition.roles.find(({ id }) => id === to)?.side ?? 'initiator';
  return (
    <Section
      title={title}
      action={
        <SegmentedControl
          size="xs"
          aria-label={title}
          value={shown}
          data={[
            { value: 'nl', label: 'NL' },
            { value: 'en', label: 'EN' },
          ]}
          onChange={(value) => setShown(value as Language)}
        />
      }
    >
      <TextInput
        size="sm"
        label={t('subject')}
        lang={shown}
        value={subject[shown]}
        onChange={(event) => set('subject', event.currentTarget.value)}
        onBlur={editor.settle}
      />
      <Textarea
        ref={body}
        size="sm"
        label={t('body')}
        lang={shown}
        autosize
        minRows={4}
        maxRows={16}
        value={words[shown]}
        onChange={(event) => set('body', event.currentTarget.value)}
        onBlur={editor.settle}
      />
      <UnknownPlaceholders
        text={`${subject[shown]}\n${words[shown]}`}
        onReplace={(found, meant) => {
          onChange(
            {
              ...text,
              subject: { ...subject, [shown]: subject[shown].replaceAll(found, meant) },
              body: { ...words, [shown]: words[shown].replaceAll(found, meant) },
            },
            `text replace ${shown}`,
          );
          editor.settle();
        }}
      />
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconBraces size={16} aria-hidden />}
            style={{ justifySelf: 'start' }}
          >
            {t('placeholder')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={300} style={{ overflowY: 'auto' }}>
          <Menu.Label>{say('always')}</Menu.Label>
          {Object.entries(PLACEHOLDERS)
            .filter(([, { argument }]) => !argument)
            .map(([name, { meaning }]) => (
              <Menu.Item key={name} onClick={() => insert(`{${name}}`)}>
                {meaning[language]} <code className={styles.feel}>{`{${name}}`}</code>
              </Menu.Item>
            ))}
          {asked.length > 0 ? <Menu.Label>{say('fromForms')}</Menu.Label> : null}
          {asked.map(({ placeholder, label }) => (
            <Menu.Item key={placeholder} onClick={() => insert(placeholder)}>
              {label} <code className={styles.feel}>{placeholder}</code>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Reading text={words[shown]} language={shown} />
      <Preview text={text} language={shown} side={side} />
      <Preview text={text} language={shown === 'nl' ? 'en' : 'nl'} side={side} />
    </Section>
  );
}

/** The message as it would be sent, with made-up names. */
function Preview({
  text,
  language,
  side,
}: {
  text: MessageText;
  language: Language;
  side: 'initiator' | 'us' | 'partner' | 'volunteer';
}) {
  const { t } = useTranslation('properties');
  const { t: say } = useTranslation('message');
  const rendered = useMemo(() => {
    const message: OutgoingMessage = {
      key: 'preview',
      to: 'reader',
      channel: 'mail',
      at: '2026-04-01T07:00:00.000Z',
      notes: [
        {
          key: 'preview',
          instance: 'preview',
          to: 'reader',
          role: 'initiator',
          side,
          kind: 'news',
          about: ['preview'],
          text: 'def:preview:preview',
          at: '2026-04-01T07:00:00.000Z',
          act: false,
          data: {
            due: '2026-04-16',
            dues: dues(text),
            owner: 'contact',
            variables: values(text),
            commitments: [
              {
                id: 'c1',
                text: language === 'nl' ? 'Grond laten onderzoeken' : 'Have the soil examined',
                owner: 'contact',
                side: 'us',
                due: '2026-04-22',
              },
            ],
          },
        },
      ],
    };
    try {
      return renderMessage(message, language, {
        person: (id) => (id === 'reader' ? { name: 'Amina' } : { name: 'Sam', phone: '06 1234 5678' }),
        initiative: () => ({
          title: language === 'nl' ? 'Moestuin de Bloem' : 'Garden de Bloem',
          contact: 'contact',
          initiator: 'reader',
        }),
        org: { name: 'Speelruimte' },
        link: () => 'https://voorbeeld.nl',
        definitionText: () => text,
        zone: dutchCalendar.zone,
        calendar: dutchCalendar,
      });
    } catch {
      return undefined;
    }
  }, [text, language, side]);
  if (!rendered) return null;
  return (
    <figure style={{ margin: 0 }}>
      <figcaption className="quiet" style={{ fontSize: 14, marginBottom: 4 }}>
        {t('preview')} ({say(`languages.${language}`)}) · {t('previewOf')}
      </figcaption>
      <div className={styles.mail} lang={language}>
        <h4>{rendered.subject}</h4>
        {rendered.text}
      </div>
    </figure>
  );
}

/** An example for whatever the text asks for. */
function values(text: MessageText): Record<string, string> {
  return Object.fromEntries(
    [...JSON.stringify(text).matchAll(/\{(?:value|date|money):(\w+)\}/g)].map(([, name = '']) => [
      name,
      '2026-05-01',
    ]),
  );
}
function dues(text: MessageText): Record<string, string> {
  return Object.fromEntries(
    [...JSON.stringify(text).matchAll(/\{due:([\w.+-]+)\}/g)].map(([, name = '']) => [name, '2026-04-16']),
  );
}
