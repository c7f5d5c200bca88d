/** Runs a kept scenario on the engine, bit by bit, so that whoever looks on is not kept waiting. */
import type { Definition, Fact } from '../../contract/index.ts';
import { hostIn, worldOf } from '../scenario/core-host.ts';
import {
  type Failure,
  InvalidScenario,
  type Played,
  play,
  readScenario,
  type Stage,
  scenarioSource,
  setupOf,
  stageOf,
} from '../scenario/index.ts';
import type { Json } from '../state.ts';
import { calledName, putsIntoUse, withoutPublishing } from './called.ts';
import type { StoryItem } from './playing.ts';

export interface Ran {
  ok: boolean;
  /** `line` is the number of the step, from 1. */
  failures: Failure[];
  /** The scenario does not fit the process: what it names is not there. With the number of the step. */
  invalid?: { line: number; message: string }[];
  facts: Fact[];
}

/**
 * The process it is about, whatever the file calls it, with what it calls.
 * @param called processes at hand, the newest last. @throws InvalidScenario
 */
export function stageOfKept(
  definition: Definition,
  scenario: { [key: string]: Json },
  called: readonly Definition[] = [],
): Stage {
  const read = readScenario(scenarioSource(scenario));
  const names = new Set(itemsOf(scenario).flatMap((item) => putsIntoUse(item) ?? []));
  const others = called.flatMap((one): [string, Definition][] => {
    const name = calledName(one, called);
    return names.has(name) ? [[name, one]] : [];
  });
  return stageOf(read, new Map([[read.process?.path ?? definition.id, definition], ...others]));
}

/** Ready to be gone through step by step: what it calls is in use already, and its steps are those of people and time. */
export function begunWith(
  stage: Stage,
  scenario: { [key: string]: Json },
): { stage: Stage; items: StoryItem[] } {
  const items = itemsOf(scenario);
  const names = items
    .slice(0, items.length - withoutPublishing(items).length)
    .flatMap((one) => putsIntoUse(one) ?? []);
  const called = names.flatMap((name) => stage.definitions.get(name) ?? []);
  return {
    stage: called.length > 0 ? { ...stage, beside: new Map([[stage.main, called]]) } : stage,
    items: withoutPublishing(items),
  };
}

const itemsOf = ({ steps }: { [key: string]: Json }): StoryItem[] =>
  Array.isArray(steps)
    ? steps.filter((one): one is StoryItem => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];

/** Yields now and then. What cannot be carried out at all is told like any other failure. */
export function* running(
  definition: Definition,
  scenario: { [key: string]: Json },
  called: readonly Definition[] = [],
): Generator<undefined, Ran> {
  try {
    const stage = stageOfKept(definition, scenario, called);
    const host = hostIn(worldOf(setupOf(stage)));
    const story = play(stage);
    let next = story.next();
    while (!next.done) {
      const { call, input } = next.value;
      next = story.next((host[call] as (...input: unknown[]) => unknown)(...input));
      yield;
    }
    const { ok, failures, facts }: Played = next.value;
    return { ok, failures, facts };
  } catch (error) {
    if (error instanceof InvalidScenario)
      return { ok: false, failures: [], invalid: error.problems, facts: [] };
    throw error;
  }
}
