/** A changed calendar reaches a running instance: what is to come is counted again, and stays so when the workflow continues as new. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dutchCalendar } from '../../core/calendar/index.ts';
import { accepted, type Engine, startEngine } from './support/engine.ts';
import { oneTask } from './support/processes.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

describe('a calendar that changes', () => {
  it('moves the due date of an open task, once however often it is delivered', async () => {
    const instance = await engine.start(oneTask);
    const due = async () => (await engine.client.outstanding(instance)).tasks[0]?.task.dueDate as string;
    const before = await due();
    const name = { nl: 'Gesloten', en: 'Closed' };
    const calendar = {
      ...dutchCalendar,
      version: 2,
      closed: [0, 1, 2, 3, 4, 5, 6].map((n) => ({ date: addDays(before, n - 6), name })),
    };
    const change = { event: { type: 'calendarChanged' as const, calendar }, id: `${instance}-calendar-2` };

    accepted(await engine.client.deliver(instance, change));
    const after = await due();
    accepted(await engine.client.deliver(instance, change));

    expect(after > before).toBe(true);
    expect(await due()).toBe(after);
  });
});
