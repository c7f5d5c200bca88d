/** Runs a worker in a process of its own, so that what it uses can be told apart. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WorkerOrder } from './contender.ts';

const PROGRAM = fileURLToPath(new URL('./worker-process.ts', import.meta.url));

export async function spawnWorker(order: WorkerOrder): Promise<{ pid: number; stop(): Promise<void> }> {
  const child = fork(PROGRAM, [], {
    execArgv: ['--import', 'tsx', ...profiling()],
    env: { ...process.env, TZ: 'UTC' },
  });
  const ended = once(child, 'exit');
  child.send(order);
  const first = await Promise.race([once(child, 'message').then(() => 'ready'), ended.then(() => 'ended')]);
  if (first === 'ended') throw new Error(`The worker '${order.kind}, ${order.readModel}' did not come up`);
  return {
    pid: child.pid as number,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** With BENCH_PROFILE=folder each worker leaves profiles there, one per thread. */
function profiling(): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? ['--cpu-prof', '--cpu-prof-dir', folder] : [];
}
