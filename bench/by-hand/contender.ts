/** The hand-written workflows as a client uses them. */
import { Client, type Connection, WithStartWorkflowOperation } from '@temporalio/client';
import type { Growing, WorkerOrder } from '../contender.ts';
import { spawnWorker } from '../spawn-worker.ts';
import { converterOf } from './converter.ts';
import type { Complete, Input } from './messages.ts';

/** Five working days, as a task of the engine has when its definition names no term. */
const DUE_MS = 7 * 86_400_000;

export async function byHand(
  connection: Connection,
  order: WorkerOrder & { name: string },
): Promise<Growing> {
  const { name, taskQueue, readModel, temporal } = order;
  const client = new Client({ connection, namespace: temporal.namespace, dataConverter: converterOf(order) });
  const worker = await spawnWorker(order);
  const shown = readModel !== 'none';
  const input: Input = { readModel: shown, ...(shown ? { dueMs: DUE_MS } : {}) };
  const started = (workflowId: string, more: Partial<Input> = {}) => ({
    workflowId,
    taskQueue,
    args: [{ ...input, ...more }] as [Input],
  });
  const open = async (workflow: string, id: string, more: Partial<Input> = {}) => {
    await client.workflow.executeUpdateWithStart<(input: Input) => Promise<string>, void, []>('opened', {
      startWorkflowOperation: new WithStartWorkflowOperation(workflow, {
        ...started(id, more),
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    });
  };
  const complete = async (id: string, task: string, updateId: string) => {
    const complete: Complete = { task, by: 'per_sam' };
    await client.workflow
      .getHandle(id)
      .executeUpdate<void, [Complete]>('complete', { args: [complete], updateId });
  };
  return {
    name,
    pid: worker.pid,
    client,
    async startP1(id) {
      await client.workflow.start('p1', started(id));
    },
    async startP2(id) {
      if (shown) await open('p2', id);
      else await client.workflow.start('p2', started(id));
    },
    complete: (id, task) => complete(id, task, `${id}-${task}`),
    startSteps: (id, steps) => open('taskThenSteps', id, { steps }),
    completeOnly: (id) => complete(id, 'do', `${id}-do`),
    startRepeated: (id) => open('again', id),
    completeAgain: (id, time) => complete(id, `do-${time}`, `${id}-${time}`),
    stop: worker.stop,
  };
}
