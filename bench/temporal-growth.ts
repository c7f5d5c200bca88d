/** What grows on a real server: processes with more steps, and instances that have done more; ours and by hand by turns. */
import type { Growing } from './contender.ts';
import { keptOf } from './history.ts';
import { runsOf } from './history-runs.ts';
import { cpuMeter, type Servers } from './measure.ts';
import { median } from './statistics.ts';

export interface StepsCost {
  steps: number;
  /** Milliseconds from asking for an instance until its first task can be read. */
  start: number;
  /** Milliseconds of processor time of server, worker and client together, per instance. */
  cpu: number;
  events: number;
  bytes: number;
}

export interface TasksCost {
  /** How many the instance has done by then. */
  tasks: number;
  /** Milliseconds of processor time per task since the size before. */
  cpu: number;
  /** Milliseconds that the one who completes waits, in the middle. */
  wait: number;
}

export interface Lasting {
  growth: TasksCost[];
  runs: number;
  /** Per task, over all runs. */
  events: number;
  bytes: number;
}

export type Pair<T> = readonly [byHand: T, ours: T];
type Contenders = Pair<Growing>;

let count = 0;

/** Starts of a size before they are counted: on a server that has been up for a minute no code is new. */
const FIRST_STARTS = 10;

/** `sizes`: how many instances of each length. */
export async function bySteps(
  contenders: Contenders,
  servers: Servers,
  sizes: { steps: number; instances: number }[],
  say: (what: string) => void,
): Promise<Pair<StepsCost>[]> {
  for (const contender of contenders) await stepsCost(contender, servers, { steps: 10, instances: 3 });
  const found: Pair<StepsCost>[] = [];
  for (const size of sizes) {
    say(`Instances of ${size.steps} steps`);
    found.push([
      await stepsCost(contenders[0], servers, size),
      await stepsCost(contenders[1], servers, size),
    ]);
  }
  return found;
}

async function stepsCost(
  contender: Growing,
  servers: Servers,
  { steps, instances }: { steps: number; instances: number },
): Promise<StepsCost> {
  const newId = () => `bench-steps-${process.pid}-${++count}`;
  for (let i = 0; i < FIRST_STARTS; i++) {
    const id = newId();
    await contender.startSteps(id, steps);
    await contender.client.workflow.getHandle(id).terminate('only its start was wanted');
  }
  const ids = Array.from({ length: instances }, newId);
  const starts: number[] = [];
  const used = cpuMeter(contender, servers);
  for (const id of ids) {
    const before = performance.now();
    await contender.startSteps(id, steps);
    starts.push(performance.now() - before);
    await contender.completeOnly(id);
    await contender.client.workflow.getHandle(id).result();
  }
  const cpu = sum(used()) / instances;
  const { events, bytes } = await keptOf(contender.client, ids);
  return { steps, start: median(starts), cpu, events, bytes };
}

/** One instance each, that does one task after another; at each of the sizes both have come as far. */
export async function byTasks(
  contenders: Contenders,
  servers: Servers,
  sizes: number[],
  say: (what: string) => void,
): Promise<Pair<Lasting>> {
  const lasting = await Promise.all(contenders.map((contender) => begin(contender)));
  for (const size of sizes) {
    say(`Instances that have done ${size.toLocaleString('en')} tasks`);
    for (const one of lasting) await goOn(one, servers, size);
  }
  const [byHand, ours] = await Promise.all(lasting.map(end));
  return [byHand as Lasting, ours as Lasting];
}

interface Going {
  contender: Growing;
  id: string;
  done: number;
  growth: TasksCost[];
}

const WARMING_UP = 30;

async function begin(contender: Growing): Promise<Going> {
  const id = `bench-lasting-${process.pid}-${++count}`;
  await contender.startRepeated(id);
  for (let n = 1; n <= WARMING_UP; n++) await contender.completeAgain(id, n);
  return { contender, id, done: WARMING_UP, growth: [] };
}

async function goOn(going: Going, servers: Servers, tasks: number): Promise<void> {
  const { contender, id } = going;
  const many = tasks - going.done;
  const waits: number[] = [];
  const used = cpuMeter(contender, servers);
  while (going.done < tasks) {
    const before = performance.now();
    await contender.completeAgain(id, ++going.done);
    waits.push(performance.now() - before);
  }
  going.growth.push({ tasks, cpu: sum(used()) / many, wait: median(waits) });
}

async function end({ contender, id, done, growth }: Going): Promise<Lasting> {
  const runs = await runsOf(contender.client, id);
  await contender.client.workflow.getHandle(id).terminate('the benchmark is over');
  const total = (pick: (run: (typeof runs)[number]) => number) =>
    runs.reduce((all, run) => all + pick(run), 0);
  return {
    growth,
    runs: runs.length,
    events: total(({ events }) => events) / done,
    bytes: total(({ bytes }) => bytes) / done,
  };
}

const sum = ({ server, worker, client }: { server: number; worker: number; client: number }) =>
  server + worker + client;
