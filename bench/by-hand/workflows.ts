/** P1 and P2 as somebody who knows Temporal well writes them by hand: local activities, updates with validators, no engine. */
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities, Complete, Input } from './messages.ts';

const { step, show } = proxyLocalActivities<Activities>({ startToCloseTimeout: '10 seconds' });

const complete = defineUpdate<void, [Complete]>('complete');
const opened = defineUpdate<void, []>('opened');

export async function p1({ readModel }: Input): Promise<void> {
  const { workflowId: instance } = workflowInfo();
  for (let i = 1; i <= 10; i++) await step({ instance, step: `job${i}` });
  if (readModel) await show({ instance, status: 'ended', open: [], late: [] });
}

export async function p2({ readModel, dueMs }: Input): Promise<string> {
  const { workflowId: instance } = workflowInfo();
  const open = new Set<string>();
  const done = new Set<string>();
  const late = new Set<string>();
  const yes = true;
  let status: 'running' | 'ended' = 'running';

  const project = async () => {
    if (readModel) await show({ instance, status, open: [...open], late: [...late] });
  };
  const task = async (name: string) => {
    open.add(name);
    if (dueMs !== undefined && !(await condition(() => done.has(name), dueMs))) {
      late.add(name);
      await project();
    }
    await condition(() => done.has(name));
    open.delete(name);
    late.delete(name);
  };

  const process = async () => {
    await task('ask');
    if (yes) {
      await task('do');
      await Promise.all([task('left'), task('right')]);
    }
    status = 'ended';
  };

  const ended = process(); // before the handlers: what came with the start finds the first task open
  setHandler(opened, project);
  setHandler(
    complete,
    async ({ task }) => {
      done.add(task);
      await condition(() => !open.has(task)); // the process has gone on
      await project();
    },
    {
      validator({ task }) {
        if (!open.has(task) || done.has(task))
          throw ApplicationFailure.nonRetryable(`'${task}' is not open`, 'INVALID_STATE');
      },
    },
  );

  await ended;
  await condition(allHandlersFinished);
  return 'done';
}
