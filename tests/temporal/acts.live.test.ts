/** An act of a person reaches an instance, is judged by the core, and its facts are in the record when the answer comes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, type Engine, startEngine } from './support/engine.ts';
import { historiesOf } from './support/history.ts';
import { automatic, fourTasks, oneTask } from './support/processes.ts';
import { until } from './support/until.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const complete = (instance: string, task: string, id = task, more: object = {}) =>
  engine.client.act(instance, { type: 'complete', task, by: 'p-bo', ...more }, { id: `${instance}-${id}` });

describe('an act', () => {
  it('is answered when its facts are in the record, and the process goes on to its end', async () => {
    const instance = await engine.start(fourTasks);

    for (const task of ['ask', 'do', 'left', 'right']) {
      const { n, projected } = accepted(await complete(instance, task));
      expect(projected).toBe(true);
      expect(engine.facts.get(instance)?.at(-1)?.n).toBe(n);
    }

    expect(engine.typesOf(instance).at(-1)).toBe('instance.ended');
    const result = await engine.client.client.workflow.getHandle(instance).result();
    expect(result).toEqual({ status: 'ended', outcomes: ['done'] });
  });

  it('that does not fit is refused with its code and place, and leaves nothing in history', async () => {
    const instance = await engine.start(oneTask);
    const before = await historiesOf(engine.client, instance);

    const unknown = await complete(instance, 'nowhere');
    const wrong = await complete(instance, 'do', 'wrong', { outcome: 'maybe' });

    expect(unknown).toMatchObject({ ok: false, rejection: { code: 'NOT_FOUND' } });
    expect(wrong).toMatchObject({ ok: false, rejection: { code: 'INVALID_ARGUMENT' } });
    const after = await historiesOf(engine.client, instance);
    const kept = (histories: typeof after) =>
      histories
        .flatMap(({ events }) => events ?? [])
        .filter((e) => e.workflowExecutionUpdateAcceptedEventAttributes);
    expect(kept(after)).toHaveLength(kept(before).length);
  });

  it('of two people who complete one task at once has one winner, and the other hears why not', async () => {
    const instance = await engine.start(fourTasks);

    const answers = await Promise.all(['a', 'b', 'c'].map((id) => complete(instance, 'ask', id)));

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(['INVALID_STATE', 'NOT_FOUND']).toContain(answer.rejection.code);
    expect(engine.typesOf(instance).filter((type) => type === 'task.completed')).toHaveLength(1);
  });

  it('that is repeated with its key happens once and gets the same answer', async () => {
    const instance = await engine.start(fourTasks);

    const first = accepted(await complete(instance, 'ask', 'once'));
    const second = accepted(await complete(instance, 'ask', 'once'));

    expect(second.n).toBe(first.n);
    expect(engine.typesOf(instance).filter((type) => type === 'task.completed')).toHaveLength(1);
  });

  it('on an instance that has ended, or never was, is refused', async () => {
    const instance = await engine.start(oneTask);
    accepted(await complete(instance, 'do'));
    await until(async () => !(await engine.client.holds(instance, ['x'])).length);
    await engine.client.client.workflow.getHandle(instance).result();

    expect(await complete(instance, 'do', 'late')).toMatchObject({ rejection: { code: 'INVALID_STATE' } });
    expect(await complete('pi-none', 'do')).toMatchObject({ rejection: { code: 'NOT_FOUND' } });
  });
});

describe('a start', () => {
  it('with the same id is the same instance, also after it has ended', async () => {
    const instance = await engine.start(automatic(3));
    await engine.client.client.workflow.getHandle(instance).result();

    expect(await engine.start(automatic(3), { id: instance })).toBe(instance);
    expect(engine.typesOf(instance).filter((type) => type === 'instance.started')).toHaveLength(1);
  });

  it('of automatic work takes one workflow task, few events and few batches of facts', async () => {
    engine.batches.length = 0;
    const instance = await engine.start(automatic(10));
    await engine.client.client.workflow.getHandle(instance).result();

    const [history] = await historiesOf(engine.client, instance);
    const tasks = history?.events?.filter((event) => event.workflowTaskCompletedEventAttributes) ?? [];
    expect(tasks.length).toBeLessThanOrEqual(2);
    expect(history?.events?.length).toBeLessThanOrEqual(22);
    expect(engine.batches.length).toBeLessThanOrEqual(2);
  });
});
