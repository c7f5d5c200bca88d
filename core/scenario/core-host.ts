/** The world in memory as the host of a story: the engine itself, with nothing started. */

import type { Instant } from '../calendar/index.ts';
import { World } from '../simulator/world.ts';
import { countsFrom } from '../term-kind.ts';
import type { Foreseen, Host, Setup } from './host.ts';

/** A fresh world. Its clock stands at `setup.at`. */
export const coreHost = (setup: Setup): Host => hostIn(worldOf(setup));

export const worldOf = (setup: Setup): World => new World(setup as ConstructorParameters<typeof World>[0]);

/** A world that is there already. */
export function hostIn(world: World): Host {
  return {
    now: () => world.at,
    advanceTo: (at) => world.advanceTo(at),
    advanceNext: () => world.advanceNext(),
    start: (input) => world.start(input),
    act: (instance, act) => world.act(instance, act),
    send: (sent) => world.send(sent),
    answerJob: (instance, answer) => world.answerJob(instance, answer),
    state: (instance) => world.state(instance),
    processes: (instance) => world.definitionsOf(instance),
    facts: () => world.facts,
    messages: () => world.messages,
    capacities: () => world.allCapacities(),
    forecast: (instance, until) => [...foreseenNow(world, instance), ...foreseenSoon(world, instance, until)],
    goesRoundAt: () => world.goesRoundAt,
    restartWorker: () => world.reload(),
    publish: (definition, together) => {
      world.publish(definition, together);
    },
    migrate: (instance, to, how) => world.migrate(instance, to, how),
  };
}

/** What is open now with a date, and what has its date already although it is not open: its term counts from elsewhere. */
export function foreseenNow(world: World, instance: string): Foreseen[] {
  const processes = world.definitionsOf(instance);
  const counts = (id: string) =>
    processes.some(({ elements }) => {
      const element = elements.get(id);
      const term = element?.type === 'userTask' ? element.term : undefined;
      const from = term && countsFrom(term);
      return from !== undefined && from !== 'activation';
    });
  return world
    .forecast(instance)
    .filter(({ open, element }) => open || counts(element))
    .map(({ element, due }) => ({ element, what: 'due', at: due }));
}

/** What becomes active or gets a date until a moment, if nobody acts. */
export function foreseenSoon(world: World, instance: string, until: Instant): Foreseen[] {
  return world
    .ifNobodyActs(until)
    .facts.filter((fact) => fact.instance === instance)
    .flatMap((fact): Foreseen[] => {
      if (fact.type === 'element.activated') return [{ element: fact.element, what: 'active', at: fact.at }];
      if (fact.type === 'due.set') return [{ element: fact.item, what: 'due', at: fact.due }];
      return [];
    });
}
