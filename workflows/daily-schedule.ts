/** The daily workflow of an organisation: looks which processes start themselves today and starts each at its hour. */
import { proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { ScheduleActivities, Startable } from '../activities/types.ts';
import { type Instant, localDate } from '../core/calendar/index.ts';
import { startsOn } from '../core/schedule/starts-on.ts';
import { scheduledInstanceId } from './ids.ts';
import type { DailyInput } from './messages.ts';

const { startable, startScheduled } = proxyActivities<ScheduleActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', maximumInterval: '5 minutes' },
});

/** A day that nothing ran is made up for: the scheduled moment counts, not the moment at which this runs. */
export async function dailySchedule({ org }: DailyInput): Promise<void> {
  const { calendar, processes } = await startable({ org });
  const date = localDate(calendar.zone, scheduledAt());
  const today = processes
    .map((process) => ({ process, at: startsOn(calendar, process.schedule, date) }))
    .filter((start): start is { process: Startable; at: Instant } => start.at !== undefined)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const { process, at } of today) {
    const left = Date.parse(at) - Date.now();
    if (left > 0) await sleep(left);
    const { element, hash } = process;
    const instance = scheduledInstanceId({ org, process: process.process, element, date });
    await startScheduled({ org, hash, element, instance, at });
  }
}

function scheduledAt(): Instant {
  const [scheduled] = (workflowInfo().searchAttributes.TemporalScheduledStartTime ?? []) as Date[];
  return (scheduled ?? workflowInfo().startTime).toISOString();
}
