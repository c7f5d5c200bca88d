/** The tables of what grows: each size beside the next, and how steep that is. */
import type { ByElements, ByTasks } from './core-growth.ts';
import { goals, verdict } from './goals.ts';
import { growthOf } from './growth.ts';
import type { Lasting, Pair, StepsCost } from './temporal-growth.ts';

const NAME = 52;

export function reportCoreGrowth(elements: ByElements[], tasks: ByTasks[]): string[] {
  const slope = (pick: (one: ByElements) => number) =>
    growthOf(elements.map((one) => ({ size: one.elements, cost: pick(one) })));
  return [
    'The core alone, as processes grow: microseconds of processor time',
    head(
      'elements',
      elements.map((one) => one.elements),
    ),
    row(
      'an instance, each step answered by its own event',
      elements.map(({ instance }) => instance),
    ),
    row(
      'the same per fact',
      elements.map(({ fact }) => fact),
      2,
    ),
    row(
      'an instance whose steps run through',
      elements.map(({ straight }) => straight),
    ),
    row(
      'making the process ready, once',
      elements.map((one) => one.compile),
    ),
    goal(
      'growth (1: in step, 2: with the square)',
      goals.growth,
      slope(({ instance }) => instance),
    ),
    goal(
      'growth of steps that run through',
      goals.growth,
      slope(({ straight }) => straight),
    ),
    goal(
      'growth of making ready',
      goals.growth,
      slope((one) => one.compile),
    ),
    '',
    'The core alone, one instance that does task after task',
    head(
      'tasks done',
      tasks.map((one) => one.tasks),
    ),
    row(
      'microseconds per task',
      tasks.map(({ task }) => task),
    ),
    row(
      'bytes of state',
      tasks.map(({ state }) => state),
    ),
    goal('last ÷ first, per task', goals.flat, lastByFirst(tasks.map(({ task }) => task))),
    goal('last ÷ first, state', goals.flat, lastByFirst(tasks.map(({ state }) => state))),
  ];
}

export function reportTemporalGrowth(steps: Pair<StepsCost>[], [byHand, ours]: Pair<Lasting>): string[] {
  const sizes = steps.map(([one]) => one.steps);
  const both = (what: string, pick: (cost: StepsCost) => number, digits = 0) => [
    row(
      `${what}, by hand`,
      steps.map(([hand]) => pick(hand)),
      digits,
    ),
    row(
      `${what}, interpreter`,
      steps.map(([, interpreter]) => pick(interpreter)),
      digits,
    ),
  ];
  const ratio = (pick: (cost: StepsCost) => number) => {
    const [hand, interpreter] = steps.at(-1) as Pair<StepsCost>;
    return pick(interpreter) / pick(hand);
  };
  const slope = (pick: (cost: StepsCost) => number) =>
    growthOf(steps.map(([, cost]) => ({ size: cost.steps, cost: pick(cost) })));
  const waits = (lasting: Lasting) => lasting.growth.map(({ wait }) => wait);
  const cpus = (lasting: Lasting) => lasting.growth.map(({ cpu }) => cpu);
  return [
    'As processes grow, on the server, read model in memory: one task, then so many automatic steps',
    head('steps', sizes),
    ...both('start until the task can be read, ms', ({ start }) => start, 1),
    ...both('CPU per instance, ms', ({ cpu }) => cpu, 1),
    ...both('events', ({ events }) => events),
    ...both('bytes', ({ bytes }) => bytes),
    goal(
      'growth of CPU (1: in step)',
      goals.growth,
      slope(({ cpu }) => cpu),
    ),
    goal(
      'growth of events',
      goals.growth,
      slope(({ events }) => events),
    ),
    goal(
      'growth of bytes',
      goals.growth,
      slope(({ bytes }) => bytes),
    ),
    goal(
      'the largest, interpreter ÷ by hand: CPU',
      goals.cpu,
      ratio(({ cpu }) => cpu),
    ),
    goal(
      'events',
      goals.events,
      ratio(({ events }) => events),
    ),
    goal(
      'bytes',
      goals.bytes,
      ratio(({ bytes }) => bytes),
    ),
    goal(
      'start',
      goals.startLong,
      ratio(({ start }) => start),
    ),
    '',
    'One instance that does task after task, continued as new',
    head(
      'tasks done',
      ours.growth.map(({ tasks }) => tasks),
    ),
    row('CPU per task, ms, by hand', cpus(byHand), 1),
    row('CPU per task, ms, interpreter', cpus(ours), 1),
    row('a completion, ms, by hand', waits(byHand), 1),
    row('a completion, ms, interpreter', waits(ours), 1),
    `  by hand ${byHand.runs} runs, ${byHand.events.toFixed(1)} events and ${byHand.bytes.toFixed(0)} bytes per task; interpreter ${ours.runs} runs, ${ours.events.toFixed(1)} events and ${ours.bytes.toFixed(0)} bytes`,
    goal('last ÷ first, CPU per task, interpreter', goals.flat, lastByFirst(cpus(ours))),
    goal('the same by hand', goals.flat, lastByFirst(cpus(byHand))),
    goal('events per task, interpreter ÷ by hand', goals.events, ours.events / byHand.events),
    goal('bytes per task, interpreter ÷ by hand', goals.bytes, ours.bytes / byHand.bytes),
  ];
}

const lastByFirst = (values: number[]) => (values.at(-1) as number) / (values[0] as number);
const head = (what: string, sizes: number[]) =>
  `  ${what.padEnd(NAME)} ${sizes.map((size) => size.toLocaleString('en').padStart(10)).join('')}`;
const row = (what: string, values: number[], digits = 0) =>
  `  ${what.padEnd(NAME)} ${values.map((value) => number(value, digits).padStart(10)).join('')}`;
const goal = (what: string, wanted: Parameters<typeof verdict>[0], value: number) =>
  `  ${what.padEnd(NAME)} ${value.toFixed(2).padStart(10)}   ${verdict(wanted, value)}`;
const number = (value: number, digits: number) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
