/** What is measured: one way to run P1 and P2, with a worker process of its own on the shared server. */
import type { Client } from '@temporalio/client';

/** Where facts or rows go that people read. `none`: nowhere, and answers wait for nothing. */
export type ReadModel = 'none' | 'memory' | 'database';

export interface WorkerOrder {
  kind: 'by hand' | 'interpreter';
  readModel: ReadModel;
  taskQueue: string;
  temporal: { address: string; namespace: string };
  mongoUri: string;
  secretKey: string;
}

export interface Contender {
  name: string;
  /** Process id of its worker. */
  pid: number;
  /** For looking at histories. */
  client: Client;
  /** Starts P1; the workflow's result is its end. */
  startP1(id: string): Promise<void>;
  /** Starts P2 and waits until its first task is in the read model, where there is one. */
  startP2(id: string): Promise<void>;
  complete(id: string, task: string): Promise<void>;
  stop(): Promise<void>;
}

/** What is measured as it grows: more steps in one process, or more tasks in one instance. */
export interface Growing extends Contender {
  /** Starts a process of one task and then so many automatic steps; waits until the task can be read. */
  startSteps(id: string, steps: number): Promise<void>;
  /** Completes the only task of a process of steps. */
  completeOnly(id: string): Promise<void>;
  /** Starts one task that comes again each time it is done. */
  startRepeated(id: string): Promise<void>;
  /** Completes the only task, for the n-th time. */
  completeAgain(id: string, time: number): Promise<void>;
}
