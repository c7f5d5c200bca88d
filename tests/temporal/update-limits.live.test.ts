/** Many acts on one instance are all answered, across the borders of its runs and with a store that is away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, type Engine, startEngine } from './support/engine.ts';
import { historiesOf } from './support/history.ts';
import { oneTask } from './support/processes.ts';
import { until } from './support/until.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const set = (instance: string, count: number) =>
  engine.client.act(
    instance,
    { type: 'set', variables: { [`v${count % 10}`]: count } },
    { id: `${instance}-${count}` },
  );

describe('many acts', () => {
  it('by twenty people at once are each answered and happen once, while the instance continues as new under them', async () => {
    const instance = await engine.start(oneTask, { updatesPerRun: 40 });
    const todo = Array.from({ length: 300 }, (_, i) => i + 1);

    const person = async () => {
      for (let count = todo.shift(); count !== undefined; count = todo.shift())
        accepted(await set(instance, count));
    };
    await Promise.all(Array.from({ length: 20 }, person));

    await until(() => engine.typesOf(instance).filter((type) => type === 'variables.set').length >= 300);
    expect(engine.typesOf(instance).filter((type) => type === 'variables.set')).toHaveLength(300);
    expect((await historiesOf(engine.client, instance)).length).toBeGreaterThan(3);
  });

  it('are answered within three seconds while the store is away, and projected when it is back', async () => {
    const instance = await engine.start(oneTask);
    const { project } = engine.activities;
    engine.activities.project = () => Promise.reject(new Error('the store is away'));

    const begin = performance.now();
    const answers = await Promise.all([1, 2, 3, 4, 5].map((count) => set(instance, count)));
    const took = performance.now() - begin;
    const later = accepted(await set(instance, 6));
    engine.activities.project = project;

    expect(answers.map((answer) => accepted(answer).projected)).toEqual([false, false, false, false, false]);
    expect(later.projected).toBe(false);
    expect(took).toBeLessThan(3_000);
    await until(() => engine.facts.get(instance)?.at(-1)?.n === later.n);
    expect(engine.facts.get(instance)?.at(-1)?.n).toBe(later.n);
  });

  it('are answered in time while the store hangs without an answer', async () => {
    const instance = await engine.start(oneTask);
    const { project } = engine.activities;
    const hanging: (() => void)[] = [];
    engine.activities.project = () =>
      new Promise((resolve) => {
        hanging.push(resolve);
      });

    const begin = performance.now();
    const { projected } = accepted(await set(instance, 1));
    const took = performance.now() - begin;
    engine.activities.project = project;
    for (const answer of hanging) answer();

    expect(projected).toBe(false);
    expect(took).toBeLessThan(3_000);
  });
});
