/** The Temporal Schedule of an organisation: every day at 00:05 local time the daily workflow looks what starts today. */
import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { dailyScheduleId } from '../workflows/ids.ts';
import { type DailyInput, workflowTypes } from '../workflows/messages.ts';

/** Starts missed while nothing ran are made up for, up to this long afterwards. */
const CATCH_UP = '7 days';

export async function dailySchedule(
  client: Client,
  taskQueue: string,
  { org, zone }: { org: string; zone: string },
): Promise<void> {
  const scheduleId = dailyScheduleId(org);
  const input: DailyInput = { org };
  const spec = { calendars: [{ hour: 0, minute: 5 }], timezone: zone };
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: CATCH_UP },
      action: {
        type: 'startWorkflow',
        workflowType: workflowTypes.dailySchedule,
        workflowId: scheduleId,
        taskQueue,
        args: [input],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const handle = client.schedule.getHandle(scheduleId);
    const { spec: present } = await handle.describe();
    if (present.timezone !== zone) await handle.update((schedule) => ({ ...schedule, spec }));
  }
}

/** Runs the daily workflow once more, for what was published today. */
export async function lookAgain(client: Client, org: string): Promise<void> {
  try {
    await client.schedule.getHandle(dailyScheduleId(org)).trigger();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}
