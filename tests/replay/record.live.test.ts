/** Histories made now replay at once; with `npm run test:update` they are also written down as recorded ones. */
import { mkdirSync, writeFileSync } from 'node:fs';
import proto from '@temporalio/proto';
import { expect, it } from 'vitest';
import type { Act } from '../../contract/index.ts';
import { contentHash, ENGINE_VERSION } from '../../core/index.ts';
import { replay } from '../../worker/replay.ts';
import { mailroomId } from '../../workflows/ids.ts';
import { accepted, type Engine, startEngine } from '../temporal/support/engine.ts';
import { historiesOf } from '../temporal/support/history.ts';
import {
  caller,
  chasedInSeconds,
  fourTasks,
  manyThings,
  manyThingsLater,
} from '../temporal/support/processes.ts';
import { until } from '../temporal/support/until.ts';
import { folderOf } from './recorded-history.ts';

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
  return { tasks, chased, mailroom: room, everything: await everything(engine) };
}

/** Many instances, an ad-hoc part, a message, something undone, a repair, and a move to another version and back. */
async function everything(engine: Engine): Promise<string> {
  const instance = await engine.start(manyThings);
  const act = async (act: Act) =>
    accepted(await engine.client.act(instance, act, { id: `${instance}-${++acts}` }));
  const open = async (element: string) => {
    const { state } = await engine.client.view(instance);
    return Object.values(state.elements).find((one) => one.element === element && one.task)?.key as string;
  };
  await act({ type: 'complete', task: await open('vote'), by: 'p-bo', outcome: 'yes' });
  await act({ type: 'complete', task: await open('vote'), by: 'p-bo', outcome: 'yes' });
  await act({ type: 'message', name: 'paid', data: { amount: 5 } });
  const to = { hash: contentHash(manyThingsLater), definition: manyThingsLater };
  const back = { hash: contentHash(manyThings), definition: manyThings };
  accepted(await engine.client.migrate(instance, to, { how: { why: 'later' }, id: `${instance}-there` }));
  accepted(
    await engine.client.migrate(instance, back, { how: { why: 'back', undo: true }, id: `${instance}-back` }),
  );
  await act({ type: 'modify', changes: [{ do: 'add', to: 'extra' }], why: 'one more' });
  for (const task of ['extra', 'b', 'a', 'undoA'])
    await act({ type: 'complete', task: await open(task), by: 'p-bo' });
  return instance;
}

let acts = 0;

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
      mkdirSync(folderOf(ENGINE_VERSION), { recursive: true });
      const recorded = {
        workflowId,
        runs: runs.map((run) => Buffer.from(History.encode(run).finish()).toString('base64')),
        blobs: Object.fromEntries(engine.blobs),
      };
      writeFileSync(
        new URL(`${name}.json`, folderOf(ENGINE_VERSION)),
        `${JSON.stringify(recorded, null, 1)}\n`,
      );
    }
  }
  await engine.stop();
});
