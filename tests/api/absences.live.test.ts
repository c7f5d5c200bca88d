/** A colleague is away: it stands on their record, what runs and is theirs is offered to who stands in, and the day after it is over. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests, registration } from './support/app.ts';
import { type Browser, browser, demoPassword, mailOf } from './support/sign-in.ts';

let app: RunningForTests;
let noor: Browser;
let sam: Browser;
/** Person ids by name. */
let who: Record<'noor' | 'max' | 'sam', string>;
beforeAll(async () => {
  app = await appForTests();
  [noor, sam] = [browser(app), browser(app)];
  await noor.signIn(mailOf.coordinator, demoPassword(app));
  await sam.signIn(mailOf.supporter, demoPassword(app));
  const people = (await noor.ask('GET', '/people')).body.items as { id: string; name?: string }[];
  const idOf = (name: string) => people.find((one) => one.name?.startsWith(name))?.id as string;
  who = { noor: idOf('Noor'), max: idOf('Max'), sam: idOf('Sam') };
});

const awayNow = async (person: string) =>
  (await noor.ask('GET', '/people')).body.items.find((one: { id: string }) => one.id === person).away;
const done = async (batch: string) => {
  await expect
    .poll(async () => (await noor.ask('GET', `/batches/${batch}`)).body.done, { timeout: 30_000 })
    .toBe(true);
  return (await noor.ask('GET', `/batches/${batch}`)).body;
};
const absentIn = async (instance: string) => (await noor.ask('GET', `/instances/${instance}`)).body.absent;

test('what runs is told, once each; somebody stands in; back again, and every instance knows', async () => {
  const begun = (await noor.ask('POST', '/initiatives', { process: 'T1', ...registration() })).body;
  const { instance } = begun;
  expect(instance).toBeDefined();

  const reported = await sam.ask('POST', '/me/absence', { until: '2099-01-02', deputy: who.max });

  expect(reported.body).toMatchObject({ person: who.sam, away: { until: '2099-01-02', deputy: who.max } });
  const told = await done(reported.body.batch);
  expect(told.items).toContainEqual({ instance, state: 'done' });
  expect(told.counts).toMatchObject({ pending: 0, refused: 0 });
  expect(await absentIn(instance)).toEqual({ [who.sam]: { until: '2099-01-02' } });
  expect(await awayNow(who.sam)).toEqual({ until: '2099-01-02', deputy: who.max });

  const back = await noor.ask('DELETE', `/people/${who.sam}/absence`);

  expect((await done(back.body.batch)).counts).toMatchObject({ done: told.counts.done, refused: 0 });
  expect(await absentIn(instance)).toEqual({});
  expect(await awayNow(who.sam)).toBeUndefined();
  const log = await app.ask('manager', 'GET', `/audit?about=${who.sam}`);
  expect(log.body.items.map(({ action }: { action: string }) => action)).toEqual(
    expect.arrayContaining(['person.away', 'person.back']),
  );
});

test('what has ended is not told: who has nothing open has nothing to hand over', async () => {
  const { initiative, instance } = (
    await noor.ask('POST', '/initiatives', { process: 'T1', ...registration() })
  ).body;
  const stopped = await noor.ask('POST', `/initiatives/${initiative}/acts`, {
    type: 'stop',
    why: 'Moved away',
  });
  expect(stopped.status).toBeLessThan(300);
  const status = async () => (await noor.ask('GET', `/instances/${instance}`)).body.status;
  await expect.poll(status, { timeout: 30_000 }).not.toBe('running');

  const reported = await noor.ask('POST', '/me/absence', {});

  const told = reported.body.batch ? (await done(reported.body.batch)).items : [];
  expect(told.map((one: { instance: string }) => one.instance)).not.toContain(instance);
  await noor.ask('DELETE', '/me/absence');
});

test('what begins later does not go to somebody who is away, but to who stands in', async () => {
  await noor.ask('POST', `/people/${who.sam}/absence`, { deputy: who.max });
  const { instance } = (await noor.ask('POST', '/initiatives', { process: 'T1', ...registration() })).body;

  const owners = async () =>
    (await noor.ask('GET', `/tasks?instance=${instance}`)).body.items.map(
      ({ owner }: { owner?: string }) => owner,
    );
  await expect.poll(owners, { timeout: 30_000 }).not.toHaveLength(0);
  expect(await owners()).not.toContain(who.sam);
  await noor.ask('DELETE', `/people/${who.sam}/absence`);
});

describe('is refused', () => {
  test.each([
    ['themselves as who stands in', () => ({ deputy: who.sam }), 400, 'deputy'],
    ['somebody who is no colleague', () => ({ deputy: 'nobody' }), 400, 'deputy'],
    ['a day that is none', () => ({ until: '2026-02-30' }), 400, 'until'],
    ['why: that is nobody’s business', () => ({ why: 'ill' }), 400, 'body'],
  ] as const)('%s', async (_, body, status, path) => {
    const { status: answered, body: problem } = await sam.ask('POST', '/me/absence', body());

    expect([answered, problem.path ?? '']).toEqual([status, path]);
    expect(await awayNow(who.sam)).toBeUndefined();
  });

  test('a supporter who reports another, another system, somebody unknown, and a return of who is there', async () => {
    const answers = await Promise.all([
      sam.ask('POST', `/people/${who.noor}/absence`, {}),
      app.ask('system', 'POST', '/me/absence', {}),
      noor.ask('POST', '/people/nobody/absence', {}),
      noor.ask('DELETE', `/people/${who.max}/absence`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 404, 409]);
  });
});
