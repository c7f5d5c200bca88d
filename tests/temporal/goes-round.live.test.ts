/** Automatic work that leads to itself is stopped on a real server too, in a rehearsal and where it counts, and can go on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../contract/index.ts';
import { World } from '../../core/simulator/world.ts';
import { EngineUnavailable, pinnedDefinition } from '../../worker/client.ts';
import { rehearsalWorld } from '../../worker/world.ts';
import { decide, draw, end, job, start } from '../core/check/drawing.ts';
import { accepted, type Engine, people, startEngine, surroundings } from './support/engine.ts';
import { until } from './support/until.ts';

const circle = draw([start(), job('a'), decide('g'), end()], 'start > a > g; g > a {turns = 0}; g > end *');
const at = '2026-09-01T08:00:00.000Z';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const said = (facts: Fact[] = []) =>
  facts.map(({ type, n, ...about }) => [n, type, 'element' in about ? about.element : '']);
const isStuck = (instance: string) => engine.typesOf(instance).includes('incident.raised');

/** Whoever gets no answer in time asks again, as the API does; what was done is not done twice. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
    }
  }
}

/** The reason is taken away, and it tries again. */
async function mend(instance: string, act: (what: object, id: string) => Promise<unknown>): Promise<void> {
  const { state } = await engine.client.view(instance);
  const [incident] = Object.values(state.incidents);
  expect(incident).toMatchObject({ code: 'ENDLESS_LOOP', element: 'a' });
  await act({ type: 'set', variables: { turns: 1 }, by: 'p-bo' }, `${instance}-set`);
  await act({ type: 'retry', incident: incident?.key, by: 'p-bo' }, `${instance}-retry`);
}

describe('a circle of automatic work on the server', () => {
  it('in a rehearsal: it stops after as many rounds as in the simulated world, with the same facts', async () => {
    const record = { id: 'w-round', org: engine.org, clock: at, instances: [], mailrooms: [] };
    const world = rehearsalWorld(engine.client, record, surroundings, async () => {});
    const instance = `${engine.org}-rehearsed`;
    const twin = new World({ at, roles: people, definitions: [circle] });
    twin.start({ definition: circle, instance, people, data: { turns: 0 } });

    const begin = { instance, hash: '', at, people, data: { turns: 0 } };
    accepted(await patiently(() => world.start({ start: begin, definitions: [pinnedDefinition(circle)] })));
    await until(() => isStuck(instance), 60_000);

    expect(said(engine.facts.get(instance))).toEqual(said(twin.facts));
    await mend(instance, async (act, id) => accepted(await world.act(instance, act as never, id)));
    await until(() => engine.typesOf(instance).includes('instance.ended'), 60_000);
  });

  it('in a real instance: the same', async () => {
    const instance = await engine.start(circle, { data: { turns: 0 } });
    await until(() => isStuck(instance), 60_000);

    await mend(instance, async (act, id) =>
      accepted(await engine.client.act(instance, act as never, { id })),
    );
    await until(() => engine.typesOf(instance).includes('instance.ended'), 60_000);
  });
});
