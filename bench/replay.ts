/** What it costs to build an instance up again from its history, as a worker does that does not have it in memory any more. */
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from '../worker/bundle.ts';
import type { Interpreter } from './interpreter/contender.ts';
import { readable } from './interpreter/converter.ts';
import { repeated } from './processes.ts';
import { median } from './statistics.ts';

export interface Replayed {
  events: number;
  bytes: number;
  /** Milliseconds of processor time. */
  ms: number;
  /** Whether it is a later run, that began with the state of an earlier one. */
  continued: boolean;
}

const TIMES = 5;

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

/**
 * Lets one task be done again and again, and replays the history each time it has grown to one of the lengths; then goes on
 * until the instance continued as new, and replays the second run when it is as long as the first of the lengths.
 */
export async function replays(interpreter: Interpreter, lengths: number[]): Promise<Replayed[]> {
  const id = `bench-long-${process.pid}`;
  const started = await interpreter.start(id, repeated, true);
  if (!started.ok) throw new Error(started.rejection.message);
  const handle = interpreter.client.workflow.getHandle(id); // always its newest run
  const first = (await handle.describe()).runId;
  let round = 0;
  const grown = async (length: number, isThere: (runId: string) => boolean): Promise<Replayed> => {
    for (;;) {
      const { historyLength, historySize, runId } = await handle.describe();
      if (isThere(runId) && historyLength >= length) {
        const ms = await replayTime(id, await handle.fetchHistory());
        return { events: historyLength, bytes: historySize ?? 0, ms, continued: runId !== first };
      }
      const more = Math.max(1, Math.floor((length - historyLength) / 8));
      for (let i = 0; i < more; i++) await interpreter.completeAgain(id, ++round);
    }
  };
  const found: Replayed[] = [];
  for (const length of lengths) found.push(await grown(length, (runId) => runId === first));
  found.push(await grown(lengths[0] as number, (runId) => runId !== first));
  await interpreter.client.workflow.getHandle(id).terminate('the benchmark is over');
  return found;
}

type History = Parameters<typeof Worker.runReplayHistory>[1];

async function replayTime(workflowId: string, history: History): Promise<number> {
  const options = { workflowBundle: await workflowBundle(), dataConverter: readable() };
  const copies = Array.from({ length: TIMES + 1 }, () => ({ workflowId, history }));
  const times: number[] = [];
  let before = process.cpuUsage();
  for await (const { error } of Worker.runReplayHistories(options, copies)) {
    if (error) throw error;
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
    before = process.cpuUsage();
  }
  return median(times.slice(1)); // the first one loads the code
}
