/** The workflows of the bundle, by type name. */
export { dailySchedule } from './daily-schedule.ts';
export { mailroom } from './mailroom.ts';
export { processInstance } from './process-instance.ts';
