/** The daily workflow starts what starts today, each at its hour and once, and the schedule that starts it exists once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ScheduleActivities } from '../../activities/types.ts';
import { localDate } from '../../core/calendar/index.ts';
import { dailyScheduleId, scheduledInstanceId } from '../../workflows/ids.ts';
import { workflowTypes } from '../../workflows/messages.ts';
import { type Engine, startEngine } from './support/engine.ts';
import { until } from './support/until.ts';

const started: Parameters<ScheduleActivities['startScheduled']>[0][] = [];
const soon = () => new Date(Date.now() + 1_500).toISOString();
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  const today = new Date().toISOString().slice(0, 10);
  const once = (process: string, at: string) => ({
    process,
    hash: 'a'.repeat(64),
    element: 'start',
    starts: [{ at, occasion: today }],
  });
  const schedules: ScheduleActivities = {
    startable: async () => ({
      processes: [once('later', soon()), once('early', `${today}T00:00:00.000Z`)],
    }),
    startScheduled: async (input) => void started.push(input),
  };
  Object.assign(engine.activities, schedules);
});
afterAll(async () => {
  await engine.client.client.schedule.getHandle(dailyScheduleId(engine.org)).delete();
  await engine.stop();
});

it('starts what starts today, at its hour, by the schedule', async () => {
  await engine.client.ensureSchedule({ org: engine.org, zone: 'UTC' });
  await engine.client.ensureSchedule({ org: engine.org, zone: 'UTC' });
  const handle = engine.client.client.schedule.getHandle(dailyScheduleId(engine.org));
  const { spec, action } = await handle.describe();
  expect(spec).toMatchObject({
    timezone: 'UTC',
    calendars: [{ hour: [{ start: 0 }], minute: [{ start: 5 }] }],
  });
  expect(action).toMatchObject({ workflowType: workflowTypes.dailySchedule });

  await handle.trigger();
  await until(() => started.length === 2);

  const date = localDate('UTC', new Date().toISOString());
  const id = (process: string) =>
    scheduledInstanceId({ org: engine.org, process, element: 'start', occasion: date });
  expect(started.map(({ instance }) => instance)).toEqual([id('early'), id('later')]);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(started[1]?.at ?? ''));
});

it('follows the organisation to another zone', async () => {
  await engine.client.ensureSchedule({ org: engine.org, zone: 'Europe/Amsterdam' });
  const { spec } = await engine.client.client.schedule.getHandle(dailyScheduleId(engine.org)).describe();
  expect(spec.timezone).toBe('Europe/Amsterdam');
});
