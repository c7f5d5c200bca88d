/** An instance that lives long continues as new; nothing of it is lost, and no child workflow is ever started. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../core/index.ts';
import { accepted, type Engine, startEngine } from './support/engine.ts';
import { historiesOf } from './support/history.ts';
import { caller, chasedInSeconds, oneTask } from './support/processes.ts';
import { until } from './support/until.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
  engine.activities.load = async () => ({ hash: contentHash(chasedInSeconds), definition: chasedInSeconds });
});
afterAll(() => engine.stop());

const set = (instance: string, count: number, id = `${instance}-${count}`) =>
  engine.client.act(instance, { type: 'set', variables: { count } }, { id });

const firedOn = (instance: string) =>
  (engine.facts.get(instance) ?? []).flatMap((fact) => (fact.type === 'chase.fired' ? [fact.rung] : []));

describe('an instance that continues as new', () => {
  it('keeps the timers of an open called process: they fire in the new run', async () => {
    const instance = await engine.start(caller, { updatesPerRun: 3 });
    for (let count = 1; count <= 4; count++) accepted(await set(instance, count));
    const runs = (await historiesOf(engine.client, instance)).length;

    await until(() => engine.typesOf(instance).includes('raised'));

    expect(runs).toBeGreaterThan(1);
    expect(firedOn(instance)).toEqual(['+1', '+3']);
  });

  it('keeps a chase that the answer then cancels', async () => {
    const instance = await engine.start(caller, { updatesPerRun: 3 });
    for (let count = 1; count <= 4; count++) accepted(await set(instance, count));

    accepted(
      await engine.client.act(
        instance,
        { type: 'complete', task: 'tell', by: 'p-ada' },
        { id: `${instance}-told` },
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 4_500));

    expect(engine.typesOf(instance)).not.toContain('raised');
    expect((await engine.client.outstanding(instance)).tasks.map(({ element }) => element)).toEqual([
      'after',
    ]);
  });

  it('answers a click repeated across the border as it answered the first', async () => {
    const instance = await engine.start(oneTask, { updatesPerRun: 4 });
    const first = accepted(await set(instance, 1, `${instance}-first`));
    for (let count = 2; count <= 6; count++) accepted(await set(instance, count));

    const again = accepted(await set(instance, 1, `${instance}-first`));

    expect((await historiesOf(engine.client, instance)).length).toBeGreaterThan(1);
    expect(again.n).toBe(first.n);
    expect((await engine.client.view(instance)).state.variables['']).toMatchObject({ count: 6 });
  });

  it('starts no child workflow, and gives every fact once', async () => {
    const instance = await engine.start(caller, { updatesPerRun: 2 });
    for (let count = 1; count <= 9; count++) accepted(await set(instance, count));

    const events = (await historiesOf(engine.client, instance)).flatMap(({ events }) => events ?? []);
    expect(events.filter((e) => e.startChildWorkflowExecutionInitiatedEventAttributes)).toEqual([]);
    expect(engine.facts.get(instance)?.map(({ n }) => n)).toEqual(
      engine.facts.get(instance)?.map((_, i) => i + 1),
    );
  });
});
