/** The list by hand, in a process of its own, over rows of its own in the same database. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { mongo } from 'mongoose';
import type { TaskView } from '../../contract/index.ts';

const PROGRAM = fileURLToPath(new URL('./by-hand-process.ts', import.meta.url));

export interface ByHand {
  url: string;
  add(tasks: TaskView[]): Promise<void>;
  stop(): Promise<void>;
}

export async function listByHand(mongoUri: string): Promise<ByHand> {
  const child = fork(PROGRAM, [], { execArgv: ['--import', 'tsx'], env: { ...process.env, TZ: 'UTC' } });
  const ended = once(child, 'exit');
  child.send({ mongoUri });
  const port = await Promise.race([
    once(child, 'message').then(([told]) => told as number),
    ended.then(() => undefined),
  ]);
  if (port === undefined) throw new Error('The list by hand did not come up');
  const client = await mongo.MongoClient.connect(mongoUri);
  return {
    url: `http://127.0.0.1:${port}`,
    async add(tasks) {
      const rows = tasks.map((view) => ({ ...view, _id: view.id as unknown as mongo.ObjectId }));
      if (rows.length > 0) await client.db().collection('tasks_by_hand').insertMany(rows);
    },
    async stop() {
      await client.close();
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
