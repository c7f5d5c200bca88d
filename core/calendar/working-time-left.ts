/** What a pause keeps of a term: the working days left and the time of day. */
import type { Calendar, Instant } from './calendar.ts';
import { compareInstants, toMillis } from './instant.ts';
import { addWorkingDays, rollForward, workingDaysBetween } from './working-days.ts';
import { localDate, toInstant, toLocal } from './zone.ts';

/**
 * Working days from today to the due date (0 = today, negative = overdue) and the local time of day at which it is due.
 * `late` says that the due moment had passed, which `days` alone cannot tell on the due date itself.
 */
export interface WorkingTimeLeft {
  days: number;
  time: string;
  late?: true;
}

/** Local time of day as short as it can be written without loss. */
function timeOfDay(c: Calendar, at: Instant): string {
  const { time, seconds } = toLocal(c.zone, at);
  const ms = ((toMillis(at) % 1000) + 1000) % 1000;
  if (seconds === 0 && ms === 0) return time;
  return `${time}:${String(seconds).padStart(2, '0')}${ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`}`;
}

/** Working time left now. A due date on a day off counts as the next working day, so that a pause never shortens a term. */
export function workingDaysLeft(c: Calendar, now: Instant, due: Instant): WorkingTimeLeft {
  const dueDate = rollForward(c, localDate(c.zone, due)).date;
  const left = { days: workingDaysBetween(c, localDate(c.zone, now), dueDate), time: timeOfDay(c, due) };
  return compareInstants(toInstant(c.zone, dueDate, left.time), now) < 0 ? { ...left, late: true } : left;
}

/**
 * The due moment that leaves the same working time from a later now. What was in time stays in time: with 0 days left and
 * the hour already past, it becomes the next working day. What was late stays as late as it was.
 */
export function putBack(c: Calendar, now: Instant, left: WorkingTimeLeft): Instant {
  const today = localDate(c.zone, now);
  const due = toInstant(c.zone, addWorkingDays(c, today, left.days).date, left.time);
  if (left.late || left.days < 0 || compareInstants(due, now) >= 0) return due;
  return toInstant(c.zone, addWorkingDays(c, today, 1).date, left.time);
}
