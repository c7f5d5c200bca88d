/** Replays histories against the workflows as they are now: what a running instance would meet after a release. */
import type { DataConverter } from '@temporalio/common';
import { DefaultLogger, type ReplayHistoriesIterable, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from './bundle.ts';

export interface Replayed {
  workflowId: string;
  /** Why it does not replay; absent when it does. */
  error?: Error;
}

/** For a program of its own: the worker says only what goes wrong. Once per process, before anything of Temporal starts. */
export function quietly(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => {}),
    telemetryOptions: { logging: { filter: 'OFF' } },
  });
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
