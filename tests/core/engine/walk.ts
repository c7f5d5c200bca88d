// Goes the way that a random process tells of itself, step by step, on a world in memory; counts what is done.

import type { Fact } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { outstanding } from '../../../core/engine/queries.ts';
import { World } from '../../../core/simulator/world.ts';
import type { RandomProcess, Step, Walker, Way } from './random-process.ts';
import { jobsOf, people, roles } from './random-story.ts';

/** Choices from numbers between 0 and 1; without more of them, the first. */
export function walkerOf(dice: number[]): Walker {
  let thrown = 1;
  return {
    pick: Math.floor((dice[0] ?? 0) * 3),
    choose: (of) => Math.min(of - 1, Math.floor((dice[thrown++] ?? 0) * of)),
    counters: new Map(),
  };
}

export interface Walked {
  world: World;
  instance: string;
  facts: Fact[];
}

/** @throws when a step that the way tells of cannot be done. */
export function walk(
  { definition, called }: RandomProcess,
  way: Way,
  pick: number,
  after?: (world: World, instance: string) => void,
  alsoOwned: string[] = [],
): Walked {
  const world = new World({
    at: '2026-03-02T09:00:00.000Z',
    calendar: dutchCalendar,
    people,
    roles,
    definitions: [definition, ...called],
    ownedJobs: [...jobsOf([definition, ...called]), ...alsoOwned],
  });
  const started = world.start({ definition, by: 'cor', data: { pick } });
  if ('rejection' in started) throw new Error(started.rejection.message);
  const { instance } = started;
  after?.(world, instance);
  for (const step of way.steps) {
    takeStep(world, instance, step);
    after?.(world, instance);
  }
  return { world, instance, facts: world.facts.filter((fact) => fact.instance === instance) };
}

export function takeStep(world: World, instance: string, step: Step): void {
  const open = outstanding(world.state(instance));
  const must = (answer: object) => {
    if ('rejection' in answer)
      throw new Error(`${JSON.stringify(step)}: ${(answer.rejection as { message: string }).message}`);
  };
  switch (step.do) {
    case 'task': {
      const task = open.tasks.find(({ element }) => element === step.element);
      if (!task)
        throw new Error(
          `Expected '${step.element}' to be open; open are ${open.tasks.map((t) => t.element)}`,
        );
      must(
        world.act(instance, {
          type: 'complete',
          task: task.key,
          ...(step.outcome === undefined ? {} : { outcome: step.outcome }),
        }),
      );
      return;
    }
    case 'job': {
      const { elements } = world.state(instance);
      const job = open.jobs.find(
        ({ element, jobType }) => jobType === 'work' && elements[element ?? '']?.element === step.element,
      );
      if (!job) throw new Error(`Expected a job of '${step.element}'`);
      must(world.answerJob(instance, { type: 'jobCompleted', job: job.key }));
      return;
    }
    case 'message':
      must(
        world.send({
          kind: 'message',
          name: step.name,
          ...(step.key === undefined ? {} : { key: JSON.stringify(step.key) }),
        }),
      );
      return;
    case 'signal':
      must(world.send({ kind: 'signal', name: step.name }));
      return;
    case 'wait': {
      const times = () =>
        world.facts.filter((f) => f.type === 'element.completed' && f.element === step.element).length;
      // Another wait side by side may have let its moment come already.
      const isActive = () =>
        Object.values(world.state(instance).elements).some((e) => e.element === step.element);
      const before = times();
      while (isActive() && times() === before)
        if (world.advanceNext() === undefined) throw new Error(`Expected '${step.element}' to come`);
      return;
    }
  }
}
