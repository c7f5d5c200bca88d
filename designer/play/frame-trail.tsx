/** Which process is looked at in play: the one that is played and those it called, each a step back or further. */
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import styles from './frame-trail.module.css';
import type { FrameSeen } from './session.ts';

interface Props {
  frames: readonly FrameSeen[];
  /** Open tasks per process. */
  open: Readonly<Record<string, number>>;
  looked: string;
  onLook(key: string): void;
}

export function FrameTrail({ frames, open, looked, onLook }: Props) {
  const { t } = useTranslation('trying');
  const said = useSaid();
  if (frames.length < 2) return null;
  return (
    <nav className={styles.trail} aria-label={t('frames')}>
      <ol>
        {frames.map(({ key, definition, present }) => (
          <li key={key}>
            {key === '' ? null : <IconChevronRight size={16} stroke={1.75} aria-hidden />}
            <button
              type="button"
              aria-current={key === looked ? 'step' : undefined}
              onClick={() => onLook(key)}
            >
              {said(definition.name)}
              <span className={styles.state}>
                {open[key]
                  ? t('frameOpen', { count: open[key] })
                  : present.length > 0
                    ? t('frameWaits')
                    : t('frameOver')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
