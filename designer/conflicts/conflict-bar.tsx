/** The bar above the drawing while two hands are put together: how many choices are left, going through them, and being done. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowsSplit2, IconCheck, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import styles from './conflicts.module.css';
import type { Choosing } from './use-choosing.ts';

export function ConflictBar({ choosing }: { choosing: Choosing }) {
  const { t } = useTranslation('conflicts');
  const days = useDays();
  const nameOf = useNames();
  const { clash, conflicts, left, names, go, choose, finish, stop } = choosing;
  const { met } = clash;
  const who = met.by === 'colleague' && met.person ? nameOf(met.person) : t('someone');
  const title = met.by === 'version' ? t('barVersion', { from: met.from }) : t('bar');
  const lead =
    met.by === 'version'
      ? t('leadVersion', { n: met.version })
      : t('lead', { who: who.charAt(0).toUpperCase() + who.slice(1), at: days.time(met.at) });
  return (
    <section className={styles.bar} aria-label={title}>
      <IconArrowsSplit2 size={20} stroke={1.75} aria-hidden />
      <div className={styles.words}>
        <strong>{title}</strong>
        <span>{lead}</span>
      </div>
      <div className={styles.steps}>
        <Tooltip label={t('previous')}>
          <ActionIcon variant="default" size={34} aria-label={t('previous')} onClick={() => go(-1)}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <span role="status" className={styles.left}>
          {left.length === 0 ? t('leftNone') : t('left', { count: left.length })}
        </span>
        <Tooltip label={t('next')}>
          <ActionIcon variant="default" size={34} aria-label={t('next')} onClick={() => go(1)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={styles.steps}>
        <Button size="compact-md" variant="default" onClick={() => choose(conflicts, 'mine')}>
          {met.by === 'version' ? t('allDraft') : t('allMine')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => choose(conflicts, 'theirs')}>
          {met.by === 'version'
            ? t('allTheirs', { who: names.theirs.toLowerCase() })
            : t('allTheirs', { who })}
        </Button>
        {stop ? (
          <Button size="compact-md" variant="default" onClick={stop}>
            {t('stop')}
          </Button>
        ) : null}
        <Button
          size="compact-md"
          variant={left.length === 0 ? 'filled' : 'light'}
          leftSection={<IconCheck size={16} aria-hidden />}
          onClick={finish}
        >
          {t('finish')}
        </Button>
      </div>
    </section>
  );
}
