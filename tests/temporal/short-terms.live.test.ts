/** Real timers, with terms of seconds: reminder, raise, and their cancellation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, type Engine, startEngine } from './support/engine.ts';
import { chasedInSeconds } from './support/processes.ts';
import { until } from './support/until.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const firedOn = (instance: string) =>
  (engine.facts.get(instance) ?? []).flatMap((fact) => (fact.type === 'chase.fired' ? [fact.rung] : []));

describe('a chase in seconds', () => {
  it('reminds, then raises, each at its moment, and one message reaches the one who is chased', async () => {
    const instance = await engine.start(chasedInSeconds);

    await until(() => engine.typesOf(instance).includes('raised'));

    expect(firedOn(instance)).toEqual(['+1', '+3']);
    const facts = engine.facts.get(instance) ?? [];
    const due = facts.find((fact) => fact.type === 'chase.started');
    if (due?.type !== 'chase.started') throw new Error('Expected the chase to have started');
    for (const { rung, at } of due.rungs) {
      const fired = facts.find((fact) => fact.type === 'chase.fired' && fact.rung === rung);
      expect(Date.parse(fired?.at ?? '') - Date.parse(at)).toBeGreaterThanOrEqual(0);
      expect(Date.parse(fired?.at ?? '') - Date.parse(at)).toBeLessThan(2_000);
    }
  });

  it('is cancelled by the answer: no reminder, no raise, and no timer is left', async () => {
    const instance = await engine.start(chasedInSeconds);

    accepted(
      await engine.client.act(
        instance,
        { type: 'complete', task: 'tell', by: 'p-ada' },
        { id: `${instance}-1` },
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 4_500));

    expect(firedOn(instance)).toEqual([]);
    expect(engine.typesOf(instance)).not.toContain('raised');
    const { timers } = await engine.client.outstanding(instance);
    expect(timers.filter((timer) => 'item' in timer && timer.item === 'tell')).toEqual([]);
  });

  it('fires in order after a worker was away when it was due, and tells the one who is chased once', async () => {
    const instance = await engine.start(chasedInSeconds);
    const chased = () =>
      engine.messages.filter(({ notes }) =>
        notes.some((note) => note.instance === instance && note.kind === 'chase'),
      );

    await engine.pauseWorker(6_000);
    await until(() => engine.typesOf(instance).includes('raised') && chased().length > 0);

    expect(firedOn(instance)).toEqual(['+1', '+3']);
    expect(new Set(chased().map(({ key }) => key)).size).toBe(1);
  });
});
