/** Runs instances of one contender and tells what they cost: by process, by instance and by completed task. */
import type { Contender } from './contender.ts';
import { cpuOf } from './process-cost.ts';
import { TASKS } from './processes.ts';

/** Server processes shared by all. */
export interface Servers {
  temporal: number;
  mongo: number;
}

/** Milliseconds of processor time per instance. */
export interface Cpu {
  server: number;
  worker: number;
  client: number;
  database: number;
}

export interface Measured {
  cpu: Cpu;
  perSecond: number;
  /** Milliseconds each completed task took, as its user waited. */
  latencies: number[];
  ids: string[];
}

/** What follows an answer (closing, the last row) still belongs to it. */
const SETTLE_MS = 300;
let count = 0;

export function runP1(contender: Contender, servers: Servers, many: { instances: number; users: number }) {
  return measured(contender, servers, many, async (id) => {
    await contender.startP1(id);
    await contender.client.workflow.getHandle(id).result();
  });
}

export function runP2(
  contender: Contender,
  servers: Servers,
  many: { instances: number; users: number },
  start: (id: string) => Promise<void> = contender.startP2,
) {
  return measured(contender, servers, many, async (id, latencies) => {
    await start(id);
    for (const task of TASKS) {
      const before = performance.now();
      await contender.complete(id, task);
      latencies.push(performance.now() - before);
    }
  });
}

async function measured(
  contender: Contender,
  servers: Servers,
  { instances, users }: { instances: number; users: number },
  run: (id: string, latencies: number[]) => Promise<void>,
): Promise<Measured> {
  const ids = Array.from({ length: instances }, () => `bench-${++count}`);
  const latencies: number[] = [];
  const waiting = [...ids];
  const used = cpuMeter(contender, servers);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: users }, async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await run(id, latencies);
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const cpu = used();
  const each = (ms: number) => ms / instances;
  return {
    cpu: {
      server: each(cpu.server),
      worker: each(cpu.worker),
      client: each(cpu.client),
      database: each(cpu.database),
    },
    perSecond: instances / seconds,
    latencies,
    ids,
  };
}

/** The client is this very process. */
export function cpuMeter({ pid }: Pick<Contender, 'pid'>, servers: Servers): () => Cpu {
  const look = (): Cpu => {
    const { user, system } = process.cpuUsage();
    return {
      server: cpuOf(servers.temporal),
      worker: cpuOf(pid),
      client: (user + system) / 1_000,
      database: cpuOf(servers.mongo),
    };
  };
  const before = look();
  return () => {
    const after = look();
    return {
      server: after.server - before.server,
      worker: after.worker - before.worker,
      client: after.client - before.client,
      database: after.database - before.database,
    };
  };
}
