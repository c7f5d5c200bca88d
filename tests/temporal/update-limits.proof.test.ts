/** The server ends a run at 2,000 updates and leaves waiting ones without an answer; an instance gets there never. */
import { expect, it } from 'vitest';
import { accepted, startEngine } from './support/engine.ts';
import { historiesOf } from './support/history.ts';
import { oneTask } from './support/processes.ts';

it('3,000 acts in a row, ten at a time, are all answered', async () => {
  const engine = await startEngine();
  const instance = await engine.start(oneTask);
  const todo = Array.from({ length: 3_000 }, (_, i) => i + 1);

  const person = async () => {
    for (let count = todo.shift(); count !== undefined; count = todo.shift())
      accepted(
        await engine.client.act(
          instance,
          { type: 'set', variables: { count } },
          { id: `${instance}-${count}` },
        ),
      );
  };
  await Promise.all(Array.from({ length: 10 }, person));

  expect(engine.typesOf(instance).filter((type) => type === 'variables.set')).toHaveLength(3_000);
  const runs = await historiesOf(engine.client, instance);
  expect(runs.length).toBeGreaterThan(1);
  for (const { events } of runs)
    expect(events?.filter((e) => e.workflowExecutionUpdateAcceptedEventAttributes).length).toBeLessThan(
      1_900,
    );
  await engine.stop();
});
