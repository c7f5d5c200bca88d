/** What came over from a file of another program, before anything is made of it; or why it is not opened. */
import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { useLanguage, useSaid } from '../app/i18n.ts';
import { Dialog } from '../shared/dialog.tsx';
import type { Note, Opened } from './files.ts';
import styles from './open-file.module.css';

interface Props {
  name: string;
  opened: Opened;
  /** Makes the drafts. */
  onOpen(definitions: Definition[]): Promise<void>;
  onClose(): void;
}

export function OpenFile({ name, opened, onOpen, onClose }: Props) {
  const { t } = useTranslation('processes');
  if (!opened.ok)
    return (
      <Dialog title={t('file.refused')} onClose={onClose}>
        <p className={styles.lead}>
          <b>{name}</b>: {t(`file.why.${opened.why}`)} {t('file.nothing')}
        </p>
        {opened.notes.length > 0 ? (
          <details className={styles.more}>
            <summary>{t('file.details')}</summary>
            <Notes notes={opened.notes} />
          </details>
        ) : null}
        <Button variant="default" onClick={onClose}>
          {t('file.close')}
        </Button>
      </Dialog>
    );
  return <Taken name={name} opened={opened} onOpen={onOpen} onClose={onClose} />;
}

function Taken({ name, opened, onOpen, onClose }: Props & { opened: Extract<Opened, { ok: true }> }) {
  const { t } = useTranslation('processes');
  const said = useSaid();
  const [busy, setBusy] = useState(false);
  const { definitions, notes, renamed, apart } = opened;
  const [anew, setAnew] = useState(true);
  const partly = notes.filter(({ severity }) => severity !== 'hint');
  const kept = notes.filter(({ severity }) => severity === 'hint');
  return (
    <Dialog title={t('file.title')} onClose={onClose}>
      <p className={styles.lead}>{t('file.read', { name, count: definitions.length })}</p>
      <ul className={styles.processes}>
        {definitions.map((one) => (
          <li key={one.id}>
            <strong>{said(one.name)}</strong>
            <Contents definition={one} />
          </li>
        ))}
      </ul>
      {renamed.map(({ from, to }) => (
        <p key={to} className="quiet">
          {t('importExists', { id: from, as: to })}
        </p>
      ))}
      {notes.length === 0 ? <p>{t('file.all')}</p> : null}
      {partly.length > 0 ? (
        <section aria-labelledby="partly">
          <h3 id="partly" className={styles.heading}>
            {t('file.partly', { count: partly.length })}
          </h3>
          <p className={`quiet ${styles.under}`}>{t('file.partlyLead')}</p>
          <Notes notes={partly} />
        </section>
      ) : null}
      {kept.length > 0 ? (
        <details className={styles.more} open={partly.length === 0 && kept.length < 4}>
          <summary>{t('file.kept', { count: kept.length })}</summary>
          <Notes notes={kept} />
        </details>
      ) : null}
      {apart ? (
        <Checkbox
          mt="md"
          label={t('file.apart')}
          description={t('file.apartHint')}
          checked={anew}
          onChange={(event) => setAnew(event.currentTarget.checked)}
        />
      ) : null}
      <Group gap="sm" mt="md">
        <Button
          loading={busy}
          data-autofocus
          onClick={() => {
            setBusy(true);
            void onOpen(apart && anew ? apart : definitions).finally(() => setBusy(false));
          }}
        >
          {t('file.go', { count: definitions.length })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </Dialog>
  );
}

/** What is in it, in numbers; nothing of what it has none of. */
function Contents({ definition }: { definition: Definition }) {
  const { t } = useTranslation('processes');
  const { elements, flows, forms, roles, decisions = [] } = definition;
  const counts = [
    ['elements', elements.length],
    ['flows', flows.length],
    ['roles', roles.length],
    ['forms', forms.length],
    ['decisions', decisions.length],
  ] as const;
  const words = counts.flatMap(([what, count]) => (count > 0 ? [t(`file.has.${what}`, { count })] : []));
  return (
    <span className="quiet">
      {words.join(', ')}
      {elements.length === 0 ? `. ${t('file.tablesOnly')}` : ''}
    </span>
  );
}

/** How many are shown at most; who has more mends them on the canvas, where they stand too. */
const SHOWN = 50;

function Notes({ notes }: { notes: readonly Note[] }) {
  const { t } = useTranslation('processes');
  const language = useLanguage();
  return (
    <>
      <ul className={styles.notes}>
        {notes.slice(0, SHOWN).map(({ about, line, message }) => (
          <li key={`${line} ${message.en} ${about?.en ?? ''}`}>
            {about ? <strong>{about[language]}</strong> : null}
            <span>{message[language]}</span>
            {line > 0 ? <span className="quiet">{t('file.line', { n: line })}</span> : null}
          </li>
        ))}
      </ul>
      {notes.length > SHOWN ? (
        <p className="quiet">{t('file.moreNotes', { count: notes.length - SHOWN })}</p>
      ) : null}
    </>
  );
}
