/** How many instances of P1 the core alone carries out, on one thread. */
import type { Definition } from '../contract/index.ts';
import { dutchCalendar } from '../core/calendar/index.ts';
import { type Ctx, compile, contentHash, defaultSettings, start, step } from '../core/index.ts';
import { median } from './statistics.ts';

export interface CoreSpeed {
  /** Ten service tasks: eleven calls of the engine, each job answered by an event of its own. */
  withJobs: number;
  /** Ten steps that run through: one call. */
  straight: number;
}

const AT = '2026-03-02T09:00:00.000Z';

/** Instances per second of processor time, so that other work on the machine does not count. */
export function coreSpeed(p1: Definition, { rounds, ms }: { rounds: number; ms: number }): CoreSpeed {
  const straight = { ...p1, elements: p1.elements.map(asScript) };
  const speeds: { withJobs: number[]; straight: number[] } = { withJobs: [], straight: [] };
  for (let round = 0; round <= rounds; round++) {
    const both = { withJobs: speedOf(p1, ms), straight: speedOf(straight, ms) };
    if (round === 0) continue; // warming up
    speeds.withJobs.push(both.withJobs);
    speeds.straight.push(both.straight);
  }
  return { withJobs: median(speeds.withJobs), straight: median(speeds.straight) };
}

export function asScript(element: Definition['elements'][number]): Definition['elements'][number] {
  return element.type === 'serviceTask' ? { type: 'scriptTask', id: element.id } : element;
}

function speedOf(definition: Definition, ms: number): number {
  const hash = contentHash(definition);
  const compiled = compile(definition, hash);
  const ctx: Ctx = { process: () => compiled, calendar: dutchCalendar, settings: defaultSettings };
  const until = performance.now() + ms;
  const before = process.cpuUsage();
  let instances = 0;
  while (performance.now() < until)
    for (let i = 0; i < 50; i++) {
      runThrough(ctx, `pi-${instances}`, hash);
      instances += 1;
    }
  const { user, system } = process.cpuUsage(before);
  return instances / ((user + system) / 1e6);
}

/** The instance, with each of its jobs answered at once; answers how many facts it had. */
export function runThrough(ctx: Ctx, instance: string, hash: string): number {
  let result = start(ctx, { instance, hash, at: AT, people: { supporter: ['per_sam'] } });
  if (!result.ok) throw new Error(result.rejection.message);
  const commands = [...result.commands];
  for (let command = commands.shift(); command; command = commands.shift()) {
    if (command.do !== 'job') throw new Error(`Expected it to ask for jobs only, got '${command.do}'`);
    result = step(ctx, result.state, { type: 'jobCompleted', job: command.key, at: AT });
    if (!result.ok) throw new Error(result.rejection.message);
    commands.push(...result.commands);
  }
  if (result.state.status !== 'ended')
    throw new Error(`Expected it to end, but it is ${result.state.status}`);
  return result.state.n;
}
