/** A form being made: its questions on one side, on the other the page as residents get it, filled in to see what it does. */
import { Modal, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, Form } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import { mayRenameForm } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { useGoingBack } from '../canvas/going-back.tsx';
import type { Editor } from '../canvas/use-editor.ts';
import { ExpertId } from '../expert/expert-id.tsx';
import { PropertiesProvider, Words } from '../properties/parts.tsx';
import { BeforeContactNote } from './before-contact-note.tsx';
import styles from './forms.module.css';
import { Preview } from './preview.tsx';
import { QuestionList } from './question-list.tsx';
import { UsedAt } from './used-at.tsx';

interface Props {
  editor: Editor;
  form: Form;
  findings: readonly Finding[];
  processes: readonly string[];
  onClose(): void;
}

/** Below this there is room for one side at a time. */
const NARROW = '(max-width: 62rem)';

export function FormDesigner({ editor, form, findings, processes, onClose }: Props) {
  const { t } = useTranslation('forms');
  const { t: tp } = useTranslation('properties');
  const language = useLanguage();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const [side, setSide] = useState<'make' | 'look'>('make');
  const { buttons, keys, heard, say } = useGoingBack(editor);
  const change = (next: Form, typed: string) =>
    editor.run('changeForm', { form: next }, `form ${form.id} ${typed}`);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1180px, 96vw)"
      fullScreen={narrow}
      title={t('title', { name: said(form.name, language) })}
      closeButtonProps={{ 'aria-label': tp('close') }}
    >
      <PropertiesProvider value={{ editor, processes, onGo: onClose, onForm: () => {} }}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for what is inside, each of which has a button too */}
        <div onKeyDown={keys} className={styles.whole}>
          <div className={styles.bar}>
            {narrow ? (
              <SegmentedControl
                size="sm"
                aria-label={t('sides.label')}
                value={side}
                onChange={(value) => setSide(value as typeof side)}
                data={(['make', 'look'] as const).map((value) => ({ value, label: t(`sides.${value}`) }))}
              />
            ) : null}
            <span className={styles.push} />
            {buttons}
          </div>
          <p className="unseen" role="status">
            {heard}
          </p>
          <div className={styles.sides}>
            {narrow && side === 'look' ? null : (
              <div className={styles.making}>
                <BeforeContactNote form={form} />
                <UsedAt form={form} onRemoved={onClose} />
                <Words
                  label={t('name')}
                  value={form.name}
                  onChange={(name) => change({ ...form, name }, 'name')}
                  onBlur={editor.settle}
                />
                <Words
                  long
                  label={t('intro')}
                  value={form.intro}
                  onChange={(intro) => change({ ...form, intro }, 'intro')}
                  onBlur={editor.settle}
                />
                <QuestionList form={form} findings={findings} onSay={say} />
                <ExpertId
                  value={form.id}
                  place="form"
                  may={(id) => mayRenameForm(editor.drawing, form.id, id)}
                  onChange={(to) => {
                    editor.run('renameForm', { form: form.id, to });
                    editor.settle();
                  }}
                />
              </div>
            )}
            {narrow && side === 'make' ? null : <Preview form={form} />}
          </div>
        </div>
      </PropertiesProvider>
    </Modal>
  );
}
