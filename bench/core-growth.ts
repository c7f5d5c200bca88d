/** What an instance costs the core alone, as its process gets bigger and as it has done more. */
import type { Definition } from '../contract/index.ts';
import { dutchCalendar } from '../core/calendar/index.ts';
import { type Ctx, compile, contentHash, defaultSettings, start, step } from '../core/index.ts';
import type { State } from '../core/state.ts';
import { automatic } from '../tests/temporal/support/processes.ts';
import { asScript, runThrough } from './core-speed.ts';
import { repeated } from './processes.ts';
import { median } from './statistics.ts';

export interface ByElements {
  elements: number;
  /** Microseconds of processor time per instance, and per fact, of service tasks that are each answered. */
  instance: number;
  fact: number;
  /** The same when all run through in one step. */
  straight: number;
  /** To make the definition ready, which happens once per worker and run. */
  compile: number;
}

export interface ByTasks {
  /** How many tasks the instance has done by then. */
  tasks: number;
  /** Microseconds per task since the size before. */
  task: number;
  /** Bytes of state, which continue-as-new takes along. */
  state: number;
}

const AT = '2026-03-02T09:00:00.000Z';

export function coreByElements(sizes: readonly number[], { rounds, ms }: { rounds: number; ms: number }) {
  const found = new Map(sizes.map((size) => [size, [] as ByElements[]]));
  for (let round = 0; round <= rounds; round++)
    for (const size of round % 2 === 0 ? sizes : [...sizes].reverse()) {
      const one = costOf(size, ms);
      if (round > 0) found.get(size)?.push(one); // the first is for warming up
    }
  return sizes.map((elements): ByElements => {
    const middle = (pick: (one: ByElements) => number) => median((found.get(elements) ?? []).map(pick));
    return {
      elements,
      instance: middle(({ instance }) => instance),
      fact: middle(({ fact }) => fact),
      straight: middle(({ straight }) => straight),
      compile: middle((one) => one.compile),
    };
  });
}

function costOf(elements: number, ms: number): ByElements {
  const definition = automatic(elements);
  const jobs = hostOf(definition);
  const straight = hostOf({ ...definition, elements: definition.elements.map(asScript) });
  let facts = 0;
  const instance = timed(ms, () => {
    facts = runThrough(jobs.ctx, 'pi-1', jobs.hash);
  });
  return {
    elements,
    instance,
    fact: instance / facts,
    straight: timed(ms, () => void runThrough(straight.ctx, 'pi-1', straight.hash)),
    compile: timed(ms, () => void compile(definition, jobs.hash)),
  };
}

/** Microseconds of processor time that one `run` takes. */
function timed(ms: number, run: () => void): number {
  const until = performance.now() + ms;
  const before = process.cpuUsage();
  let times = 0;
  do {
    run();
    times += 1;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

function hostOf(definition: Definition): { ctx: Ctx; hash: string } {
  const hash = contentHash(definition);
  const compiled = compile(definition, hash);
  return { hash, ctx: { process: () => compiled, calendar: dutchCalendar, settings: defaultSettings } };
}

/** One instance that does the same task again and again; a round of the smallest size warms up. */
export function coreByTasks(sizes: readonly number[]): ByTasks[] {
  const smallest = sizes[0] as number;
  for (let done = 0; done < 5_000; done += smallest) oneByOne([smallest]);
  return oneByOne(sizes);
}

function oneByOne(sizes: readonly number[]): ByTasks[] {
  const { ctx, hash } = hostOf(repeated);
  const begun = start(ctx, { instance: 'pi-1', hash, at: AT, people: { supporter: ['per_sam'] } });
  if (!begun.ok) throw new Error(begun.rejection.message);
  let state: State = begun.state;
  let done = 0;
  return sizes.map((tasks) => {
    const many = tasks - done;
    const before = process.cpuUsage();
    for (; done < tasks; done++) {
      const result = step(ctx, state, { type: 'complete', task: 'do', by: 'per_sam', at: AT });
      if (!result.ok) throw new Error(result.rejection.message);
      state = result.state;
    }
    const { user, system } = process.cpuUsage(before);
    return { tasks, task: (user + system) / many, state: JSON.stringify(state).length };
  });
}
