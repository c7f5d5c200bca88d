/** Writing a comment: an @ offers colleagues, and who is named gets a mail. */
import { Button, Textarea } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/queries.ts';
import { useMe } from '../app/session.ts';
import styles from './comments.module.css';
import { type Colleague, fitting, mentioned, typing } from './mentions.ts';

interface Props {
  label: string;
  onSend(text: string, mentions: string[]): Promise<boolean>;
  onCancel?(): void;
}

export function Compose({ label, onSend, onCancel }: Props) {
  const { t } = useTranslation('comments');
  const people = usePeople();
  const me = useMe().person?.id;
  const colleagues = useMemo(
    () =>
      [...people.values()].flatMap(({ id, name, side }): Colleague[] =>
        side === 'us' && name && id !== me ? [{ id, name }] : [],
      ),
    [people, me],
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [busy, setBusy] = useState(false);
  const asked = typing(text, caret);
  const offered = asked ? fitting(asked.typed, colleagues).slice(0, 6) : [];
  const named = mentioned(text, colleagues);
  const pick = ({ name }: Colleague) => {
    if (!asked) return;
    const before = `${text.slice(0, asked.from)}@${name} `;
    setText(before + text.slice(caret));
    setCaret(before.length);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };
  return (
    <form
      className={styles.compose}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '' || busy) return;
        setBusy(true);
        void onSend(
          text.trim(),
          named.map(({ id }) => id),
        ).then((done) => {
          setBusy(false);
          if (done) setText('');
        });
      }}
    >
      <Textarea
        ref={field}
        label={label}
        description={t('hint')}
        autosize
        minRows={2}
        maxLength={4_000}
        value={text}
        onChange={({ currentTarget: { value, selectionStart } }) => {
          setText(value);
          setCaret(selectionStart);
        }}
        onSelect={({ currentTarget: { selectionStart } }) => setCaret(selectionStart)}
      />
      {offered.length > 0 ? (
        <ul className={styles.names} aria-label={t('pick')}>
          {offered.map((one) => (
            <li key={one.id}>
              <Button size="compact-sm" variant="default" onClick={() => pick(one)}>
                @{one.name}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {named.length > 0 ? (
        <p className={styles.who} role="status">
          {t('mails', { who: named.map(({ name }) => name).join(', ') })}
        </p>
      ) : null}
      <div className={styles.moves}>
        <Button type="submit" size="compact-md" loading={busy} disabled={text.trim() === ''}>
          {t('send')}
        </Button>
        {onCancel ? (
          <Button size="compact-md" variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
