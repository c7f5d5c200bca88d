/** Tells that a newer version than the one this draft goes out from is in use, and brings in what changed since. */
import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { readDraft, readVersion, versionsQuery } from '../processes/processes-api.ts';
import { announce } from '../shared/announce.tsx';
import { type Clash, together } from './clash.ts';
import styles from './conflicts.module.css';

interface Props {
  id: string;
  /** The version the draft goes out from, as this page knows it. */
  basedOn: number | undefined;
  definition: Definition;
  onBringIn(clash: Clash): void;
}

export function NewerVersion({ id, basedOn, definition, onBringIn }: Props) {
  const { t } = useTranslation('conflicts');
  const { data: versions } = useQuery({ ...versionsQuery(id), enabled: basedOn !== undefined });
  const [busy, setBusy] = useState(false);
  const newest = versions?.[0]?.version ?? 0;
  const isOlder = basedOn !== undefined && newest > basedOn;
  // What was put into use from this very draft since then is in it: the server knows.
  const { data: draft } = useQuery({
    queryKey: ['draft', id],
    queryFn: () => readDraft(id),
    enabled: isOlder,
  });
  const from = Math.max(basedOn ?? 0, draft?.basedOn ?? 0);
  if (!isOlder || newest <= from) return null;
  const bringIn = async () => {
    setBusy(true);
    try {
      const [base, theirs] = await Promise.all([readVersion(id, from), readVersion(id, newest)]);
      const clash: Clash = {
        base: { ...base.definition, id },
        theirs: { ...theirs.definition, id },
        met: { by: 'version', from, version: newest },
        chosen: {},
      };
      if (together(clash, definition).conflicts.length === 0) announce(t('broughtIn', { from }));
      onBringIn(clash);
    } catch {
      announce(t('bringInFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.newer}>
      <p>{t('newer', { from, n: newest })}</p>
      <Button
        size="compact-md"
        variant="default"
        loading={busy}
        leftSection={<IconGitMerge size={16} aria-hidden />}
        onClick={() => void bringIn()}
      >
        {t('bringIn')}
      </Button>
    </div>
  );
}
