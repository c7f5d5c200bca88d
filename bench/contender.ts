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
