/** Operating running processes through the API: other systems, incidents, repairs, other versions, many at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OtherSystem, otherSystem } from '../activities/outside/other-system.ts';
import { until } from '../temporal/support/until.ts';
import { appForTests, type RunningForTests } from './support/app.ts';
import { publish } from './support/publish.ts';

let app: RunningForTests;
let crm: OtherSystem;
beforeAll(async () => {
  crm = await otherSystem();
  app = await appForTests({ OUTSIDE_HOSTS: crm.host });
});
afterAll(() => crm.stop());

/** What is there soon. */
async function found<T>(look: () => Promise<T>): Promise<Exclude<T, false | undefined>> {
  let seen: T | undefined;
  await until(async () => {
    seen = await look();
    return seen !== undefined && seen !== false;
  });
  return seen as Exclude<T, false | undefined>;
}

const start = async (process: string, more: object = {}): Promise<string> => {
  const { status, body } = await app.ask('manager', 'POST', '/instances', { process, ...more });
  expect([status, body.code]).toEqual([201, undefined]);
  return body.instance;
};
const view = async (instance: string) => (await app.ask('manager', 'GET', `/instances/${instance}`)).body;
const where = async (instance: string) =>
  ((await view(instance)).active as { element: string }[]).map(({ element }) => element).sort();
const act = (instance: string, body: object) =>
  app.ask('manager', 'POST', `/instances/${instance}/acts`, body);
const audit = async (about: string) =>
  ((await app.ask('manager', 'GET', `/audit?about=${about}`)).body.items as { action: string }[]).map(
    ({ action }) => action,
  );

describe('another system', () => {
  const lookUp = (retries: number) => ({
    id: 'lookUp',
    variables: { street: 'Elm' },
    elements: [
      { id: 'start', type: 'startEvent' },
      {
        id: 'look',
        type: 'serviceTask',
        job: 'http.request',
        input: {
          url: `"${crm.origin}/streets"`,
          query: '{ name: street }',
          auth: '{ bearer: "crm" }',
          errors: '{ "404": "unknown" }',
        },
        result: 'found',
        retries,
        retryAfter: 'PT1S',
        timeout: 'PT5S',
      },
      { id: 'unknown', type: 'boundaryEvent', attachedTo: 'look', triggers: { error: 'unknown' } },
      { id: 'byHand', type: 'userTask', roles: ['supporter'] },
      { id: 'end', type: 'endEvent' },
    ],
    flows: 'start > look > end; unknown > byHand > end',
  });

  test('without the secret it is stuck and says why; with it, and tried again, it goes on', async () => {
    await publish(app, lookUp(3));
    crm.says.splice(0, Number.POSITIVE_INFINITY, {
      headers: { 'content-type': 'application/json' },
      body: '{"houses":12}',
    });
    const instance = await start('lookUp');

    const stuck = await found(async () => {
      const { body } = await app.ask('manager', 'GET', '/incidents?process=lookUp');
      return body.items.find((one: { instance: string }) => one.instance === instance);
    });
    expect(stuck).toMatchObject({ element: 'look', code: 'JOB_NO_RETRIES', process: 'lookUp', version: 1 });
    expect(stuck.message).toContain("Expected a secret named 'crm', but there is none");

    const kept = await app.ask('administrator', 'PUT', '/secrets/crm', {
      value: 'the-key',
      origins: [`${crm.origin}/anything`],
    });
    expect(kept.body).toMatchObject({ name: 'crm', origins: [crm.origin] });
    expect(JSON.stringify((await app.ask('administrator', 'GET', '/secrets')).body)).not.toContain('the-key');
    expect((await act(instance, { type: 'retry', incident: stuck.incident })).status).toBe(200);

    await until(async () => (await view(instance)).status === 'ended');
    expect(crm.heard.at(-1)).toMatchObject({
      path: '/streets?name=Elm',
      headers: { authorization: 'Bearer the-key' },
    });
    expect(await audit(instance)).toEqual(['instance.retry']);
    expect(await audit('crm')).toEqual(['secret.changed']);
  });

  test('trouble on the other side is tried again after a pause; its no is an error of the process', async () => {
    crm.heard.length = 0;
    crm.says.splice(0, Number.POSITIVE_INFINITY, { status: 503 }, { status: 404, body: 'no such street' });
    const instance = await start('lookUp');

    await until(async () => (await where(instance)).includes('byHand'));

    expect(crm.heard).toHaveLength(2);
    const { items } = (await app.ask('manager', 'GET', `/instances/${instance}/facts`)).body;
    const failed = items.filter(({ type }: { type: string }) => type === 'job.failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ element: 'look', retries: 2 });
  });

  test('many that are stuck are tried again at once, when what they need is there', async () => {
    crm.says.splice(0, Number.POSITIVE_INFINITY, {});
    await app.ask('administrator', 'DELETE', '/secrets/crm');
    const stuck = [await start('lookUp'), await start('lookUp')];
    await until(async () => {
      const { items } = (await app.ask('manager', 'GET', '/incidents')).body;
      return stuck.every((one) => items.some(({ instance }: { instance: string }) => instance === one));
    });

    await app.ask('administrator', 'PUT', '/secrets/crm', { value: 'key', origins: [crm.origin] });
    const { body } = await app.ask('manager', 'POST', '/batches', {
      instances: stuck,
      do: { type: 'retry' },
      why: 'The secret is there again',
    });

    await until(async () => (await app.ask('manager', 'GET', `/batches/${body.id}`)).body.done);
    for (const one of stuck) await until(async () => (await view(one)).status === 'ended');
    expect((await app.ask('manager', 'GET', '/incidents')).body.items).toEqual([]);
    expect(await audit(body.id)).toEqual(['batch.started']);
  });

  test('a mail to an address outside is in the outbox, with a greeting and without a page', async () => {
    await publish(app, {
      id: 'tellThem',
      elements: [
        { id: 'start', type: 'startEvent' },
        {
          id: 'tell',
          type: 'serviceTask',
          job: 'mail',
          input: {
            to: '"press@paper.example.org"',
            subject: '"A bench for {initiator}"',
            text: '"The bench is there.\\n\\nCome and sit."',
          },
        },
        { id: 'end', type: 'endEvent' },
      ],
      flows: 'start > tell > end',
    });
    const instance = await start('tellThem');
    const [message] = await found(async () => {
      const { body } = await app.ask('manager', 'GET', `/messages?instance=${instance}`);
      return body.items.length > 0 && body.items;
    });

    const read = await app.ask('manager', 'GET', `/messages/${encodeURIComponent(message.key)}`);
    expect(read.body).toMatchObject({ state: 'outbox', subject: 'A bench for {initiator}' });
    expect(read.body.text).toContain('The bench is there.\n\nCome and sit.');
    expect(read.body.text).not.toContain('/p/');
    expect(read.body.html).not.toContain('/p/');
    await until(async () => (await view(instance)).status === 'ended');
  });

  test('what can be asked is told with what goes in and comes out', async () => {
    const { items } = (await app.ask('coordinator', 'GET', '/jobs')).body;

    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'capacity.take',
      'capacity.release',
      'capacity.queue',
      'record',
      'http.request',
      'webhook',
      'mail',
    ]);
    const request = items.find(({ type }: { type: string }) => type === 'http.request');
    expect(request).toMatchObject({ outside: true, input: { type: 'object', required: ['url'] } });
  });
});

