/** What an instance does when no quiet moment comes: after a minute it continues as new and issues its commands again by key. */
import { expect, it } from 'vitest';
import { accepted, startEngine } from './support/engine.ts';
import { historiesOf } from './support/history.ts';
import { chasedInSeconds } from './support/processes.ts';
import { until } from './support/until.ts';

it('commands without an answer go along to the next run, and facts the store did not have', async () => {
  const engine = await startEngine();
  const { post, project } = engine.activities;
  engine.activities.post = () => Promise.reject(new Error('the mailrooms are away'));
  const instance = await engine.start(chasedInSeconds, { updatesPerRun: 1 });
  engine.activities.project = () => Promise.reject(new Error('the store is away'));
  const { n } = accepted(
    await engine.client.act(instance, { type: 'set', variables: { a: 1 } }, { id: `${instance}-1` }),
  );

  await until(async () => (await historiesOf(engine.client, instance)).length > 1, 120_000);
  expect((await historiesOf(engine.client, instance)).length).toBeGreaterThan(1);
  const { pendingCommands, pendingFacts } = await engine.client.view(instance);
  expect(pendingCommands.map((command) => command.do)).toContain('post');
  expect(pendingFacts).toBeGreaterThan(0);
  Object.assign(engine.activities, { post, project });
  await until(
    () => engine.messages.some(({ notes }) => notes.some((note) => note.instance === instance)),
    90_000,
  );

  expect(engine.messages.some(({ notes }) => notes.some((note) => note.instance === instance))).toBe(true);
  await until(() => (engine.facts.get(instance)?.length ?? 0) >= n, 90_000);
  expect(engine.facts.get(instance)?.length).toBeGreaterThanOrEqual(n);
  await engine.stop();
});
