/** Nothing is due today: a kind sentence, and what tomorrow brings. */
import { useTranslation } from 'react-i18next';
import { addDays } from '../../core/calendar/index.ts';
import { Empty } from '../shared/empty.tsx';
import { useDays } from '../shared/today.ts';
import type { WorkItem } from './item.ts';

interface Props {
  /** One's own work that comes later. */
  items: readonly WorkItem[];
  today: string;
}

export function NothingDue({ items, today }: Props) {
  const { t } = useTranslation('work');
  const days = useDays();
  const coming = items
    .flatMap(({ due, what }) => (due ? [{ date: due.date ?? days.dateOf(due.at), what }] : []))
    .filter(({ date }) => date > today)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const tomorrow = coming.filter(({ date }) => date === addDays(today, 1));
  const [first] = coming;
  const lead = tomorrow[0]
    ? t('empty.tomorrow', { count: tomorrow.length, what: tomorrow[0].what })
    : first
      ? t('empty.next', { when: days.day(first.date), what: first.what })
      : t('empty.nothing');
  return <Empty title={t('empty.title')} lead={lead} />;
}
