/** How much the server keeps of an instance that has ended. */
import type { Client } from '@temporalio/client';
import { median } from './statistics.ts';

export interface Kept {
  events: number;
  bytes: number;
  workflowTasks: number;
}

export async function keptOf(client: Client, ids: string[]): Promise<Kept> {
  const all = await Promise.all(ids.map((id) => keptOfOne(client, id)));
  const middle = (pick: (kept: Kept) => number) => median(all.map(pick));
  return {
    events: middle(({ events }) => events),
    bytes: middle(({ bytes }) => bytes),
    workflowTasks: middle(({ workflowTasks }) => workflowTasks),
  };
}

async function keptOfOne(client: Client, id: string): Promise<Kept> {
  const handle = client.workflow.getHandle(id);
  await handle.result();
  const [{ historySize }, { events }] = await Promise.all([handle.describe(), handle.fetchHistory()]);
  return {
    events: events?.length ?? 0,
    bytes: historySize ?? 0,
    workflowTasks: events?.filter((event) => event.workflowTaskCompletedEventAttributes).length ?? 0,
  };
}
