/** The palette: eight everyday blocks first, the rest under "more". Drag one, or press it to add it after what is selected. */
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BLOCK_IDS, type BlockId, blocks } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { blockIcons } from './icons.tsx';
import styles from './palette.module.css';

export const BLOCK_DRAG = 'application/x-speelruimte-block';

export function Palette({ onAdd }: { onAdd(block: BlockId): void }) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const [more, setMore] = useState(false);
  const shown = BLOCK_IDS.filter((id) => more || blocks[id].everyday);
  return (
    <section className={styles.palette} aria-label={t('palette')}>
      <ul>
        {shown.map((id) => {
          const Icon = blockIcons[id];
          return (
            <li key={id}>
              <button
                type="button"
                draggable
                className={styles.block}
                title={blocks[id].hint[language]}
                onClick={() => onAdd(id)}
                onDragStart={(event) => {
                  event.dataTransfer.setData(BLOCK_DRAG, id);
                  event.dataTransfer.effectAllowed = 'copy';
                }}
              >
                <Icon size={20} stroke={1.75} aria-hidden="true" />
                {blocks[id].name[language]}
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" className={styles.more} aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? (
              <IconChevronUp size={18} stroke={1.75} aria-hidden />
            ) : (
              <IconChevronDown size={18} stroke={1.75} aria-hidden />
            )}
            {more ? t('fewer') : t('more')}
          </button>
        </li>
      </ul>
    </section>
  );
}
