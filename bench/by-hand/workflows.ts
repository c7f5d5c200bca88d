/** P1, P2 and what grows, as somebody who knows Temporal well writes them by hand: local activities, updates with validators, no engine. */
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities, Complete, Input } from './messages.ts';

const { step, show } = proxyLocalActivities<Activities>({ startToCloseTimeout: '10 seconds' });

/** Events, as in workflows/limits.ts. */
const CONTINUES_AT = 4_000;

const complete = defineUpdate<void, [Complete]>('complete');
const opened = defineUpdate<void, []>('opened');

export async function p1({ readModel }: Input): Promise<void> {
  const { workflowId: instance } = workflowInfo();
  for (let i = 1; i <= 10; i++) await step({ instance, step: `job${i}` });
  if (readModel) await show({ instance, status: 'ended', open: [], late: [] });
}

export function p2(input: Input): Promise<string> {
  const yes = true;
  return withTasks(input, async (task) => {
    await task('ask');
    if (yes) {
      await task('do');
      await Promise.all([task('left'), task('right')]);
    }
  });
}

/** One task, then many automatic steps. */
export function taskThenSteps(input: Input): Promise<string> {
  const { workflowId: instance } = workflowInfo();
  return withTasks(input, async (task) => {
    await task('do');
    for (let i = 1; i <= (input.steps ?? 0); i++) await step({ instance, step: `job${i}` });
  });
}

/** One task again and again, numbered; continues as new where ours does. */
export async function again(input: Input): Promise<never> {
  let next = input.next ?? 1;
  await withTasks(input, async (task) => {
    do await task(`do-${next++}`);
    while (workflowInfo().historyLength < CONTINUES_AT);
  });
  return continueAsNew<typeof again>({ ...input, next });
}

/** Tasks with due dates, completed by updates; what can be read follows each. */
async function withTasks(
  { readModel, dueMs }: Input,
  run: (task: (name: string) => Promise<void>) => Promise<void>,
): Promise<string> {
  const { workflowId: instance } = workflowInfo();
  const open = new Set<string>();
  const done = new Set<string>();
  const late = new Set<string>();
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
    await run(task);
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
