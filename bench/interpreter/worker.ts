/** Our worker: with the real store and activities, or with a record that is kept in memory. */
import { Connection } from '@temporalio/client';
import { createActivities } from '../../activities/index.ts';
import { publicOnly } from '../../activities/outside/addresses.ts';
import { asking } from '../../activities/outside/ask.ts';
import { createSend } from '../../activities/send-message.ts';
import type { Activities } from '../../activities/types.ts';
import { openStore } from '../../store/index.ts';
import { engineClient } from '../../worker/client.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { dataConverter } from '../../worker/data-converter.ts';
import { personalLinks } from '../../worker/links.ts';
import type { WorkerOrder } from '../contender.ts';
import { readable } from './converter.ts';
import { inMemory } from './in-memory.ts';

export async function interpreterWorker(order: WorkerOrder): Promise<{ stop(): Promise<void> }> {
  const { taskQueue, temporal, readModel } = order;
  const common = { connection: { address: temporal.address }, namespace: temporal.namespace, taskQueue, log };
  if (readModel !== 'database')
    return createWorker({ ...common, activities: inMemory(), dataConverter: readable() });
  const { activities, converter, close } = await withStore(order);
  const worker = await createWorker({ ...common, activities, dataConverter: converter });
  return {
    async stop() {
      await worker.stop();
      await close();
    },
  };
}

/** Put together as worker/app.ts does it. */
async function withStore({ temporal, taskQueue, mongoUri, secretKey }: WorkerOrder) {
  const store = await openStore(mongoUri, { secretKey });
  const converter = dataConverter(store.codec);
  const connection = await Connection.connect({ address: temporal.address });
  const { namespace } = temporal;
  const engine = engineClient({ connection, namespace, taskQueue, dataConverter: converter });
  const send = createSend({
    store,
    links: personalLinks('http://localhost', secretKey, store),
    sender: { address: 'bench@localhost' },
  });
  const clock = () => new Date().toISOString();
  const activities: Activities = createActivities({
    store,
    engine,
    log: logger,
    clock,
    ...send,
    outside: asking(publicOnly()),
  });
  return {
    activities,
    converter,
    async close() {
      await connection.close();
      await store.close();
    },
  };
}

const log = (level: string, message: string, about: object) => {
  if (level === 'ERROR' || level === 'WARN') console.error(level, message, about);
};
const logger = {
  info() {},
  warn: (about: object, message: string) => console.error(message, about),
  error: (about: object, message: string) => console.error(message, about),
};
