/** The tables: each figure beside what is wanted of it. */
import type { BpmnSpeed } from './bpmn-speed.ts';
import type { Checked } from './check-speed.ts';
import type { CoreSpeed } from './core-speed.ts';
import { goals, verdict } from './goals.ts';
import { growthOf, meanGrowthOf } from './growth.ts';
import type { Replayed } from './replay.ts';
import type { Figures, Result, Results } from './rounds.ts';

export function reportCore({ withJobs, straight }: CoreSpeed): string[] {
  const line = (what: string, speed: number) => `  ${what.padEnd(52)} ${whole(speed).padStart(8)}`;
  return [
    'The core alone, P1 instances per second of processor time on one thread',
    `${line('ten service tasks, each answered by its own event', withJobs)}   ${verdict(goals.corePerSecond, withJobs)}`,
    line('ten steps that run through', straight),
  ];
}

export function reportChecks(checked: Checked[]): string[] {
  const line = ({ elements, base, check, explore, states }: Checked) =>
    `  ${whole(elements).padStart(8)} ${[base, check, explore].map((ms) => ms.toFixed(1).padStart(9)).join(' ')} ${whole(states).padStart(7)}   ${[check, explore].map((ms) => `${(ms / base).toFixed(1)}×`.padStart(7)).join(' ')}`;
  const at200 = checked.find(({ elements }) => elements >= 200);
  const growth = (part: 'base' | 'check' | 'explore') =>
    meanGrowthOf(checked.map((one) => ({ size: one.elements, cost: one[part] })));
  return [
    'Checking and exploring a drawing, ms of processor time, beside reading and compiling it',
    '  elements  compiled   checked  explored  states   checked explored ÷ compiled',
    ...checked.map(line),
    goal(
      'checked and explored at 200 elements, ms',
      goals.check200,
      (at200?.check ?? 0) + (at200?.explore ?? 0),
      0,
    ),
    `  time grows as elements to the power: compiled ${growth('base').toFixed(2)}, checked ${growth('check').toFixed(2)}, explored ${growth('explore').toFixed(2)}`,
    goal('the highest of these', goals.checkGrowth, Math.max(growth('check'), growth('explore')), 2),
  ];
}

export function reportBpmn({
  elements,
  bytes,
  moddle,
  read,
  readAndDraw,
  layOut,
  write,
}: BpmnSpeed): string[] {
  const line = (what: string, ms: number) =>
    `  ${what.padEnd(52)} ${whole(ms).padStart(6)} ms ${(ms / moddle).toFixed(2).padStart(6)}`;
  return [
    `A BPMN file of ${whole(elements)} elements (${whole(bytes / 1_024)} kB), processor time and its ratio to bpmn-moddle reading the same file`,
    line('bpmn-moddle reads it, and nothing more', moddle),
    `${line('import, with all findings and what is kept', read)}   ${verdict(goals.bpmnImport, read / moddle)}`,
    line('import without a drawing, so that one is made', readAndDraw),
    line('the drawing alone', layOut),
    line('export, read back to see that it says the same', write),
  ];
}

export function reportReplays(replayed: Replayed[]): string[] {
  const before = replayed.filter(({ continued }) => !continued);
  const points = before.map(({ events, ms }) => ({ size: events, cost: ms, events, ms }));
  const [shortest, longest] = [points[0], points.at(-1)];
  const continued = replayed.find((one) => one.continued);
  const perEvent = ({ events, ms }: { events: number; ms: number }) => ms / events;
  return [
    'Replaying a history, processor time (an instance continues as new at 4,000 events)',
    ...replayed.map(
      ({ events, bytes, ms, continued }) =>
        `  ${whole(events).padStart(6)} events, ${whole(bytes / 1_024).padStart(5)} kB: ${whole(ms).padStart(5)} ms (${(ms / events).toFixed(2)} ms per event)${continued ? ', the run after it continued as new' : ''}`,
    ),
    ...(longest && shortest && longest !== shortest
      ? [goal('growth (1: in step)', goals.growth, growthOf([shortest, longest]), 2)]
      : []),
    ...(continued && shortest
      ? [
          goal(
            'after continuing ÷ before, per event',
            goals.flat,
            perEvent(continued) / perEvent(shortest),
            2,
          ),
        ]
      : []),
  ];
}

