/** Tells stories to the engine wherever it is loaded, and gives what happened as something that can be laid beside another telling. */
import type { Definition, Fact } from '../../../contract/index.ts';
import { contentHash } from '../../../core/index.ts';
import { coreHost } from '../../../core/scenario/core-host.ts';
import {
  carryOut,
  type Failure,
  play,
  readScenario,
  type Source,
  setupOf,
  stageOf,
} from '../../../core/scenario/index.ts';
import { play as playAtRandom } from '../engine/random-story.ts';

/** Plain data, so that it can be handed to a browser. */
export interface ScenarioStory {
  source: Source;
  /** Definitions by the path with which the scenario names them. */
  definitions: [path: string, definition: Definition][];
}
export interface RandomStory {
  definition: Definition;
  called: Definition[];
  dice: number[];
}

export interface Told {
  /** Of all facts together. */
  hash: string;
  /** Each fact by its number, type and content, so that a difference shows where it begins. */
  facts: string[];
  /** Each message with its words. */
  messages: string[];
  failures: Failure[];
}

export function tellScenario({ source, definitions }: ScenarioStory): Told {
  const stage = stageOf(readScenario(source), new Map(definitions));
  const { facts, messages, failures } = carryOut(play(stage), coreHost(setupOf(stage)));
  return told(facts, messages, failures);
}

export function tellAtRandom({ dice, ...process }: RandomStory): Told {
  const { facts, world } = playAtRandom(process, { dice });
  return told(facts, world.messages, []);
}

/** What differs from place to place, and must make no difference. */
export function surroundings(): { zone: string; firstOfMay: string } {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { zone: timeZone, firstOfMay: new Date('2026-05-01T12:00:00Z').toLocaleString() };
}

function told(facts: Fact[], messages: { at: string }[], failures: Failure[]): Told {
  return {
    hash: contentHash(facts),
    facts: facts.map((fact) => `${fact.instance} ${fact.n} ${fact.type} ${contentHash(fact)}`),
    messages: messages.map((message) => `${message.at} ${contentHash(message)}`),
    failures,
  };
}
