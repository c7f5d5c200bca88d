/** Holds the way of one click: registration, a task that says why it is due, completing it once, and the next task. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests, registration } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

const registered = async () => (await app.ask('supporter', 'POST', '/initiatives', registration())).body;
const openTasks = async (instance: string): Promise<string[]> =>
  (await app.ask('supporter', 'GET', `/tasks?instance=${instance}`)).body.items.map(
    ({ name }: { name: string }) => name,
  );

describe('a registration', () => {
  test('gives the task of first contact, with its due date and every day that was counted', async () => {
    const { status, body } = await app.ask('system', 'POST', '/initiatives', registration());
    expect([status, body.projected]).toEqual([201, true]);

    const task = await app.ask('coordinator', 'GET', `/tasks/${body.instance}/n3`);

    expect(task.body).toMatchObject({ name: 'n3', state: 'open', owner: 'per_noor', late: false });
    expect(task.body.outcomes.map(({ id }: { id: string }) => id)).toContain('reached');
    const counted = task.body.due.ledger.filter(({ counted }: { counted: boolean }) => counted);
    expect(counted).toHaveLength(2);
    expect(task.body.due.date).toBe(counted.at(-1).date);
    expect(task.body.dueBecause.en).toHaveLength(task.body.due.ledger.length);
  });

  test('keeps who somebody is with the person, and out of the engine', async () => {
    const asked = registration({ yourName: 'Wilhelmina Unmistakable' });
    const { body } = await app.ask('supporter', 'POST', '/initiatives', asked);

    const facts = JSON.stringify(
      (await app.ask('supporter', 'GET', `/instances/${body.instance}/facts`)).body,
    );
    const initiative = (await app.ask('supporter', 'GET', `/initiatives/${body.initiative}`)).body;

    expect(facts).not.toContain('Unmistakable');
    expect(facts).not.toContain(asked.data.contact);
    expect(initiative.people.find(({ id }: { id: string }) => id === body.initiator).name).toBe(
      'Wilhelmina Unmistakable',
    );
  });

  test('with the same Idempotency-Key is the same initiative; with another body it is refused', async () => {
    const asked = registration();
    const key = { 'Idempotency-Key': 'registration-1' };

    const first = await app.ask('supporter', 'POST', '/initiatives', asked, key);
    const again = await app.ask('supporter', 'POST', '/initiatives', asked, key);
    const other = await app.ask('supporter', 'POST', '/initiatives', registration({ title: 'Other' }), key);

    expect(again.body).toEqual(first.body);
    expect(other.body).toMatchObject({ status: 409, code: 'KEY_REUSED', path: 'Idempotency-Key' });
  });

  test('a refused one leaves its key free', async () => {
    const key = { 'Idempotency-Key': 'registration-2' };

    const refused = await app.ask('supporter', 'POST', '/initiatives', { data: {} }, key);
    const mended = await app.ask('supporter', 'POST', '/initiatives', registration(), key);

    expect([refused.status, mended.status]).toEqual([400, 201]);
  });
});

describe('a task', () => {
  test('is completed once: the next one opens, a second time is refused', async () => {
    const { instance } = await registered();

    const done = await app.ask('coordinator', 'POST', `/tasks/${instance}/n3/complete`, {
      outcome: 'reached',
    });
    expect([done.status, done.body.projected]).toEqual([200, true]);
    expect(await openTasks(instance)).toEqual(['n4']);

    const again = await app.ask('coordinator', 'POST', `/tasks/${instance}/n3/complete`, {
      outcome: 'reached',
    });
    expect(again.body).toMatchObject({ status: 409, code: 'INVALID_STATE', path: 'task' });
    expect(await openTasks(instance)).toEqual(['n4']);
  });

  test('completed again with the same Idempotency-Key gives the same answer and happens once', async () => {
    const { instance } = await registered();
    const key = { 'Idempotency-Key': `complete-${instance}` };
    const complete = () =>
      app.ask('coordinator', 'POST', `/tasks/${instance}/n3/complete`, { outcome: 'reached' }, key);

    const [first, again] = [await complete(), await complete()];

    expect(again.body).toEqual(first.body);
    const { items } = (await app.ask('supporter', 'GET', `/instances/${instance}/facts`)).body;
    expect(items.filter(({ type }: { type: string }) => type === 'task.completed')).toHaveLength(1);
  });

  test.each([
    ['an outcome it does not have', 'coordinator', { outcome: 'perhaps' }, 400, 'outcome'],
    [
      'a version that is not the present one',
      'coordinator',
      { outcome: 'reached', version: 99 },
      409,
      'version',
    ],
    ['somebody who holds none of its roles', 'manager', { outcome: 'reached' }, 403, 'by'],
  ] as const)('is not completed with %s', async (_what, role, body, status, path) => {
    const { instance } = await registered();

    const answer = await app.ask(role, 'POST', `/tasks/${instance}/n3/complete`, body);

    expect(answer.status).toBe(status);
    expect(answer.body.path).toContain(path);
    expect(await openTasks(instance)).toEqual(['n3']);
  });

  test('is not completed with wrong types in its form: every field is named, and nothing of it is kept', async () => {
    const { instance } = await registered();
    await app.ask('coordinator', 'POST', `/tasks/${instance}/n3/complete`, { outcome: 'reached' });
    await app.ask('supporter', 'POST', `/tasks/${instance}/n4/complete`, {});
    const form = (await app.ask('supporter', 'GET', `/tasks/${instance}/n5`)).body.form;
    expect(form.fields.map(({ key }: { key: string }) => key)).toContain('intensity');

    const data = { ownershipDiscussed: 'perhaps', focus: 'within', intensity: 'huge', expertise: 7 };
    const answer = await app.ask('supporter', 'POST', `/tasks/${instance}/n5/complete`, { data });

    const places = answer.body.problems.map(({ path }: { path: string }) => path);
    expect(answer.status).toBe(400);
    expect(places).toEqual(
      expect.arrayContaining(['ownershipDiscussed', 'intensity', 'expertise', 'ourRole']),
    );
    expect(await openTasks(instance)).toEqual(['n5']);
    const { items } = (await app.ask('supporter', 'GET', `/instances/${instance}/facts`)).body;
    expect(JSON.stringify(items)).not.toContain('perhaps');
  });

  test('is handed over, accepted, claimed, logged', async () => {
    const { instance } = await registered();
    const at = `/tasks/${instance}/n3`;

    const logged = await app.ask('coordinator', 'POST', `${at}/log`, {
      outcome: 'not reached',
      channel: 'phone',
    });
    const offered = await app.ask('coordinator', 'POST', `${at}/hand-over`, {
      to: 'per_sam',
      why: 'knows the street',
    });
    const accepted = await app.ask('supporter', 'POST', `${at}/accept`, {});

    expect([logged.status, offered.status, accepted.status]).toEqual([200, 200, 200]);
    const { body } = await app.ask('supporter', 'GET', at);
    expect(body).toMatchObject({ owner: 'per_sam', contacts: { notReached: 1 } });
  });

  test('is one’s own when one has it or it is offered, not because one could have had it', async () => {
    const { instance } = await registered();
    const mine = async (role: 'coordinator' | 'supporter') =>
      (await app.ask(role, 'GET', '/tasks?mine=true&limit=500')).body.items.some(
        (task: { instance: string }) => task.instance === instance,
      );
    expect([await mine('coordinator'), await mine('supporter')]).toEqual([true, false]);

    await app.ask('coordinator', 'POST', `/tasks/${instance}/n3/hand-over`, { to: 'per_sam', why: 'ill' });

    await expect.poll(() => mine('supporter')).toBe(true);
  });

  test('is around whoever has a role in its initiative, and around nobody else', async () => {
    const { initiative, instance } = await registered();
    const commitment = { text: 'de heg meten', owner: 'per_noor', due: '2027-03-01' };
    await app.ask('coordinator', 'POST', '/commitments', { instance, commitment });
    const around = async () =>
      Promise.all(
        ['tasks', 'commitments'].map(async (what) => {
          const { body } = await app.ask('supporter', 'GET', `/${what}?around=true&limit=500`);
          return body.items.filter((one: { instance: string }) => one.instance === instance).length;
        }),
      );
    expect(await around()).toEqual([1, 1]);

    const act = { type: 'assign', role: 'supporter', people: ['per_noor'] };
    await app.ask('coordinator', 'POST', `/initiatives/${initiative}/acts`, act);

    expect(await around()).toEqual([0, 0]);
  });

  test('of a list is found by owner, role and due date, and a wrong date is refused', async () => {
    const { instance } = await registered();
    const ids = async (query: string) =>
      (await app.ask('coordinator', 'GET', `/tasks?${query}`)).body.items.map(
        (task: { instance: string }) => task.instance,
      );

    expect(await ids('mine=true&limit=500')).toContain(instance);
    expect(await ids('owner=per_noor&limit=500')).toContain(instance);
    expect(await ids('owner=per_sam&limit=500')).not.toContain(instance);
    expect(await ids('dueBefore=2020-01-01')).toEqual([]);
    expect((await app.ask('coordinator', 'GET', '/tasks?dueBefore=2026-02-30')).body.path).toBe('dueBefore');
  });
});

describe('an instance', () => {
  test('says what happens if nobody acts, and stays as it is', async () => {
    const { instance } = await registered();

    const { body } = await app.ask('supporter', 'GET', `/instances/${instance}/forecast`);

    expect(body.happens.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['chase.fired', 'task.late', 'raised']),
    );
    expect(body.due.find(({ element }: { element: string }) => element === 'n3')).toMatchObject({
      open: true,
    });
    expect(body.messages.length).toBeGreaterThan(0);
    expect(await openTasks(instance)).toEqual(['n3']);
  });

  test('that has been stopped refuses further acts from what was recorded', async () => {
    const { instance } = await registered();

    const stopped = await app.ask('coordinator', 'POST', `/instances/${instance}/acts`, {
      type: 'stop',
      why: 'test',
    });
    const late = await app.ask('coordinator', 'POST', `/tasks/${instance}/n3/complete`, {
      outcome: 'reached',
    });
    const forecast = await app.ask('coordinator', 'GET', `/instances/${instance}/forecast`);

    expect(stopped.status).toBe(200);
    expect(late.body).toMatchObject({ status: 409, code: 'INVALID_STATE', path: 'instance' });
    expect(forecast.status).toBe(409);
  });

  test('takes any act, each by its own permission', async () => {
    const { instance } = await registered();
    const act = (role: 'supporter' | 'administrator', body: object) =>
      app.ask(role, 'POST', `/instances/${instance}/acts`, body);

    expect((await act('supporter', { type: 'stop', why: 'no' })).status).toBe(403);
    expect((await act('administrator', { type: 'complete', task: 'n3', outcome: 'reached' })).status).toBe(
      403,
    );
    expect((await act('supporter', { type: 'dance' })).body).toMatchObject({ status: 400, path: 'type' });
    expect((await act('supporter', { type: 'pause', until: 'soon' })).body).toMatchObject({
      status: 400,
      path: 'until',
    });
    expect((await act('supporter', { type: 'pause' })).status).toBe(200);
  });
});

describe('commitments', () => {
  test('are added, moved with a reason, kept and found', async () => {
    const { instance } = await registered();
    const due = '2027-03-01';

    const added = await app.ask('supporter', 'POST', '/commitments', {
      instance,
      commitment: { text: 'draw a map', owner: 'supporter', due },
    });
    expect(added.status).toBe(201);
    const [made] = (await app.ask('supporter', 'GET', `/commitments?instance=${instance}`)).body.items;
    expect(made).toMatchObject({ text: 'draw a map', owner: 'per_sam', due, status: 'open' });

    const at = `/commitments/${made.id}`;
    const silent = await app.ask('supporter', 'POST', `${at}/re-promise`, { due: '2027-03-08' });
    expect(silent.body).toMatchObject({ status: 400, path: 'why' });
    await app.ask('supporter', 'POST', `${at}/re-promise`, {
      due: '2027-03-08',
      why: 'the archive was closed',
    });
    expect((await app.ask('supporter', 'GET', at)).body).toMatchObject({
      due: '2027-03-08',
      status: 're-promised',
    });

    await app.ask('supporter', 'POST', `${at}/done`, {});
    expect((await app.ask('supporter', 'GET', at)).body.status).toBe('done');
    expect((await app.ask('supporter', 'POST', `${at}/done`, {})).body.code).toBe('INVALID_STATE');
  });
});

describe('messages', () => {
  test('in the outbox can be read as data, as text and as the mail looks', async () => {
    const { instance } = await registered();
    const list = async () => (await app.ask('supporter', 'GET', `/messages?instance=${instance}`)).body.items;
    await expect
      .poll(async () => (await list()).length, { timeout: 45_000, interval: 500 })
      .toBeGreaterThan(0);
    const [message] = await list();

    const one = `/messages/${encodeURIComponent(message.key)}`;
    const [data, text, html] = await Promise.all(
      ['', '?as=text', '?as=html'].map((as) => app.ask('supporter', 'GET', one + as)),
    );

    expect(data?.body).toMatchObject({ state: 'outbox', channel: 'mail' });
    expect(text?.body).toContain('Lotte Bakker');
    expect(html?.headers.get('content-type')).toContain('text/html');
    expect(html?.headers.get('content-security-policy')).toContain('sandbox');
    expect(html?.body).toContain('<main');
  });
});
