/** `npm run bench`: the interpreter beside the same processes written by hand, on one server; the core alone; BPMN files; and replaying. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Connection } from '@temporalio/client';
import { startMongo, startTemporal, toStderr } from '../servers/index.ts';
import { searchAttributes } from '../workflows/search-attributes.ts';
import { bpmnSpeed } from './bpmn-speed.ts';
import { byHand } from './by-hand/contender.ts';
import { reportCanvas } from './canvas/report.ts';
import { runCanvas } from './canvas/run.ts';
import { checkSpeed } from './check-speed.ts';
import type { Contender, ReadModel, WorkerOrder } from './contender.ts';
import { coreByElements, coreByTasks } from './core-growth.ts';
import { coreSpeed } from './core-speed.ts';
import { SIZES } from './growth-processes.ts';
import { reportCoreGrowth, reportTemporalGrowth } from './growth-report.ts';
import { interpreter } from './interpreter/contender.ts';
import { reportPages } from './pages/report.ts';
import { runPages } from './pages/run.ts';
import { requireLinux } from './process-cost.ts';
import { p1 } from './processes.ts';
import { replays } from './replay.ts';
import { reportBpmn, reportChecks, reportCore, reportReplays, reportRounds } from './report.ts';
import { rounds, type Sizes } from './rounds.ts';
import { bySteps, byTasks } from './temporal-growth.ts';

const FULL: Sizes = { rounds: 5, p1: 60, p2: 40, oneUser: 15, users: 10, waiting: 100 };
const QUICK: Sizes = { rounds: 1, p1: 20, p2: 12, oneUser: 5, users: 10, waiting: 30 };

const FULL_GROWTH = {
  steps: [
    { steps: 10, instances: 40 },
    { steps: 100, instances: 15 },
    { steps: 1_000, instances: 5 },
  ],
  tasks: [100, 1_000, 10_000],
};
const QUICK_GROWTH = {
  steps: [
    { steps: 10, instances: 10 },
    { steps: 100, instances: 5 },
    { steps: 1_000, instances: 2 },
  ],
  tasks: [100, 300, 1_000],
};

const FULL_PAGES = { tasks: [1_000, 10_000], lists: 40, loads: 5, looks: 3 };
const QUICK_PAGES = { tasks: [1_000, 10_000], lists: 15, loads: 2, looks: 1 };

const FULL_CANVAS = { elements: [100, 300, 1_000], loads: 5, rounds: 3 };
const QUICK_CANVAS = { elements: [100, 1_000], loads: 2, rounds: 1 };

const parts = ['core', 'growth', 'check', 'bpmn', 'temporal', 'replay', 'pages', 'canvas'] as const;
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const wanted = (part: (typeof parts)[number]) => values.only === undefined || values.only === part;
if (values.only !== undefined && !parts.some((part) => part === values.only))
  throw new Error(`Expected --only ${parts.join(' or ')}, got '${values.only}'`);

requireLinux();
const print = (lines: string[]) => process.stdout.write(`${lines.join('\n')}\n\n`);
const say = (what: string) => process.stderr.write(`  ${what}\n`);

if (wanted('core')) {
  say('The core alone');
  print(reportCore(coreSpeed(p1, values.quick ? { rounds: 3, ms: 500 } : { rounds: 7, ms: 1_000 })));
}
if (wanted('check')) {
  say('Checking and exploring');
  print(reportChecks(await checkSpeed({ rounds: values.quick ? 3 : 9 })));
}
if (wanted('growth')) {
  say('The core alone, as it grows');
  const sizes = values.quick ? { rounds: 3, ms: 300 } : { rounds: 7, ms: 1_000 };
  print(reportCoreGrowth(coreByElements(SIZES, sizes), coreByTasks([100, 1_000, 10_000])));
}
if (wanted('bpmn')) {
  say('BPMN files');
  print(reportBpmn(await bpmnSpeed({ elements: 5_000, rounds: values.quick ? 3 : 7 })));
}
if (wanted('temporal') || wanted('growth') || wanted('replay')) await onServers();
if (wanted('pages') || wanted('canvas')) await onScreens();

async function onServers(): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const temporal = await startTemporal({ searchAttributes, onProgress: toStderr });
    stops.push(temporal.stop);
    const mongo = await startMongo({ onProgress: toStderr });
    stops.push(mongo.stop);
    const { address, namespace } = temporal;
    const connection = await Connection.connect({ address });
    stops.push(() => connection.close());
    const orderOf = (kind: WorkerOrder['kind'], readModel: ReadModel) => ({
      name: `${kind}, ${readModel}`,
      kind,
      readModel,
      taskQueue: `bench-${kind}-${readModel}`.replace(' ', '-'),
      temporal: { address, namespace },
      mongoUri: mongo.uri,
      secretKey: randomBytes(32).toString('hex'),
    });
    const up = async <C extends Contender>(contender: Promise<C>): Promise<C> => {
      const ready = await contender;
      stops.push(() => ready.stop());
      return ready;
    };
    say('Workers');
    const inMemory = await up(interpreter(connection, orderOf('interpreter', 'memory')));
    const servers = { temporal: temporal.pid as number, mongo: mongo.pid as number };
    const withHand =
      wanted('temporal') || wanted('growth')
        ? await up(byHand(connection, orderOf('by hand', 'memory')))
        : undefined;
    if (withHand && wanted('growth')) {
      const pair = [withHand, inMemory] as const;
      const { steps, tasks } = values.quick ? QUICK_GROWTH : FULL_GROWTH;
      const long = await bySteps(pair, servers, steps, say);
      print(reportTemporalGrowth(long, await byTasks(pair, servers, tasks, say)));
    }
    if (withHand && wanted('temporal')) {
      const contenders = {
        plain: await up(byHand(connection, orderOf('by hand', 'none'))),
        memory: [withHand, inMemory],
        database: [
          await up(byHand(connection, orderOf('by hand', 'database'))),
          await up(interpreter(connection, orderOf('interpreter', 'database'))),
        ],
      } as const;
      print(
        reportRounds(await rounds(contenders, servers, values.quick ? QUICK : FULL, say), {
          mongo: mongo.kind,
        }),
      );
    }
    if (wanted('replay')) {
      say('Long histories');
      print(reportReplays(await replays(inMemory, values.quick ? [1_000] : [1_000, 3_900])));
    }
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function onScreens(): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const temporal = await startTemporal({ searchAttributes, onProgress: toStderr });
    stops.push(temporal.stop);
    const mongo = await startMongo({ onProgress: toStderr });
    stops.push(mongo.stop);
    const { address, namespace } = temporal;
    const given = {
      temporal: { address, namespace },
      mongoUri: mongo.uri,
      secretKey: randomBytes(32).toString('hex'),
    };
    if (wanted('pages'))
      print(
        reportPages(await runPages(given, values.quick ? QUICK_PAGES : FULL_PAGES, say), {
          mongo: mongo.kind,
        }),
      );
    if (wanted('canvas'))
      print(reportCanvas(await runCanvas(given, values.quick ? QUICK_CANVAS : FULL_CANVAS, say)));
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
