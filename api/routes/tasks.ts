/** Routes of tasks: what has to be done, why then, and doing it. */
import { z } from 'zod';
import { Acted } from '../../contract/api/common.ts';
import {
  Completion,
  Declining,
  HandingOver,
  Logging,
  Nothing,
  Planning,
  Postponing,
  Skipping,
  TaskList,
  Tasks,
  TaskWhole,
} from '../../contract/api/tasks.ts';
import type { Definition, TaskView, Text } from '../../contract/index.ts';
import { formOfTask } from '../../core/forms/index.ts';
import type { Placed } from '../../store/index.ts';
import { actOn, ownInstance } from '../act-on.ts';
import { endOfDay } from '../dates.ts';
import { inside, taskInside } from '../pages/inside.ts';
import { partIn } from '../part.ts';
import { goesOnFromBefore, presetsOf } from '../presets.ts';
import { notFound } from '../problem.ts';
import { whereAround, withinReach } from '../reach.ts';
import { type Call, route } from '../route.ts';
import { whyThen } from '../why-then.ts';
import { goesOn } from '../world-open.ts';

const OneTask = z.object({ instance: z.string(), task: z.string() });
type One = z.infer<typeof OneTask>;

/** The routes that act on a task differ in little but the act. */
const act = { method: 'post', params: OneTask, action: 'task.act', answer: Acted } as const;
const at = (verb: string) => `/tasks/:instance/:task/${verb}`;

export const taskRoutes = [
  route({
    id: 'tasks.list',
    method: 'get',
    path: '/tasks',
    action: 'task.read',
    summary: 'Tasks, the earliest due first.',
    query: TaskList,
    answer: Tasks,
    async handle(call) {
      const { query, caller, deps } = call;
      const { mine, around, role, dueBefore, ...filter } = query;
      const ways = mine
        ? query.world === undefined
          ? { person: caller.person, roles: caller.roles.map(({ role }) => role) }
          : await partIn(deps, caller, query.world)
        : role
          ? { roles: [role] }
          : undefined;
      const items = await deps.store.rows.tasks({
        org: caller.org,
        ...filter,
        ...(await (around ? whereAround(call) : withinReach(call, call.action))),
        ...(ways ? { mine: ways } : {}),
        ...(dueBefore ? { dueBefore: await endOfDay(deps, caller.org, dueBefore) } : {}),
      });
      return { items };
    },
  }),
  route({
    id: 'tasks.get',
    method: 'get',
    path: '/tasks/:instance/:task',
    action: 'task.read',
    summary: 'One task, with why it is due when it is and the form that completes it.',
    params: OneTask,
    answer: TaskWhole,
    handle: wholeTask,
  }),
  route({
    ...act,
    id: 'tasks.complete',
    path: at('complete'),
    summary: 'Completes a task with an outcome and the answers of its form.',
    body: Completion,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'complete', task: call.params.task, ...call.body }),
  }),
  route({
    ...act,
    id: 'tasks.claim',
    path: at('claim'),
    summary: 'Takes a task on.',
    body: Nothing,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'claim', task: call.params.task, ...call.body }),
  }),
  route({
    ...act,
    id: 'tasks.unclaim',
    path: at('unclaim'),
    summary: 'Puts a task back.',
    body: Nothing,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'unclaim', task: call.params.task, ...call.body }),
  }),
  route({
    ...act,
    id: 'tasks.plan',
    path: at('plan'),
    summary: 'Plans the moment and place of a conversation; everybody gets it in their calendar.',
    body: Planning,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'plan', task: call.params.task, ...call.body }),
  }),
  route({
    ...act,
    id: 'tasks.log',
    path: at('log'),
    summary: 'Logs an attempt or a contact.',
    body: Logging,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'log', about: call.params.task, ...call.body }),
  }),
  route({
    ...act,
    id: 'tasks.handOver',
    path: at('hand-over'),
    summary: 'Offers a task to somebody else, who accepts or declines; until then nothing changes.',
    body: HandingOver,
    async handle(call) {
      const from = call.body.from ?? (await self(call)) ?? call.caller.role;
      return actOn(call, call.params.instance, {
        type: 'handOver',
        item: call.params.task,
        ...call.body,
        from,
      });
    },
  }),
  route({
    ...act,
    id: 'tasks.accept',
    path: at('accept'),
    summary: 'Accepts what was offered.',
    body: Nothing,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'accept', item: call.params.task, ...call.body }),
  }),
  route({
    ...act,
    id: 'tasks.decline',
    path: at('decline'),
    summary: 'Declines what was offered.',
    body: Declining,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'decline', item: call.params.task, ...call.body }),
  }),
  route({
    ...act,
    id: 'tasks.skip',
    path: at('skip'),
    action: 'instance.act',
    summary: 'Goes on without a task, with the reason.',
    body: Skipping,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'skip', element: call.params.task, ...call.body }),
  }),
  route({
    ...act,
    id: 'tasks.postpone',
    path: at('postpone'),
    action: 'instance.act',
    summary: 'Moves the date of a task, with the reason.',
    body: Postponing,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'postpone', element: call.params.task, ...call.body }),
  }),
];

