/** A worker for the hand-written workflows, set up as ours is: prebuilt bundle, the same cache, the same encryption. */
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { mongo } from 'mongoose';
import type { WorkerOrder } from '../contender.ts';
import { inDatabase, inMemory } from './activities.ts';
import { converterOf } from './converter.ts';

const workflowsPath = fileURLToPath(new URL('./workflows.ts', import.meta.url));
const silent = new DefaultLogger('ERROR');

export async function byHandWorker(order: WorkerOrder): Promise<{ stop(): Promise<void> }> {
  const { readModel, taskQueue, temporal, mongoUri } = order;
  Runtime.install({ logger: silent, shutdownSignals: [] });
  const database = readModel === 'database' ? new mongo.MongoClient(mongoUri) : undefined;
  const connection = await NativeConnection.connect({ address: temporal.address });
  const worker = await Worker.create({
    connection,
    namespace: temporal.namespace,
    taskQueue,
    activities: database ? inDatabase(database.db()) : inMemory(),
    dataConverter: converterOf(order),
    workflowBundle: await bundleWorkflowCode({ workflowsPath, logger: silent }),
    maxCachedWorkflows: 250,
    stickyQueueScheduleToStartTimeout: '3 seconds',
  });
  const ended = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await ended;
      await connection.close();
      await database?.close();
    },
  };
}
