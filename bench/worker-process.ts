/** The process of one worker: told by its parent what to run, ends with it. */
import { once } from 'node:events';
import { byHandWorker } from './by-hand/worker.ts';
import type { WorkerOrder } from './contender.ts';
import { interpreterWorker } from './interpreter/worker.ts';

const [order] = (await once(process, 'message')) as [WorkerOrder];
const worker = await (order.kind === 'by hand' ? byHandWorker : interpreterWorker)(order);
process.send?.('ready');
await once(process, 'disconnect');
await worker.stop();
