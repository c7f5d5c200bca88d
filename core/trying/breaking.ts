/** Tries to break a process: random stories on the engine, and of each that ends badly the smallest one that still does. */

import type { Definition } from '../../contract/index.ts';
import type { Instant } from '../calendar/index.ts';
import type { Known } from '../check/model.ts';
import type { Stage } from '../scenario/index.ts';
import { Dice } from './dice.ts';
import { Drawings } from './drawings.ts';
import { Playing, type StoryItem, stageToPlay } from './playing.ts';
import { sameTrouble, type Trouble, troubleIn } from './trouble.ts';
import { beginning, type Chance, chosenWork, whatNext } from './what-next.ts';

export interface Broken {
  trouble: Trouble;
  /** With it the same story is found again. */
  seed: number;
  /** The smallest story that was found to end so. */
  story: StoryItem[];
}

export interface Tried {
  broken: Broken[];
  stories: number;
  steps: number;
}

export interface BreakOptions {
  /** The first seed; the following stories have the next ones. */
  seed?: number;
  stories?: number;
  /** Steps of a story at most. */
  most?: number;
  at?: Instant;
  known?: Known;
  /** Processes that it calls, and that those call; they play along. One that is not there somebody arranges otherwise. */
  called?: readonly Definition[];
  /** Told of every story. */
  onStory?(done: number): void;
}

/** A Monday morning without holidays near. */
const CLOCK: Instant = '2026-01-12T09:00:00.000Z';
/** Plays that shrinking one story may take. */
const MOST_SHRINKING = 400;
/** What is found more often at other places is enough of its kind. */
const MOST_FOUND = 12;

/** Yields after every step. @throws InvalidDefinition when the drawing cannot be carried out. */
export function* breaking(definition: Definition, options: BreakOptions = {}): Generator<undefined, Tried> {
  const { seed = 1, stories = 60, most = 60, at = CLOCK, known, called = [], onStory } = options;
  const drawings = new Drawings(definition, called, known);
  const trial = new Trial(drawings, stageToPlay({ definition, at, called }));
  const broken: Broken[] = [];
  let steps = 0;
  for (let n = 0; n < stories && broken.length < MOST_FOUND; n += 1) {
    const dice = new Dice(seed + n);
    const story = yield* trial.random({ drawings, dice }, most);
    steps += story.items.length;
    onStory?.(n + 1);
    const { trouble } = story;
    if (!trouble || broken.some((one) => sameTrouble(one.trouble, trouble))) continue;
    broken.push({ trouble, seed: seed + n, story: yield* trial.shrink(story.items, trouble) });
  }
  return { broken, stories, steps };
}

interface Story {
  items: StoryItem[];
  trouble?: Trouble;
}

class Trial {
  readonly #drawings: Drawings;
  readonly #stage: Stage;
  readonly #owned: readonly string[];

  constructor(drawings: Drawings, stage: Stage) {
    this.#drawings = drawings;
    this.#stage = stage;
    this.#owned = chosenWork(drawings);
  }

  *random(chance: Chance, most: number): Generator<undefined, Story> {
    const playing = new Playing(this.#stage, this.#owned);
    let item: StoryItem | undefined = beginning(chance, playing);
    for (let n = 0; n < most; n += 1) {
      const trouble = item && this.#try(playing, item);
      if (trouble) return { items: [...playing.items], trouble };
      yield;
      const { state } = playing;
      if (state?.status !== 'running') break;
      item = whatNext(chance, playing);
    }
    return { items: [...playing.items] };
  }

  /** Leaves out ever smaller parts, as long as it ends the same. */
  *shrink(items: readonly StoryItem[], trouble: Trouble): Generator<undefined, StoryItem[]> {
    let best = [...items];
    let left = MOST_SHRINKING;
    for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let from = best.length - size; from >= 1 && left > 0; from -= size) {
        const without = [...best.slice(0, from), ...best.slice(from + size)];
        left -= 1;
        const played = yield* this.#again(without);
        if (!sameTrouble(trouble, played.trouble)) continue;
        best = played.items;
        from = Math.min(from, best.length);
      }
    }
    return best;
  }

  /** What can no longer be done in it is left out. */
  *#again(items: readonly StoryItem[]): Generator<undefined, Story> {
    const playing = new Playing(this.#stage, this.#owned);
    for (const item of items) {
      const trouble = this.#try(playing, item);
      if (trouble) return { items: [...playing.items], trouble };
      yield;
    }
    return { items: [...playing.items] };
  }

  #try(playing: Playing, item: StoryItem): Trouble | undefined {
    try {
      playing.play(item);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // The step that the engine gave up on belongs to the story.
      playing.items.push(item);
      return { kind: 'defect', element: 'definition', message: error.message };
    }
    const { state, goesRoundAt } = playing;
    if (goesRoundAt !== undefined) return { kind: 'round', element: goesRoundAt };
    return state && troubleIn(this.#drawings, playing);
  }
}
