/** Automatic work: tried again with pauses, given up as an incident, answered later, slow, cancelled. */
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accepted, type Engine, startEngine } from './support/engine.ts';
import { automatic } from './support/processes.ts';
import { until } from './support/until.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterEach(() => {
  engine.activities.runJob = async () => ({});
});
afterAll(() => engine.stop());

describe('a job', () => {
  it('that fails is tried again after a pause, and each failure is told', async () => {
    let calls = 0;
    engine.activities.runJob = async () => {
      if (++calls < 3) throw new Error(`not yet ${calls}`);
      return {};
    };
    const instance = await engine.start(automatic(1));
    await until(() => engine.typesOf(instance).includes('instance.ended'));

    const failed = (engine.facts.get(instance) ?? []).flatMap((fact) =>
      fact.type === 'job.failed' ? [[fact.error, fact.retries]] : [],
    );
    expect(failed).toEqual([
      ['not yet 1', 2],
      ['not yet 2', 1],
    ]);
    expect(engine.typesOf(instance).at(-1)).toBe('instance.ended');
  });

  it('that cannot be helped becomes an incident, which a person retries', async () => {
    engine.activities.runJob = () =>
      Promise.reject(ApplicationFailure.nonRetryable('no such thing', 'UNKNOWN_JOB'));
    const instance = await engine.start(automatic(1));
    await until(() => engine.typesOf(instance).includes('incident.raised'));
    const [incident] = (await engine.client.outstanding(instance)).incidents;
    expect(incident).toMatchObject({ code: 'JOB_NO_RETRIES', element: 'job1' });

    engine.activities.runJob = async () => ({});
    accepted(
      await engine.client.act(
        instance,
        { type: 'retry', incident: incident?.key ?? '' },
        { id: `${instance}-retry` },
      ),
    );

    await until(() => engine.typesOf(instance).includes('instance.ended'));
    expect(engine.typesOf(instance)).toContain('incident.resolved');
  });

  it('that takes longer than a local attempt is done once more, durably, by its key', async () => {
    const keys: string[] = [];
    engine.activities.runJob = async ({ key }) => {
      keys.push(key);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      return {};
    };
    const instance = await engine.start(automatic(1), { wait: false });
    await until(() => engine.typesOf(instance).includes('instance.ended'));

    expect(engine.typesOf(instance)).not.toContain('job.failed');
    expect(new Set(keys).size).toBe(1);
  });

  it('that is answered later goes on when the answer is delivered, once', async () => {
    let key = '';
    engine.activities.runJob = async (input) => {
      key = input.key;
      return { waiting: true };
    };
    const instance = await engine.start(automatic(1));
    const answer = { event: { type: 'jobCompleted' as const, job: key }, id: 'answer-1' };

    const first = accepted(await engine.client.deliver(instance, answer));
    await until(() => engine.typesOf(instance).includes('instance.ended'));

    expect(first.n).toBeGreaterThan(0);
    expect(engine.typesOf(instance).filter((type) => type === 'job.completed')).toHaveLength(1);
  });

  it('that nobody needs any more is taken back', async () => {
    const taken: string[] = [];
    engine.activities.runJob = async () => ({ waiting: true });
    engine.activities.cancelJob = async ({ jobType, key }) => void taken.push(`${jobType} ${key}`);
    const instance = await engine.start(automatic(1));
    const [job] = (await engine.client.outstanding(instance)).jobs;

    accepted(
      await engine.client.act(
        instance,
        { type: 'stop', why: 'no longer needed', by: 'p-bo' },
        { id: `${instance}-s` },
      ),
    );
    await until(() => taken.length > 0);

    expect(taken).toEqual([`record ${job?.key}`]);
  });
});
