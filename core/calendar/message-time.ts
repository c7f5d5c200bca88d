/** When a message that waits for office hours may go. */
import type { Calendar, Instant } from './calendar.ts';
import { isWorkingDay } from './days-off.ts';
import { compareInstants } from './instant.ts';
import { addWorkingDays } from './working-days.ts';
import { localDate, toInstant } from './zone.ts';

/** The first message time (09:00 local) of a working day at or after a moment. */
export function nextMessageTime(c: Calendar, at: Instant): Instant {
  const today = localDate(c.zone, at);
  if (isWorkingDay(c, today)) {
    const todayAt = toInstant(c.zone, today, c.messageTime);
    if (compareInstants(todayAt, at) >= 0) return todayAt;
  }
  return toInstant(c.zone, addWorkingDays(c, today, 1).date, c.messageTime);
}
