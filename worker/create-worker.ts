/** Runs the workflows and activities: everything it needs is handed in, and it stops gracefully. */
import type { DataConverter } from '@temporalio/common';
import {
  DefaultLogger,
  type LogLevel,
  NativeConnection,
  type NativeConnectionOptions,
  Runtime,
  Worker,
} from '@temporalio/worker';
import type { Activities, ScheduleActivities } from '../activities/types.ts';
import { workflowBundle } from './bundle.ts';
import { withShortStacks } from './short-stacks.ts';

/** A line of the worker or of a workflow. */
export type Log = (level: LogLevel, message: string, about: Record<string, unknown>) => void;

export interface WorkerOptions {
  /** Where Temporal is: `connection` of servers/temporal.ts. */
  connection: NativeConnectionOptions;
  namespace: string;
  taskQueue: string;
  activities: Activities & Partial<ScheduleActivities>;
  /** Of `dataConverter(ports)`, the same object as the client's where they share a process. */
  dataConverter: DataConverter;
  log?: Log;
  /** Where the bundle of the workflows is kept; node_modules/.cache by default. */
  bundleFolder?: string;
  /** Another entry than workflows/index.ts, for tests. */
  workflowsPath?: string;
  /** Instances kept in memory between their tasks, 1.5 MB each; others are replayed from history. */
  maxCachedWorkflows?: number;
}

export interface RunningWorker {
  /** Lets what is under way finish (ten seconds), then ends. */
  stop(): Promise<void>;
  /** Settles when the worker has ended; fails when it broke down. */
  ended: Promise<void>;
}

const CACHED = 250;
const GRACE = '10 seconds';
/** An activity that hangs does not hold the end for ever. */
const FORCE = '15 seconds';
/** A task for a worker that has died goes to another one after this. */
const STICKY = '3 seconds';

export async function createWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { namespace, taskQueue, activities, dataConverter, log } = options;
  if (log) logTo(log);
  const bundle = workflowBundle(options.bundleFolder, options.workflowsPath);
  const connection = await NativeConnection.connect(options.connection);
  try {
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      activities,
      dataConverter,
      workflowBundle: withShortStacks(await bundle),
      maxCachedWorkflows: options.maxCachedWorkflows ?? CACHED,
      stickyQueueScheduleToStartTimeout: STICKY,
      shutdownGraceTime: GRACE,
      shutdownForceTime: FORCE,
    });
    const ended = worker.run().finally(() => connection.close());
    ended.catch(nothing); // whoever waits for it hears of it
    return {
      ended,
      async stop() {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await ended.catch((error) => log?.('ERROR', 'The worker did not end gracefully', { error }));
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

const nothing = () => {};
let logging = false;

/** Once per process, before its first connection; signals of the system stay with who started us. */
function logTo(log: Log): void {
  if (logging) return;
  logging = true;
  const logger = new DefaultLogger('INFO', ({ level, message, meta }) => log(level, message, { ...meta }));
  Runtime.install({ logger, shutdownSignals: [] });
}
