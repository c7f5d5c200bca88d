/** Histories made now replay at once; with `npm run test:update` they are also written down as recorded ones. */
import { writeFileSync } from 'node:fs';
import proto from '@temporalio/proto';
import { expect, it } from 'vitest';
import { contentHash } from '../../core/index.ts';
import { replay } from '../../worker/replay.ts';
import { mailroomId } from '../../workflows/ids.ts';
import { accepted, type Engine, startEngine } from '../temporal/support/engine.ts';
import { historiesOf } from '../temporal/support/history.ts';
import { caller, chasedInSeconds, fourTasks } from '../temporal/support/processes.ts';
import { until } from '../temporal/support/until.ts';
import { folder } from './recorded-history.ts';

const { History } = proto.temporal.api.history.v1;

async function story(engine: Engine): Promise<Record<string, string>> {
  const tasks = await engine.start(fourTasks, { updatesPerRun: 2 });
  for (const task of ['ask', 'do', 'left', 'right'])
    accepted(
      await engine.client.act(tasks, { type: 'complete', task, by: 'p-bo' }, { id: `${tasks}-${task}` }),
    );
  const chased = await engine.start(caller);
  await until(() => engine.typesOf(chased).includes('raised'));
  const told = { type: 'complete', task: 'tell', by: 'p-ada' } as const;
  accepted(await engine.client.act(chased, told, { id: `${chased}-told` }));
  const room = mailroomId({ org: engine.org, person: 'p-ada' });
  await until(() => engine.messages.some(({ to }) => to === 'p-ada'));
  return { tasks, chased, mailroom: room };
}

it('instances and mailrooms replay, across timers, activities and continue-as-new', async () => {
  const engine = await startEngine({ encrypted: false });
  engine.activities.load = async () => ({ hash: contentHash(chasedInSeconds), definition: chasedInSeconds });
  const ids = await story(engine);

  for (const [name, workflowId] of Object.entries(ids)) {
    const runs = await historiesOf(engine.client, workflowId);
    const replayed = await replay(
      runs.map((history) => ({ workflowId, history })),
      engine.dataConverter,
    );
    expect(replayed.map(({ error }) => error)).toEqual(runs.map(() => undefined));
    if (process.env.UPDATE_GOLDEN) {
      const recorded = {
        workflowId,
        runs: runs.map((run) => Buffer.from(History.encode(run).finish()).toString('base64')),
        blobs: Object.fromEntries(engine.blobs),
      };
      writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(recorded, null, 1)}\n`);
    }
  }
  await engine.stop();
});
