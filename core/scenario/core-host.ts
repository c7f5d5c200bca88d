/** The world in memory as the host of a story: the engine itself, with nothing started. */
import { World } from '../simulator/world.ts';
import type { Host, Setup } from './host.ts';

/** A fresh world. Its clock stands at `setup.at`. */
export function coreHost(setup: Setup): Host {
  const world = new World(setup as ConstructorParameters<typeof World>[0]);
  return {
    now: () => world.at,
    advanceTo: (at) => world.advanceTo(at),
    advanceNext: () => world.advanceNext(),
    start: (input) => world.start(input),
    act: (instance, act) => world.act(instance, act),
    answerJob: (instance, answer) => world.deliver(instance, answer),
    state: (instance) => world.state(instance),
    processes: (instance) => world.definitionsOf(instance),
    facts: () => world.facts,
    messages: () => world.messages,
    capacities: () => world.allCapacities(),
    forecast: (instance) => world.forecast(instance),
    restartWorker: () => world.reload(),
    publish: (definition) => {
      world.publish(definition);
    },
    migrate: () => ({
      rejection: {
        code: 'INVALID_STATE',
        message: 'Moving an instance to another version is not available yet',
      },
    }),
  };
}
