/** The hand-written workflows as a client uses them. */
import { Client, type Connection, WithStartWorkflowOperation } from '@temporalio/client';
import type { Contender, WorkerOrder } from '../contender.ts';
import { spawnWorker } from '../spawn-worker.ts';
import { converterOf } from './converter.ts';
import type { Complete, Input } from './messages.ts';

/** Five working days, as a task of the engine has when its definition names no term. */
const DUE_MS = 7 * 86_400_000;

export async function byHand(
  connection: Connection,
  order: WorkerOrder & { name: string },
): Promise<Contender> {
  const { name, taskQueue, readModel, temporal } = order;
  const client = new Client({ connection, namespace: temporal.namespace, dataConverter: converterOf(order) });
  const worker = await spawnWorker(order);
  const shown = readModel !== 'none';
  const input: Input = { readModel: shown, ...(shown ? { dueMs: DUE_MS } : {}) };
  const started = (workflowId: string) => ({ workflowId, taskQueue, args: [input] as [Input] });
  return {
    name,
    pid: worker.pid,
    client,
    async startP1(id) {
      await client.workflow.start('p1', started(id));
    },
    async startP2(id) {
      if (!shown) {
        await client.workflow.start('p2', started(id));
        return;
      }
      await client.workflow.executeUpdateWithStart<(input: Input) => Promise<string>, void, []>('opened', {
        startWorkflowOperation: new WithStartWorkflowOperation('p2', {
          ...started(id),
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      });
    },
    async complete(id, task) {
      const complete: Complete = { task, by: 'per_sam' };
      await client.workflow.getHandle(id).executeUpdate<void, [Complete]>('complete', {
        args: [complete],
        updateId: `${id}-${task}`,
      });
    },
    stop: worker.stop,
  };
}
