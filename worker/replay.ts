/** Replays histories against the workflows as they are now: what a running instance would meet after a release. */
import type { DataConverter } from '@temporalio/common';
import { type ReplayHistoriesIterable, Worker } from '@temporalio/worker';
import { workflowBundle } from './bundle.ts';

export interface Replayed {
  workflowId: string;
  /** Why it does not replay; absent when it does. */
  error?: Error;
}

export async function replay(
  histories: ReplayHistoriesIterable,
  dataConverter: DataConverter,
): Promise<Replayed[]> {
  const results: Replayed[] = [];
  const options = { workflowBundle: await workflowBundle(), dataConverter };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories))
    results.push({ workflowId, ...(error ? { error } : {}) });
  return results;
}
