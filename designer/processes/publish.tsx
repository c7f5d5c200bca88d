/** Putting a draft into use: a note for colleagues; errors hold it up. */
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Finding } from '../../contract/index.ts';
import { askToPublish, fourEyesQuery, needsApproval, requestsQuery } from '../publishing/publishing-api.ts';
import { Review } from '../publishing/review.tsx';
import { announce } from '../shared/announce.tsx';
import { publishDraft } from './processes-api.ts';

interface Props {
  id: string;
  definition: Definition;
  findings: Finding[];
  flush(): Promise<number | undefined>;
  onClose(): void;
}

export function Publish({ id, definition, findings, flush, onClose }: Props) {
  const { t } = useTranslation('processes');
  const queries = useQueryClient();
  const { t: tShared } = useTranslation('shared');
  const { t: tPublishing } = useTranslation('publishing');
  const { data: fourEyes } = useQuery(fourEyesQuery);
  const { data: requests = [] } = useQuery(requestsQuery(id));
  const asks = fourEyes !== undefined && needsApproval(fourEyes, id);
  const waits = asks && requests.some(({ state }) => state === 'open');
  const [name, setName] = useState('');
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
      const publication = {
        revision,
        note: note.trim(),
        ...(name.trim() ? { name: name.trim() } : {}),
      };
      const said = asks
        ? await askToPublish(id, publication).then(() => tPublishing('asked'))
        : await publishDraft(id, publication).then(({ version }) => t('published', { n: version }));
      await queries.invalidateQueries({ queryKey: ['definitions'] });
      announce(said);
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publish')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        style={{ display: 'grid', gap: 14 }}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (note.trim() !== '') void publish();
        }}
      >
        <p style={{ margin: 0 }}>
          {errors > 0 ? t('blocked', { count: errors }) : asks ? tPublishing('askLead') : t('publishLead')}
        </p>
        {errors === 0 && warnings > 0 ? (
          <p style={{ margin: 0 }} className="quiet">
            {t('warned', { count: warnings })}
          </p>
        ) : null}
        <Review id={id} definition={definition} />
        {waits ? (
          <p role="alert" style={{ margin: 0 }}>
            {tPublishing('waitsAlready')}
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
        <TextInput
          label={tPublishing('name')}
          description={tPublishing('nameHint')}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {problem ? (
          <p role="alert" style={{ margin: 0, color: 'var(--late)' }}>
            {problem}
          </p>
        ) : null}
        <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
          <Button type="submit" loading={busy} disabled={errors > 0 || waits || fourEyes === undefined}>
            {asks ? tPublishing('ask') : t('publish')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
