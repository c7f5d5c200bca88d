/** All runs of an instance that continued as new: what the server keeps of each, and which came before it. */
import type { Client } from '@temporalio/client';

export interface Run {
  runId: string;
  events: number;
  bytes: number;
}

/** Oldest first. */
export async function runsOf(client: Client, id: string): Promise<Run[]> {
  const runs: Run[] = [];
  let next: string | null | undefined = (await client.workflow.getHandle(id).describe()).runId;
  while (next) {
    const { run, before } = await runOf(client, id, next);
    runs.unshift(run);
    next = before;
  }
  return runs;
}

async function runOf(client: Client, id: string, runId: string) {
  const handle = client.workflow.getHandle(id, runId);
  const [{ historyLength, historySize }, { events }] = await Promise.all([
    handle.describe(),
    handle.fetchHistory(),
  ]);
  return {
    run: { runId, events: historyLength, bytes: historySize ?? 0 } satisfies Run,
    before: events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId,
  };
}
