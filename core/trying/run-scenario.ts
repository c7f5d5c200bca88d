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

export interface Ran {
  ok: boolean;
  /** `line` is the number of the step, from 1. */
  failures: Failure[];
  /** The scenario does not fit the process: what it names is not there. With the number of the step. */
  invalid?: { line: number; message: string }[];
  facts: Fact[];
}

/** The process it is about, whatever the file calls it. @throws InvalidScenario */
export function stageOfKept(definition: Definition, scenario: { [key: string]: Json }): Stage {
  const read = readScenario(scenarioSource(scenario));
  return stageOf(read, new Map([[read.process?.path ?? definition.id, definition]]));
}

/** Yields now and then. What cannot be carried out at all is told like any other failure. */
export function* running(
  definition: Definition,
  scenario: { [key: string]: Json },
): Generator<undefined, Ran> {
  try {
    const stage = stageOfKept(definition, scenario);
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
