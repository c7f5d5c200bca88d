/** Holds that administrators, and only they, give accounts, roles and teams; and that a role in a team reaches no further. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests, registration } from './support/app.ts';
import { browser, demoPassword, mailOf } from './support/sign-in.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

let n = 0;
async function newcomer(roles: { role: string; team?: string }[]) {
  n += 1;
  const mail = `newcomer${n}@example.org`;
  const { status, body } = await app.ask('administrator', 'POST', '/accounts', {
    name: `Newcomer ${n}`,
    mail,
    roles,
  });
  expect(status).toBe(201);
  const own = browser(app);
  await own.signIn(mail, body.password);
  await own.ask('POST', '/password', { current: body.password, password: 'a sentence of my own' });
  return { own, mail, person: body.person as string };
}

describe('accounts', () => {
  test('a new one has to choose a password of their own before anything else', async () => {
    const { body } = await app.ask('administrator', 'POST', '/accounts', {
      name: 'Iris Vos',
      mail: 'iris@example.org',
      roles: [{ role: 'supporter' }],
    });
    const iris = browser(app);
    await iris.signIn('iris@example.org', body.password);

    expect((await iris.ask('GET', '/tasks')).body.code).toBe('PASSWORD_CHANGE_NEEDED');
    expect((await iris.ask('GET', '/me')).body).toMatchObject({ mustChangePassword: true });
    await iris.ask('POST', '/password', { current: body.password, password: 'twaalf en meer' });
    expect((await iris.ask('GET', '/tasks')).status).toBe(200);
  });

  test('without a role nothing may be done', async () => {
    const { own } = await newcomer([]);

    expect((await own.ask('GET', '/me')).body.may.sort()).toEqual([
      'password.change',
      'session.end',
      'session.open',
      'session.read',
    ]);
    expect((await own.ask('GET', '/initiatives')).status).toBe(403);
  });

  test('who is erased is nobody any more: no name, no way in, no roles, and their words about processes are gone', async () => {
    const { own, mail, person } = await newcomer([{ role: 'coordinator' }]);
    const said = await own.ask('POST', '/definitions/T2/comments', { text: 'Dit vind ik ervan' });
    const asked = { why: 'Left us', confirm: 'erase' };

    const unsure = await app.ask('administrator', 'POST', `/accounts/${person}/erasure`, { why: 'Left us' });
    const erased = await app.ask('administrator', 'POST', `/accounts/${person}/erasure`, asked);

    expect([unsure.status, erased.status]).toEqual([400, 200]);
    expect((await own.ask('GET', '/me')).status).toBe(401);
    expect((await browser(app).signIn(mail, 'a sentence of my own')).status).toBe(401);
    const { body } = await app.ask('supporter', 'GET', '/definitions/T2/comments');
    expect(body.items.find(({ id }: { id: string }) => id === said.body.id)).toMatchObject({
      text: '',
      erased: true,
    });
    const trail = await app.ask('administrator', 'GET', `/audit?about=${person}`);
    expect(trail.body.items[0].action).toBe('person.erased');
    expect((await app.ask('administrator', 'POST', `/accounts/${person}/erasure`, asked)).status).toBe(404);
  });

  test('nobody erases themselves', async () => {
    const fatima = browser(app);
    await fatima.signIn(mailOf.administrator, demoPassword(app));
    const { body } = await fatima.ask('GET', '/me');

    const answer = await fatima.ask('POST', `/accounts/${body.person.id}/erasure`, {
      why: 'Trying',
      confirm: 'erase',
    });

    expect([answer.status, answer.body.code]).toEqual([409, 'INVALID_STATE']);
  });

  test('two people cannot sign in with one address', async () => {
    const twice = { name: 'Somebody', mail: mailOf.supporter.toUpperCase() };

    const answer = await app.ask('administrator', 'POST', '/accounts', twice);

    expect([answer.status, answer.body.path]).toEqual([409, 'mail']);
  });

  test('a repeated request gives the same account, and keeps no password', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const asked = { name: 'Ada Once', mail: 'once@example.org' };

    const first = await app.ask('administrator', 'POST', '/accounts', asked, key);
    const again = await app.ask('administrator', 'POST', '/accounts', asked, key);

    expect(again.body.person).toBe(first.body.person);
    expect(again.body.password).not.toBe(first.body.password);
    expect((await browser(app).signIn('once@example.org', first.body.password)).status).toBe(401);
    expect((await browser(app).signIn('once@example.org', again.body.password)).status).toBe(200);
  });

  test('a closed account is out at the next request, and an open one is in again', async () => {
    const { own, mail, person } = await newcomer([{ role: 'coordinator' }]);
    expect((await own.ask('GET', '/tasks')).status).toBe(200);

    const closed = await app.ask('administrator', 'POST', `/accounts/${person}/disable`);

    expect(closed.body).toMatchObject({ disabled: true });
    expect((await own.ask('GET', '/tasks')).status).toBe(401);
    expect((await own.signIn(mail, 'a sentence of my own')).status).toBe(401);
    await app.ask('administrator', 'POST', `/accounts/${person}/enable`);
    expect((await own.signIn(mail, 'a sentence of my own')).status).toBe(200);
  });

  test('a role that is taken away is gone at the next request', async () => {
    const { own, person } = await newcomer([{ role: 'supporter' }, { role: 'manager' }]);
    expect((await own.ask('GET', '/me')).body.roles).toEqual([{ role: 'supporter' }, { role: 'manager' }]);

    await app.ask('administrator', 'PUT', `/accounts/${person}/roles`, { roles: [{ role: 'supporter' }] });

    const { body } = await own.ask('GET', '/me');
    expect(body.roles).toEqual([{ role: 'supporter' }]);
    expect(body.may).not.toContain('initiative.stop');
  });

  test('who forgot their password gets another, and has to change it', async () => {
    const { mail, person } = await newcomer([{ role: 'supporter' }]);

    const { body } = await app.ask('administrator', 'POST', `/accounts/${person}/password`);

    const again = browser(app);
    expect((await again.signIn(mail, body.password)).body.mustChangePassword).toBe(true);
  });

  test('the last administrator can neither leave nor be closed', async () => {
    const left = await app.ask('administrator', 'PUT', '/accounts/per_fatima/roles', { roles: [] });
    const closed = await app.ask('administrator', 'POST', '/accounts/per_fatima/disable');

    expect([left.body.code, closed.body.code]).toEqual(['INVALID_STATE', 'INVALID_STATE']);
    expect((await browser(app).signIn(mailOf.administrator, demoPassword(app))).status).toBe(200);
  });
});

describe('teams', () => {
  test('a role in a team reaches its initiatives and those one takes part in, and nothing else', async () => {
    await app.ask('administrator', 'PUT', '/teams/north', { name: 'North' });
    await app.ask('administrator', 'PUT', '/teams/south', { name: 'South' });
    const { own, person } = await newcomer([{ role: 'supporter', team: 'north' }]);
    const made = async (team?: string) =>
      (await app.ask('coordinator', 'POST', '/initiatives', { ...registration(), ...(team ? { team } : {}) }))
        .body;
    const [north, south, partOf] = [await made('north'), await made('south'), await made()];
    await app.ask('coordinator', 'POST', `/initiatives/${partOf.initiative}/acts`, {
      type: 'assign',
      role: 'supporter',
      people: [person],
    });

    const ids = async (path: string, of: string) =>
      (await own.ask('GET', path)).body.items.map((item: Record<string, string>) => item[of]);
    const [initiatives, instances, tasks] = [
      await ids('/initiatives', 'id'),
      await ids('/instances', 'instance'),
      await ids('/tasks', 'initiative'),
    ];

    expect(initiatives.sort()).toEqual([north.initiative, partOf.initiative].sort());
    expect(instances).toContain(north.instance);
    expect(instances).not.toContain(south.instance);
    expect(new Set(tasks)).toEqual(new Set([north.initiative, partOf.initiative]));
    expect((await own.ask('GET', `/initiatives/${north.initiative}`)).status).toBe(200);
    expect((await own.ask('GET', `/initiatives/${south.initiative}`)).status).toBe(404);
    expect((await own.ask('GET', `/instances/${south.instance}`)).status).toBe(404);
    expect((await own.ask('POST', '/initiatives', { ...registration(), team: 'south' })).status).toBe(403);
  });

  test('two roles count each in their own team', async () => {
    await app.ask('administrator', 'PUT', '/teams/east', { name: 'East' });
    await app.ask('administrator', 'PUT', '/teams/west', { name: 'West' });
    const { own } = await newcomer([
      { role: 'supporter', team: 'east' },
      { role: 'manager', team: 'west' },
    ]);
    const made = async (team: string) =>
      (await app.ask('coordinator', 'POST', '/initiatives', { ...registration(), team })).body;
    const [east, west] = [await made('east'), await made('west')];
    const stop = { type: 'stop', why: 'They moved away' };

    expect((await own.ask('POST', `/instances/${east.instance}/acts`, stop)).status).toBe(403);
    expect((await own.ask('POST', `/instances/${west.instance}/acts`, stop)).status).toBe(200);
  });

  test('a team that is not there is named', async () => {
    const answer = await app.ask('administrator', 'POST', '/accounts', {
      name: 'Nobody',
      mail: 'nowhere@example.org',
      roles: [{ role: 'supporter', team: 'nowhere' }],
    });

    expect([answer.status, answer.body.path]).toEqual([404, 'roles']);
    expect((await browser(app).signIn('nowhere@example.org', 'x')).status).toBe(401);
  });
});
