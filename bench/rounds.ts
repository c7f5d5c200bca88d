/** The contenders by turns, forth and back, so that whatever else the machine does falls on all of them. */
import type { Contender } from './contender.ts';
import { type Kept, keptOf } from './history.ts';
import type { Interpreter } from './interpreter/contender.ts';
import { type Cpu, type Measured, runP1, runP2, type Servers } from './measure.ts';
import { memoryOf } from './process-cost.ts';
import { median, percentile } from './statistics.ts';

export interface Sizes {
  rounds: number;
  /** Instances in a round of P1, of P2, and of P2 with a single user. */
  p1: number;
  p2: number;
  oneUser: number;
  /** Users at once, but for the single one. */
  users: number;
  /** Instances of P2 that are open when memory is looked at. */
  waiting: number;
}

export interface Contenders {
  /** By hand, as short as can be: no due dates, nothing to read. */
  plain: Contender;
  /** By hand and ours, with due dates and something to read, in memory. */
  memory: readonly [Contender, Interpreter];
  /** The same, in the database and encrypted. */
  database: readonly [Contender, Interpreter];
}

/** Medians over the rounds. */
export interface Figures {
  cpu: Cpu;
  perSecond: number;
  kept: Kept;
}

export interface Result {
  name: string;
  p1?: Figures;
  p2: Figures;
  /** Milliseconds for one user. */
  complete: { p50: number; p95: number };
  /** MB of the worker with instances waiting in it. */
  memory?: number;
}

export interface Results {
  plain: Result;
  memory: readonly [Result, Result];
  database: readonly [Result, Result];
  /** P2 in the database, with chasing and word of new work. */
  chased: Result;
}

interface Turn {
  contender: Contender;
  p1: Measured[];
  p2: Measured[];
  oneUser: Measured[];
  /** Only this start of P2, no P1. */
  startP2?: (id: string) => Promise<void>;
}

export async function rounds(
  { plain, memory, database }: Contenders,
  servers: Servers,
  sizes: Sizes,
  say: (what: string) => void,
): Promise<Results> {
  const turnOf = (contender: Contender): Turn => ({ contender, p1: [], p2: [], oneUser: [] });
  const turns = [plain, ...memory, ...database].map(turnOf);
  const chased: Turn = { ...turnOf(database[1]), startP2: database[1].startChasedP2 };
  const all = [...turns, chased];
  for (let round = 0; round <= sizes.rounds; round++) {
    const order = round % 2 === 0 ? all : [...all].reverse();
    for (const turn of order) {
      say(`${round === 0 ? 'Warming up' : `Round ${round} of ${sizes.rounds}`}: ${turn.contender.name}`);
      await takeTurn(turn, servers, round === 0 ? { ...sizes, p1: 10, p2: 10, oneUser: 2 } : sizes);
    }
    if (round === 0) for (const turn of all) Object.assign(turn, { p1: [], p2: [], oneUser: [] });
  }
  const results = [];
  for (const turn of all) results.push(await resultOf(turn, sizes));
  const [first, second, third, fourth, fifth, last] = results as [
    Result,
    Result,
    Result,
    Result,
    Result,
    Result,
  ];
  return { plain: first, memory: [second, third], database: [fourth, fifth], chased: last };
}

async function takeTurn({ contender, p1, p2, oneUser, startP2 }: Turn, servers: Servers, sizes: Sizes) {
  const { users } = sizes;
  if (!startP2) p1.push(await runP1(contender, servers, { instances: sizes.p1, users }));
  p2.push(await runP2(contender, servers, { instances: sizes.p2, users }, startP2));
  oneUser.push(await runP2(contender, servers, { instances: sizes.oneUser, users: 1 }, startP2));
}

async function resultOf(turn: Turn, { waiting }: Sizes): Promise<Result> {
  const { contender, startP2 } = turn;
  const latencies = turn.oneUser.flatMap((one) => one.latencies);
  return {
    name: contender.name,
    ...(startP2 ? {} : { p1: await figuresOf(contender, turn.p1) }),
    p2: await figuresOf(contender, turn.p2),
    complete: { p50: percentile(latencies, 50), p95: percentile(latencies, 95) },
    ...(startP2 ? {} : { memory: await memoryWith(contender, waiting) }),
  };
}

async function figuresOf({ client }: Contender, measured: Measured[]): Promise<Figures> {
  const middle = (pick: (one: Measured) => number) => median(measured.map(pick));
  return {
    cpu: {
      server: middle(({ cpu }) => cpu.server),
      worker: middle(({ cpu }) => cpu.worker),
      client: middle(({ cpu }) => cpu.client),
      database: middle(({ cpu }) => cpu.database),
    },
    perSecond: middle(({ perSecond }) => perSecond),
    kept: await keptOf(client, measured.at(-1)?.ids.slice(-7) ?? []),
  };
}

async function memoryWith(contender: Contender, waiting: number): Promise<number> {
  for (let i = 0; i < waiting; i++) await contender.startP2(`bench-waiting-${contender.pid}-${i}`);
  return memoryOf(contender.pid);
}
