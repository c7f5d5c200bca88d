/** Sorts work into days: late, today, this week, later, and what waits on others. */
import { addDays, weekday } from '../../core/calendar/index.ts';
import type { WorkItem } from './item.ts';

export const GROUPS = ['late', 'today', 'week', 'later', 'waiting'] as const;
export type Group = (typeof GROUPS)[number];

export interface Viewer {
  person: string | undefined;
  roles: readonly string[];
}

/** Whether it is the viewer's turn: theirs, offered to them, or open to a role of theirs with nobody on it. */
export function isTurnOf({ person, roles }: Viewer, item: WorkItem): boolean {
  if (person !== undefined && (item.owner === person || item.offeredTo === person)) return true;
  if (item.owner !== undefined || item.kind !== 'task') return false;
  return item.side === 'us' && item.view.roles.some((role) => roles.includes(role));
}

/** Whether the viewer is around: a role in the initiative makes them want to know. */
export const isAround = ({ person }: Viewer, roles: Record<string, string[]> | undefined): boolean =>
  person !== undefined && Object.values(roles ?? {}).some((people) => people.includes(person));

export function groupOf(item: WorkItem, viewer: Viewer, today: string): Group {
  if (!isTurnOf(viewer, item)) return 'waiting';
  if (item.late) return 'late';
  // Waiting to be decided or answered has no day of its own: it is for today.
  if (item.kind === 'raised' || item.offeredTo === viewer.person) return 'today';
  const date = item.due?.date ?? item.due?.at.slice(0, 10);
  if (date === undefined) return 'later';
  if (date < today) return 'late';
  if (date === today) return 'today';
  return date <= addDays(today, 7 - weekday(today)) ? 'week' : 'later';
}

/** In each group the earliest due first, what has no day last, then the oldest first. */
export function byDay(items: readonly WorkItem[], viewer: Viewer, today: string): Record<Group, WorkItem[]> {
  const groups: Record<Group, WorkItem[]> = { late: [], today: [], week: [], later: [], waiting: [] };
  for (const item of items) groups[groupOf(item, viewer, today)].push(item);
  const rank = ({ due, since }: WorkItem) => `${due?.at ?? '9'} ${since}`;
  for (const group of GROUPS) groups[group].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return groups;
}
