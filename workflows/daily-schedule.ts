/** The daily workflow of an organisation: looks which processes start themselves today and starts each at its moment. */
import { proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { ScheduleActivities } from '../activities/types.ts';
import type { Instant } from '../core/calendar/index.ts';
import { scheduledInstanceId } from './ids.ts';
import type { DailyInput } from './messages.ts';

const { startable, startScheduled } = proxyActivities<ScheduleActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', maximumInterval: '5 minutes' },
});

/**
 * A day that nothing ran is made up for: the scheduled moment counts, not the moment at which this runs. It also runs when
 * something is published: what the others of that day have started is passed over.
 */
export async function dailySchedule({ org }: DailyInput): Promise<void> {
  const { processes } = await startable({ org, at: scheduledAt() });
  const today = processes
    .flatMap(({ starts, ...process }) => starts.map((start) => ({ ...process, ...start })))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const { process, hash, element, at, occasion } of today) {
    const left = Date.parse(at) - Date.now();
    if (left > 0) await sleep(left);
    const instance = scheduledInstanceId({ org, process, element, occasion });
    await startScheduled({ org, hash, element, occasion, instance, at });
  }
}

function scheduledAt(): Instant {
  const [scheduled] = (workflowInfo().searchAttributes.TemporalScheduledStartTime ?? []) as Date[];
  return (scheduled ?? workflowInfo().startTime).toISOString();
}