/** The caller, or in a rehearsal whose part they play. */
async function self(call: Call<One, unknown, unknown>): Promise<string | undefined> {
  const { world } = await ownInstance(call, call.params.instance);
  return world === undefined ? call.caller.person : (await partIn(call.deps, call.caller, world)).person;
}

async function wholeTask(call: Call<One, unknown, unknown>): Promise<z.input<typeof TaskWhole>> {
  const { hash } = await ownInstance(call, call.params.instance);
  const task = await findTask(call);
  const because = task.due?.ledger ? { dueBecause: whyThen(task.due) } : {};
  if (task.about !== undefined) {
    // A ladder made it: no element knows it, only the instance does, and only while it is open.
    const isOpen = task.state === 'open' && (await goesOn(call.deps, task.world));
    const outcomes = isOpen ? await runTimeOutcomes(call, task) : undefined;
    return { ...task, ...because, ...(outcomes ? { outcomes } : {}), isMeeting: false };
  }
  const definition = await definitionWith(call, task, hash);
  const element = definition?.elements.find(({ id }) => id === task.element.replace(/\.confirm$/, ''));
  const formId = formOfTask(element, task.element.endsWith('.confirm'));
  const form = definition?.forms.find(({ id }) => id === formId);
  const outcomes = element && 'outcomes' in element ? element.outcomes : undefined;
  return {
    ...task,
    ...because,
    ...(form ? { form } : {}),
    ...(form && task.state === 'open' ? await toldBefore(call, task) : {}),
    ...(outcomes ? { outcomes: outcomes.map(({ id, label }) => ({ id, label })) } : {}),
    ...(element?.documentation ? { documentation: element.documentation } : {}),
    isMeeting: element !== undefined && 'meeting' in element && element.meeting !== undefined,
    ...((await call.deps.store.reports.has(task.instance)) ? { report: task.instance } : {}),
  };
}

/** An agreement that is written again begins with what it says now. */
async function toldBefore(
  { deps, caller }: Call<One, unknown, unknown>,
  task: Placed<TaskView>,
): Promise<Pick<z.input<typeof TaskWhole>, 'values'>> {
  if (!(await goesOn(deps, task.world))) return {};
  const looked = await inside(deps, task.instance);
  const open = looked && taskInside(looked, task.key);
  if (!open?.form || !goesOnFromBefore(open.element)) return {};
  const zone = (await deps.store.organisations.get(caller.org))?.zone ?? 'UTC';
  const values = presetsOf(open.element, open.form, open.variables, { at: deps.clock(), zone });
  return Object.keys(values).length > 0 ? { values } : {};
}

async function runTimeOutcomes(
  { deps }: Call<One, unknown, unknown>,
  { instance, key }: TaskView,
): Promise<{ id: string; label: Text }[] | undefined> {
  const { elements } = await deps.engine.state(instance);
  return elements[key]?.task?.outcomes;
}

/** By its key, or by the name people know it by: then the last one of that name. */
async function findTask(call: Call<One, unknown, unknown>): Promise<Placed<TaskView>> {
  const { instance, task } = call.params;
  const { store } = call.deps;
  const byKey = await store.rows.task(`${instance}/${task}`);
  if (byKey) return byKey;
  const all = await store.rows.tasks({ org: call.caller.org, instance, limit: 500 });
  const named = all.filter(({ name, element }) => name === task || element === task);
  const found = named.find(({ state }) => state === 'open') ?? named.at(-1);
  if (!found) throw notFound('task', `${instance}/${task}`, 'task');
  return found;
}

/** The definition an element is in: the instance's own, or that of a process it calls. */
async function definitionWith(
  { deps, caller }: Call<One, unknown, unknown>,
  task: TaskView,
  hash: string,
): Promise<Definition | undefined> {
  const { versions } = deps.store;
  const base = task.element.replace(/\.confirm$/, '');
  const has = (definition: Definition | undefined) => definition?.elements.some(({ id }) => id === base);
  const own = await versions.definition(hash);
  if (has(own)) return own;
  const called = (own?.elements ?? []).flatMap((one) => (one.type === 'callActivity' ? [one.process] : []));
  for (const process of new Set(called)) {
    const latest = await versions.latest(caller.org, process);
    const definition = latest && (await versions.definition(latest.hash));
    if (has(definition)) return definition;
  }
  return undefined;
}
