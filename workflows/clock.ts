/** The moment at which something happens to a member: the workflow's clock, or in a rehearsal world the world's. Never back. */
import type { Instant } from '../core/calendar/index.ts';

/** `last` is the moment of the member's last event, `said` the world's clock where one was said. */
export function moment(world: string | undefined, last: Instant | undefined, said?: Instant): Instant {
  const now = world === undefined ? new Date(Date.now()).toISOString() : (said ?? last);
  if (now === undefined) throw new Error(`Expected the clock of world '${world}' with its first event`);
  return last !== undefined && last > now ? last : now;
}
