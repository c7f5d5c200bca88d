/** When something is due, and on a click how that day was counted ("why Tuesday?"). */
import { Popover } from '@mantine/core';
import { IconAlertTriangle, IconCalendarEvent } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueView } from '../../contract/index.ts';
import { daysBetween } from '../../core/calendar/index.ts';
import styles from './due-chip.module.css';
import { type Days, useDays, useNow } from './today.ts';

interface Props {
  due: DueView;
  late: boolean;
  /** Tasks are due at a moment, commitments on a day. */
  withTime?: boolean;
}

export function DueChip({ due, late, withTime = false }: Props) {
  const { t } = useTranslation('shared');
  const days = useDays();
  const when = useDueWords(due, late, withTime);
  const Icon = late ? IconAlertTriangle : IconCalendarEvent;
  const [isOpen, setOpen] = useState(false);
  useEscape(isOpen, () => setOpen(false));
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width="min(20rem, calc(100vw - 24px))"
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        <button
          type="button"
          onClick={() => setOpen((was) => !was)}
          className={styles.chip}
          data-late={late || undefined}
          aria-label={t('due.chip', { when })}
        >
          <Icon size={16} stroke={1.75} aria-hidden />
          {when}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.ledger}>
        <Ledger due={due} days={days} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Escape closes what is open, also before the cursor has come into it. */
function useEscape(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [isOpen]);
}

/** `2 days late`, `today, before 17:00`, `Thursday 16 April`. */
export function useDueWords(due: DueView, late: boolean, withTime = false): string {
  const { t } = useTranslation('shared');
  const days = useDays();
  const now = useNow();
  const date = due.date ?? days.dateOf(due.at);
  const over = daysBetween(date, days.today);
  if (late) return over < 1 ? t('lateToday') : t('lateBy', { count: over });
  const isAhead = due.at > now;
  return over === 0 && withTime && isAhead ? t('dueToday', { time: days.time(due.at) }) : days.day(date);
}

function Ledger({ due, days }: { due: DueView; days: Days }) {
  const { t } = useTranslation('shared');
  const date = due.date ?? days.dateOf(due.at);
  const lines = due.ledger ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the list may be longer than its box and is scrolled by keyboard
    <section tabIndex={0} aria-label={t('due.title', { date: days.day(date) })} data-autofocus>
      <h3>{t('due.title', { date: days.day(date) })}</h3>
      {due.from ? <p>{t('due.from', { date: days.day(due.from) })}</p> : null}
      {lines.length === 0 ? <p>{t('due.noLedger')}</p> : null}
      <ol>
        {lines.map(({ date: walked, why, name, n }) => (
          <li key={walked} data-counted={why === 'counted' || undefined}>
            <span>{days.day(walked)}</span>
            <span>
              {why === 'counted'
                ? n === undefined
                  ? t('due.counted')
                  : t('due.dayN', { n })
                : (name?.[days.language] ?? t(`due.${why}`))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
