/** The words of a message in both languages: placeholders from a menu, and the very mail it becomes. */
import { Button, Menu, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element, Language, MessageText } from '../../contract/index.ts';
import { PLACEHOLDERS } from '../../core/texts/index.ts';
import { placeholdersFromForms } from '../message/from-forms.ts';
import { MailPreview } from '../message/mail-preview.tsx';
import { Reading } from '../message/reading.tsx';
import { UnknownPlaceholders } from '../message/unknown.tsx';
import { Section, useProperties } from './parts.tsx';
import styles from './properties.module.css';

interface Props {
  /** Whose message it is; a reminder of a ladder is of no one step. */
  element?: Element | undefined;
  title: string;
  text: MessageText;
  /** Role that gets it. */
  to: string;
  onChange(text: MessageText, field: string): void;
}

export function MessageEditor({ element, title, text, to, onChange }: Props) {
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
      <MailPreview element={element} text={text} to={to} language={shown} />
    </Section>
  );
}