describe('what happens elsewhere', () => {
  const paying = {
    id: 'paying',
    variables: { invoice: '' },
    elements: [
      { id: 'start', type: 'startEvent' },
      {
        id: 'paid',
        type: 'intermediateCatchEvent',
        triggers: { message: { name: 'paid', key: 'invoice' } },
        roles: ['coordinator'],
      },
      { id: 'end', type: 'endEvent', outcome: 'paid' },
    ],
    flows: 'start > paid > end',
  };

  test('a message reaches the one that waits for its key, and only it', async () => {
    await publish(app, paying);
    const one = await start('paying', { data: { invoice: 'INV-1' } });
    const two = await start('paying', { data: { invoice: 'INV-2' } });
    await until(async () => (await where(two)).includes('paid'));

    const sent = await app.ask('system', 'POST', '/events/messages', {
      name: 'paid',
      key: 'INV-2',
      data: { amount: 250 },
    });

    expect(sent.body).toEqual({ reached: [two], started: [] });
    await until(async () => (await view(two)).status === 'ended');
    expect(await where(one)).toEqual(['paid']);
  });

  test('one that nobody waits for is kept as long as it says, once per id', async () => {
    const early = { name: 'paid', key: 'INV-3', ttl: 'PT1H', id: 'payment-3' };

    const first = await app.ask('system', 'POST', '/events/messages', early);
    const again = await app.ask('system', 'POST', '/events/messages', early);
    const three = await start('paying', { data: { invoice: 'INV-3' } });

    expect([first.body.reached, first.body.started]).toEqual([[], []]);
    expect(Date.parse(first.body.keptUntil)).toBeGreaterThan(Date.now() + 3_500_000);
    expect(again.status).toBe(200);
    await until(async () => (await view(three)).status === 'ended');
    const four = await start('paying', { data: { invoice: 'INV-3' } });
    await until(async () => (await where(four)).includes('paid'));
  });

  test('a process that begins with a message or a signal begins, once per request', async () => {
    await publish(app, {
      id: 'onMessage',
      elements: [
        { id: 'start', type: 'startEvent', triggers: { message: { name: 'noticed' } } },
        { id: 'look', type: 'userTask', roles: ['supporter'] },
        { id: 'end', type: 'endEvent' },
      ],
      flows: 'start > look > end',
    });
    await publish(app, {
      id: 'onSignal',
      elements: [
        { id: 'start', type: 'startEvent', triggers: { signal: 'closing' } },
        { id: 'look', type: 'userTask', roles: ['supporter'] },
        { id: 'end', type: 'endEvent' },
      ],
      flows: 'start > look > end',
    });
    const keyed = { 'Idempotency-Key': 'noticed-1' };

    const one = await app.ask(
      'system',
      'POST',
      '/events/messages',
      { name: 'noticed', data: { where: 'A' } },
      keyed,
    );
    const same = await app.ask(
      'system',
      'POST',
      '/events/messages',
      { name: 'noticed', data: { where: 'A' } },
      keyed,
    );
    const all = await app.ask('system', 'POST', '/events/signals', { name: 'closing' });

    expect(one.body.started).toHaveLength(1);
    expect(same.body).toEqual(one.body);
    await until(async () => (await where(one.body.started[0])).includes('look'));
    await until(async () => (await where(all.body.started[0])).includes('look'));
    expect((await view(one.body.started[0])).process.id).toBe('onMessage');
  });

  test('a process whose start has a timer begins by itself, as often as it says, from when it was published', async () => {
    await publish(app, {
      id: 'byItself',
      elements: [
        { id: 'start', type: 'startEvent', triggers: { timer: { term: { duration: 'PT1S' }, times: 2 } } },
        { id: 'look', type: 'userTask', roles: ['supporter'] },
        { id: 'end', type: 'endEvent' },
      ],
      flows: 'start > look > end',
    });
    const all = async () =>
      (await app.ask('manager', 'GET', '/instances?process=byItself')).body.items as { version: number }[];

    await until(async () => (await all()).length === 2);
    await new Promise((later) => setTimeout(later, 1_500));

    expect((await all()).map(({ version }) => version)).toEqual([1, 1]);
  });

  test('only who may: a token for another system, made and ended by an administrator', async () => {
    const made = await app.ask('administrator', 'POST', '/tokens', { name: 'Payments' });
    const tell = () =>
      fetch(`${app.url}/v1/events/signals`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${made.body.token}`, 'Content-Type': 'application/json' },
        body: '{"name":"nobody listens"}',
      });

    expect([made.status, made.body.role]).toEqual([201, 'system']);
    expect(await (await tell()).json()).toEqual({ reached: [], started: [] });
    await app.ask('administrator', 'DELETE', `/tokens/${made.body.id}`);
    expect((await tell()).status).toBe(401);
    expect((await app.ask('supporter', 'POST', '/events/signals', { name: 'x' })).status).toBe(403);
    const { items } = (await app.ask('administrator', 'GET', '/tokens')).body;
    expect(items.find(({ id }: { id: string }) => id === made.body.id).revokedAt).toBeTruthy();
    expect(JSON.stringify(items)).not.toContain(made.body.token);
  });

  test('a time to live that is none is refused with its field', async () => {
    const { status, body } = await app.ask('system', 'POST', '/events/messages', {
      name: 'paid',
      ttl: 'soon',
    });

    expect([status, body.path]).toEqual([400, 'ttl']);
  });
});

describe('repair', () => {
  const steps = {
    id: 'steps',
    elements: [
      { id: 'start', type: 'startEvent' },
      { id: 'a', type: 'userTask', roles: ['supporter'], term: { amount: 5, unit: 'workingDays' } },
      { id: 'b', type: 'userTask', roles: ['supporter'], term: { amount: 2, unit: 'workingDays' } },
      { id: 'end', type: 'endEvent' },
    ],
    flows: 'start > a > b > end',
  };
  const move = {
    type: 'modify',
    changes: [{ do: 'move', element: 'a', to: 'b' }],
    variables: { note: 'by phone' },
    why: 'They told us by phone',
  };

  test('is shown before it is done, is done as shown, with its reason, and who did it', async () => {
    await publish(app, steps);
    const instance = await start('steps');

    const preview = await app.ask('manager', 'POST', `/instances/${instance}/preview`, move);
    expect(preview.body).toMatchObject({
      begins: [{ element: 'b', task: 'b' }],
      ends: [{ element: 'a', task: 'a' }],
      variables: [{ name: 'note', from: null, to: 'by phone' }],
    });
    expect(preview.body.rescheduled.map(({ item }: { item: string }) => item)).toEqual(['a', 'b']);
    expect(await where(instance)).toEqual(['a']);

    expect((await act(instance, move)).status).toBe(200);
    expect(await where(instance)).toEqual(['b']);
    expect(await audit(instance)).toEqual(['instance.modify']);
    const { items } = (await app.ask('manager', 'GET', `/instances/${instance}/facts`)).body;
    expect(items.find(({ type }: { type: string }) => type === 'instance.modified')).toMatchObject({
      why: 'They told us by phone',
      by: 'per_max',
    });
  });

  test('that cannot be done says so beforehand; and is nobody’s but theirs who may', async () => {
    const instance = await start('steps');
    const nowhere = { ...move, changes: [{ do: 'move', element: 'a', to: 'nowhere' }] };

    const { body } = await app.ask('manager', 'POST', `/instances/${instance}/preview`, nowhere);

    expect(body.refused).toMatchObject({ code: 'NOT_FOUND', path: 'changes.0.to' });
    expect((await app.ask('supporter', 'POST', `/instances/${instance}/preview`, move)).status).toBe(403);
    expect((await app.ask('supporter', 'POST', `/instances/${instance}/acts`, move)).status).toBe(403);
  });
});

describe('another version', () => {
  const calls = (amount: number, id = 'call') => ({
    id: 'calling',
    elements: [
      { id: 'start', type: 'startEvent' },
      {
        id,
        type: 'userTask',
        name: `Call ${id}`,
        roles: ['supporter'],
        term: { amount, unit: 'workingDays' },
      },
      { id: `${id}Again`, type: 'userTask', name: `Again ${id}`, roles: ['supporter'] },
      { id: 'end', type: 'endEvent' },
    ],
    flows: `start > ${id} > ${id}Again > end`,
  });

  test('is planned, gone to, and gone back from; the list of instances says which one it is on', async () => {
    await publish(app, calls(5));
    const instance = await start('calling');
    await publish(app, calls(8));
    const at = `/instances/${instance}`;

    const plan = await app.ask('manager', 'POST', `${at}/migration-plan`, { to: 2 });
    expect(plan.body).toMatchObject({ verdict: 'safe', mapping: { call: 'call' }, problems: [] });
    expect(plan.body.rescheduled).toHaveLength(1);
    const moved = await app.ask('manager', 'POST', `${at}/migration`, { to: 2, why: 'They need more time' });
    expect(moved.status).toBe(200);
    const listed = async () =>
      (await app.ask('manager', 'GET', '/instances?process=calling')).body.items.find(
        (one: { instance: string }) => one.instance === instance,
      ).version;
    expect(await listed()).toBe(2);
    expect(
      (await app.ask('manager', 'POST', `${at}/migration`, { to: 1, why: 'no', undo: true })).status,
    ).toBe(200);
    expect(await listed()).toBe(1);
    expect(await audit(instance)).toEqual(['instance.migrationUndone', 'instance.migrated']);
  });

  test('for many: a plan for each, and each with an answer of its own', async () => {
    const stays = await start('calling');
    await publish(app, calls(8, 'ring'));
    const [asked, further] = [await start('calling', { version: 2 }), await start('calling', { version: 2 })];
    const called = await app.ask('supporter', 'POST', `/instances/${further}/acts`, {
      type: 'complete',
      task: 'call',
    });
    expect(called.status).toBe(200);

    const survey = await app.ask('manager', 'POST', '/definitions/calling/migration-plan', {
      to: 3,
      instances: [asked, further],
    });
    const verdicts = Object.fromEntries(
      survey.body.items.map(({ instance, plan }: { instance: string; plan: { verdict: string } }) => [
        instance,
        plan.verdict,
      ]),
    );
    expect(verdicts).toEqual({ [asked]: 'choice', [further]: 'choice' });

    const started = await app.ask('manager', 'POST', '/batches', {
      instances: [asked, further],
      do: { type: 'migrate', to: 3, mapping: { call: 'ring' } },
      why: 'One way of calling',
    });
    expect(started.status).toBe(202);
    const done = await found(async () => {
      const { body } = await app.ask('manager', 'GET', `/batches/${started.body.id}`);
      return body.done && body;
    });

    expect(done.counts).toEqual({ pending: 0, done: 1, refused: 1, ended: 0 });
    expect(done.items).toEqual([
      { instance: asked, state: 'done' },
      {
        instance: further,
        state: 'refused',
        code: 'INVALID_STATE',
        message: expect.stringContaining("Expected to know where 'callAgain' goes"),
      },
    ]);
    expect(await where(asked)).toEqual(['ring']);
    expect(await where(further)).toEqual(['callAgain']);
    expect(await where(stays)).toEqual(['call']);
  });
});
