/** Facts reach the record in order and once, whatever happens on the way; a gap is seen. */
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, type Engine, startEngine } from './support/engine.ts';
import { automatic, fourTasks, oneTask } from './support/processes.ts';
import { until } from './support/until.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const numbers = (instance: string) => engine.facts.get(instance)?.map(({ n }) => n);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('facts', () => {
  it('arrive in order and once when the store fails now and then, also after it had already written', async () => {
    const { project } = engine.activities;
    let call = 0;
    engine.activities.project = async (input) => {
      call += 1;
      if (call % 3 === 0) throw new Error('refused before writing');
      await project(input);
      if (call % 3 === 1) throw new Error('the answer was lost after writing');
    };
    const instance = await engine.start(fourTasks);
    const last = [];
    for (const task of ['ask', 'do', 'left', 'right'])
      last.push(
        accepted(
          await engine.client.act(
            instance,
            { type: 'complete', task, by: 'p-bo' },
            { id: `${instance}-${task}` },
          ),
        ).n,
      );
    const end = last.at(-1) ?? 0;

    await until(() => numbers(instance)?.length === end, 30_000);
    engine.activities.project = project;
    expect(numbers(instance)).toEqual(upTo(end));
    expect(engine.typesOf(instance).at(-1)).toBe('instance.ended');
  });

  it('of many acts that come together go in few batches', async () => {
    const instance = await engine.start(oneTask);
    engine.batches.length = 0;
    const acts = upTo(30).map((count) =>
      engine.client.act(instance, { type: 'set', variables: { count } }, { id: `${instance}-${count}` }),
    );
    const ns = (await Promise.all(acts)).map((answer) => accepted(answer).n);

    expect(numbers(instance)).toEqual(upTo(Math.max(...ns)));
    expect(engine.batches.length).toBeLessThan(20);
  });

  it('of an ended instance are all in the record before it closes', async () => {
    const { project } = engine.activities;
    let away = 2;
    engine.activities.project = (input) => (away-- > 0 ? Promise.reject(new Error('away')) : project(input));
    const instance = await engine.start(automatic(5), { wait: false });

    await engine.client.client.workflow.getHandle(instance).result();
    engine.activities.project = project;

    expect(engine.typesOf(instance).at(-1)).toBe('instance.ended');
    expect(numbers(instance)).toEqual(upTo(numbers(instance)?.length ?? 0));
  });

  it('with a gap before them stop, and the instance is shown as stuck', async () => {
    const { project } = engine.activities;
    const instance = await engine.start(oneTask);
    engine.activities.project = () =>
      Promise.reject(ApplicationFailure.nonRetryable('number 3 is missing', 'FACTS_GAP'));
    const { projected } = accepted(
      await engine.client.act(instance, { type: 'set', variables: { a: 1 } }, { id: `${instance}-1` }),
    );
    const status = async () =>
      (await engine.client.client.workflow.getHandle(instance).describe()).searchAttributes.SpeelruimteStatus;

    await until(async () => String(await status()) === 'stuck');
    engine.activities.project = project;

    expect(projected).toBe(false);
    expect(await status()).toEqual(['stuck']);
  });
});
