// The way through a random process as a story for any host, in memory or on a server: what happened, and the state it ended in.
import type { Fact } from '../../../contract/index.ts';
import { dutchCalendar } from '../../../core/calendar/index.ts';
import { contentHash } from '../../../core/index.ts';
import { type Answer, ask, type Setup, type Story } from '../../../core/scenario/host.ts';
import { defaultSettings } from '../../../core/settings.ts';
import type { RandomProcess, Step, Way } from './random-process.ts';
import { jobsOf, people, roles } from './random-story.ts';

export interface ToldWay {
  facts: Fact[];
  /** Of the state after each step. */
  hashes: string[];
}

/** The world before it: all processes are there, and their automatic work is answered by the story. */
export function setupOfWays(processes: RandomProcess[]): Setup {
  const definitions = processes.flatMap(({ definition, called }) => [definition, ...called]);
  const owned = jobsOf(definitions);
  return {
    at: '2026-03-02T09:00:00.000Z',
    zone: 'Europe/Amsterdam',
    calendar: dutchCalendar,
    settings: defaultSettings,
    people,
    roles,
    capacities: [],
    definitions,
    ownedJobs: owned,
  };
}

export function* tellWay({ definition }: RandomProcess, way: Way, pick: number): Story<ToldWay> {
  const started = yield* ask('start', { definition, by: 'cor', data: { pick } });
  if ('rejection' in started) throw new Error(started.rejection.message);
  const { instance } = started;
  const hashes = [yield* hashOf(instance)];
  for (const step of way.steps) {
    yield* take(instance, step);
    hashes.push(yield* hashOf(instance));
  }
  return { facts: (yield* ask('facts')).filter((fact) => fact.instance === instance), hashes };
}

/** Worlds differ in their name only. */
function* hashOf(instance: string): Story<string> {
  const { world: _world, ...state } = yield* ask('state', instance);
  return contentHash(JSON.parse(JSON.stringify(state)));
}

function* take(instance: string, step: Step): Story<void> {
  const must = (answer: Answer) => {
    if (typeof answer === 'object' && answer !== null && 'rejection' in answer)
      throw new Error(`${JSON.stringify(step)}: ${(answer.rejection as { message: string }).message}`);
  };
  const state = yield* ask('state', instance);
  const active = Object.values(state.elements).filter(
    ({ element }) => 'element' in step && element === step.element,
  );
  switch (step.do) {
    case 'task': {
      const task = active.find((one) => one.task && !one.parts?.length);
      if (!task) throw new Error(`Expected '${step.element}' to be open`);
      must(
        yield* ask('act', instance, {
          type: 'complete',
          task: task.key,
          ...(step.outcome === undefined ? {} : { outcome: step.outcome }),
        }),
      );
      return;
    }
    case 'job': {
      const keys = active.map(({ key }) => key);
      const job = Object.values(state.jobs).find(
        ({ element }) => element !== undefined && keys.includes(element),
      );
      if (!job) throw new Error(`Expected a job of '${step.element}'`);
      must(yield* ask('answerJob', instance, { type: 'jobCompleted', job: job.key }));
      return;
    }
    case 'message': {
      const key = step.key === undefined ? {} : { key: JSON.stringify(step.key) };
      must(yield* ask('send', { kind: 'message', name: step.name, ...key }));
      return;
    }
    case 'signal':
      must(yield* ask('send', { kind: 'signal', name: step.name }));
      return;
    case 'wait': {
      // Another wait side by side may have let its moment come already.
      let waits = active.length > 0;
      while (waits) {
        if ((yield* ask('advanceNext')) === undefined) throw new Error(`Expected '${step.element}' to come`);
        const { elements } = yield* ask('state', instance);
        waits = active.every(({ key }) => key in elements);
      }
      return;
    }
  }
}
