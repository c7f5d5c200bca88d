/** The processes of a story, each with what chance has to know of it: its drawing, and values that make its conditions go this way or that. */
import type { Definition } from '../../contract/index.ts';
import { type Known, type Model, modelOf } from '../check/model.ts';
import { bareOf } from '../explore/bare.ts';
import { meetingIn } from '../explore/search.ts';
import { Values } from '../explore/values.ts';
import type { Playing } from './playing.ts';

export interface Drawn {
  model: Model;
  values: Values;
  /** Elements that two paths side by side may come to. */
  readonly meeting: ReadonlySet<string>;
}

export class Drawings {
  readonly main: Drawn;
  /** Whether anything in them needs something else first. */
  readonly anyNeeds: boolean;
  readonly #byDefinition: ReadonlyMap<Definition, Drawn>;

  constructor(main: Definition, called: readonly Definition[], known?: Known) {
    this.#byDefinition = new Map([main, ...called].map((one) => [one, drawnOf(modelOf(one, known))]));
    this.main = this.#byDefinition.get(main) as Drawn;
    this.anyNeeds = [main, ...called].some(({ elements }) => elements.some(({ needs }) => needs?.length));
  }

  get all(): Drawn[] {
    return [...this.#byDefinition.values()];
  }

  /** The process that runs as number `d` in the instance that is played. */
  in(playing: Playing, d: number): Drawn {
    return this.of(playing.definitionAt(d));
  }

  /** One that is not at hand is looked at as the process that is played. */
  of(definition: Definition | undefined): Drawn {
    return (definition && this.#byDefinition.get(definition)) ?? this.main;
  }
}

function drawnOf(model: Model): Drawn {
  const { sources, followed } = bareOf(model);
  let meeting: ReadonlySet<string> | undefined;
  return {
    model,
    values: new Values(model, sources, followed),
    // Not everybody asks.
    get meeting() {
      meeting ??= meetingIn(model);
      return meeting;
    },
  };
}
