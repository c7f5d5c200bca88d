/** Putting a draft into use: a note for colleagues; errors hold it up. */
import { Button, Modal, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../contract/index.ts';
import { announce } from '../shared/announce.tsx';
import { publishDraft } from './processes-api.ts';

interface Props {
  id: string;
  findings: Finding[];
  flush(): Promise<number | undefined>;
  onClose(): void;
}

export function Publish({ id, findings, flush, onClose }: Props) {
  const { t } = useTranslation('processes');
  const queries = useQueryClient();
  const { t: tShared } = useTranslation('shared');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const publish = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const revision = await flush();
      if (revision === undefined) {
        setProblem(t('save.offline'));
        return;
      }
      const { version } = await publishDraft(id, revision, note.trim());
      await queries.invalidateQueries({ queryKey: ['definitions'] });
      announce(t('published', { n: version }));
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('publish')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form
        style={{ display: 'grid', gap: 14 }}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (note.trim() !== '') void publish();
        }}
      >
        <p style={{ margin: 0 }}>{errors > 0 ? t('blocked', { count: errors }) : t('publishLead')}</p>
        {errors === 0 && warnings > 0 ? (
          <p style={{ margin: 0 }} className="quiet">
            {t('warned', { count: warnings })}
          </p>
        ) : null}
        <Textarea
          label={t('note')}
          description={t('noteHint')}
          autosize
          minRows={2}
          aria-required
          error={tried && note.trim() === '' ? tShared('required') : undefined}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        {problem ? (
          <p role="alert" style={{ margin: 0, color: 'var(--late)' }}>
            {problem}
          </p>
        ) : null}
        <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
          <Button type="submit" loading={busy} disabled={errors > 0}>
            {t('publish')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