export function reportRounds(results: Results, { mongo }: { mongo: string }): string[] {
  const { plain, memory, database, chased } = results;
  const all = [plain, ...memory, ...database];
  return [
    'P1: start, ten automatic steps, end',
    figuresHead(),
    ...all.map(({ name, p1 }) => (p1 ? figuresLine(name, p1) : '')),
    '',
    'P2: start, task, gateway, task, two tasks at once, join, end',
    `${figuresHead()}   complete p50 / p95   worker`,
    ...[...all, { ...chased, name: 'interpreter, database, chased' }].map(
      (result) => `${figuresLine(result.name, result.p2)}   ${waited(result).padStart(18)}${heldBy(result)}`,
    ),
    '',
    'CPU in ms per instance; p50 and p95 in ms, one user; worker in MB with instances waiting.',
    `by hand, none: no due dates, no read model. database: encrypted, read model in MongoDB (${mongo}).`,
    'chased: with the ladder and the notices that tasks have unless a process says otherwise.',
    '',
    ...ratios('Interpreter ÷ by hand, read model in memory', memory),
    '',
    ...ratios('Interpreter ÷ by hand, read model in the database, encrypted', database),
    '',
    'Interpreter with its read model in the database',
    goal('completing a task, p95, ms', goals.completeP95, database[1].complete.p95, 0),
    goal('the same when tasks are chased', goals.completeP95, chased.complete.p95, 0),
  ];
}

const NAME = 31;

function figuresHead(): string {
  return `  ${''.padEnd(NAME)} CPU: server worker client   sum   (db)   inst./s  events   bytes  tasks`;
}

function figuresLine(name: string, { cpu, perSecond, kept }: Figures): string {
  const columns = [
    one(cpu.server).padStart(11),
    one(cpu.worker).padStart(6),
    one(cpu.client).padStart(6),
    one(sum(cpu)).padStart(5),
    `(${one(cpu.database)})`.padStart(6),
    one(perSecond).padStart(9),
    whole(kept.events).padStart(7),
    whole(kept.bytes).padStart(7),
    whole(kept.workflowTasks).padStart(6),
  ];
  return `  ${name.padEnd(NAME)} ${columns.join(' ')}`;
}

const waited = ({ complete }: Result) => `${one(complete.p50)} / ${one(complete.p95)}`;
const heldBy = ({ memory }: Result) => (memory === undefined ? '' : `   ${whole(memory).padStart(6)}`);

function ratios(title: string, [byHand, ours]: readonly [Result, Result]): string[] {
  const of = (what: string, wanted: Parameters<typeof verdict>[0], pick: (result: Result) => number) =>
    goal(what, wanted, pick(ours) / pick(byHand), 2);
  const p1 = (pick: (figures: Figures) => number) => (result: Result) => pick(result.p1 as Figures);
  const p2 = (pick: (figures: Figures) => number) => (result: Result) => pick(result.p2);
  const cpu = (figures: Figures) => sum(figures.cpu);
  return [
    title,
    of('P1 CPU', goals.cpu, p1(cpu)),
    of(
      'P1 events',
      goals.events,
      p1(({ kept }) => kept.events),
    ),
    of(
      'P1 bytes',
      goals.bytes,
      p1(({ kept }) => kept.bytes),
    ),
    of(
      'P1 instances per second',
      goals.p1PerSecond,
      p1(({ perSecond }) => perSecond),
    ),
    of('P2 CPU', goals.cpu, p2(cpu)),
    of(
      'P2 events',
      goals.events,
      p2(({ kept }) => kept.events),
    ),
    of(
      'P2 bytes',
      goals.bytes,
      p2(({ kept }) => kept.bytes),
    ),
    of(
      'P2 instances per second',
      goals.p2PerSecond,
      p2(({ perSecond }) => perSecond),
    ),
    of('worker memory', goals.memory, ({ memory }) => memory as number),
  ];
}

const goal = (what: string, wanted: Parameters<typeof verdict>[0], value: number, digits: number) =>
  `  ${what.padEnd(NAME)} ${value.toFixed(digits).padStart(7)}   ${verdict(wanted, value)}`;

/** The database apart: it is another machine's in real use, and the stand-in is none to measure. */
const sum = ({ server, worker, client }: Figures['cpu']) => server + worker + client;
const one = (value: number) => value.toFixed(1);
const whole = (value: number) => Math.round(value).toLocaleString('en');
