/** The story that was opened: what comes next in it, one step at a time or all at once. */
import { Button } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rejection } from '../../contract/index.ts';
import { useSaid } from '../app/i18n.ts';
import styles from './play.module.css';
import type { Opened, PlaySession } from './session.ts';

export function StoryAhead({
  session,
  opened,
  onGone,
  onClose,
}: {
  session: PlaySession;
  opened: Opened;
  onGone(rejection: Rejection | undefined): void;
  onClose(): void;
}) {
  const { t } = useTranslation('trying');
  const said = useSaid();
  const next = session.nextOfStory;
  return (
    <div className={styles.story}>
      <strong>{t('story', { title: opened.title })}</strong>
      <p className={styles.line} aria-live="polite">
        {next === undefined ? t('storyOver') : t('storyComing', { step: said(next) })}
      </p>
      <div className={styles.buttons}>
        {next === undefined ? null : (
          <>
            <Button
              leftSection={<IconPlayerTrackNext size={18} aria-hidden />}
              onClick={() => onGone(session.goOn())}
            >
              {t('storyNext')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                let refused: Rejection | undefined;
                while (!refused && session.nextOfStory !== undefined) refused = session.goOn();
                onGone(refused);
              }}
            >
              {t('storyAll')}
            </Button>
          </>
        )}
        <Button variant="default" onClick={onClose}>
          {t('storyClose')}
        </Button>
      </div>
    </div>
  );
}
