/** Above a copy of one's own: what it is, and the two ways it can go. */
import { Button, Group } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../shared/announce.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { useFailureWords } from '../shared/failed.tsx';
import styles from './own-copy.module.css';

interface Props {
  /** Whether the draft changed since the copy began. */
  moved: boolean;
  onTogether(): Promise<void>;
  onDrop(): Promise<void>;
}

export function OwnCopyBar({ moved, onTogether, onDrop }: Props) {
  const { t } = useTranslation('ownCopy');
  const failure = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const doing = async (what: () => Promise<void>) => {
    setBusy(true);
    try {
      await what();
    } catch (error) {
      announce(failure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.bar} aria-label={t('title')}>
      <p>
        <strong>{t('title')}.</strong> <span className={styles.lead}>{t('lead')} </span>
        {moved ? t('moved') : null}
      </p>
      <div className={styles.ways}>
        <Button
          size="compact-md"
          loading={busy}
          leftSection={<IconGitMerge size={16} aria-hidden />}
          onClick={() => void doing(onTogether)}
        >
          {t('together')}
        </Button>
        <Button size="compact-md" variant="default" disabled={busy} onClick={() => setAsking(true)}>
          {t('drop')}
        </Button>
      </div>
      {asking ? (
        <Dialog title={t('sure.title')} onClose={() => setAsking(false)}>
          <p>{t('sure.lead')}</p>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('sure.stay')}
            </Button>
            <Button
              color="late"
              onClick={() => {
                setAsking(false);
                void doing(onDrop);
              }}
            >
              {t('sure.go')}
            </Button>
          </Group>
        </Dialog>
      ) : null}
    </section>
  );
}
