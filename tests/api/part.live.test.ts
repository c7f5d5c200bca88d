/** Holds that in a rehearsal one plays whichever part one names, that the figures follow its clock, and that nobody plays a part elsewhere. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests, registration } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

const PEOPLE = {
  initiator: [{ name: 'Ada', mail: 'ada@example.org' }],
  supporter: [{ name: 'Bo', mail: 'bo@example.org' }],
  coordinator: [{ name: 'Cor', mail: 'cor@example.org' }],
  manager: [{ name: 'Max', mail: 'max@example.org' }],
};

const as = (part: string) => ({ 'Rehearsal-Part': part });

async function rehearsal() {
  const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    app.ask('coordinator', method, path, body, headers);
  const world = (await ask('POST', '/worlds', { at: '2026-08-31T10:00', people: PEOPLE })).body;
  return { ask, world: world.id as string, roles: world.roles as Record<string, [string]> };
}

describe('the part one plays', () => {
  test('signs what is done: by role, or by the person of the world', async () => {
    const { ask, world, roles } = await rehearsal();
    const { instance } = (await ask('POST', '/initiatives', { ...registration(), world })).body;

    await ask('POST', `/tasks/${instance}/n3/postpone`, { until: '2026-09-08', why: 'ill' }, as('manager'));
    await ask(
      'POST',
      `/tasks/${instance}/n3/log`,
      { outcome: 'not reached' },
      as(roles.supporter?.[0] ?? ''),
    );
    await ask('POST', `/tasks/${instance}/n3/complete`, { outcome: 'reached' });

    const { items } = (await ask('GET', `/instances/${instance}/facts`)).body;
    const by = (type: string) => items.find((fact: { type: string }) => fact.type === type)?.by;
    expect(by('element.postponed')).toBe(roles.manager?.[0]);
    expect(by('contact.logged')).toBe(roles.supporter?.[0]);
    expect(by('task.completed')).toBe(roles.coordinator?.[0]);
  });

  test('makes the work that is one’s own that of the part', async () => {
    const { ask, world } = await rehearsal();
    await ask('POST', `/worlds/${world}/instances`, { process: 'T2', by: 'supporter' });
    const mine = async (part: string) =>
      (await ask('GET', `/tasks?mine=true&world=${world}`, undefined, as(part))).body.items.map(
        ({ name }: { name: string }) => name,
      );

    expect(await mine('initiator')).toEqual(['n1']);
    expect(await mine('manager')).toEqual([]);
  });

  test('starts what it starts, and acts on the whole initiative', async () => {
    const { ask, world, roles } = await rehearsal();
    const { initiative, instance } = (await ask('POST', '/initiatives', { ...registration(), world })).body;
    const started = await ask('POST', '/instances', { process: 'T2', initiative, world }, as('supporter'));
    const paused = await ask('POST', `/initiatives/${initiative}/acts`, { type: 'pause' }, as('manager'));

    const facts = async (of: string) => (await ask('GET', `/instances/${of}/facts`)).body.items;
    expect((await facts(started.body.instance))[0]).toMatchObject({
      type: 'instance.started',
      by: roles.supporter?.[0],
    });
    expect(paused.body.done).toBe(true);
    expect(await facts(instance)).toContainEqual(
      expect.objectContaining({ type: 'instance.paused', by: roles.manager?.[0] }),
    );
  });

  test('that nobody in the world has is refused, and outside a rehearsal every part is', async () => {
    const { ask, world } = await rehearsal();
    const { instance } = (await ask('POST', '/initiatives', { ...registration(), world })).body;
    const real = (await ask('POST', '/initiatives', registration())).body;

    const stranger = await ask('POST', `/tasks/${instance}/n3/claim`, {}, as('per_noor'));
    const outside = await Promise.all([
      ask('POST', `/tasks/${real.instance}/n3/claim`, {}, as('manager')),
      ask('POST', `/initiatives/${real.initiative}/acts`, { type: 'pause' }, as('manager')),
      ask('POST', '/initiatives', registration(), as('manager')),
      ask('POST', '/instances', { process: 'T2' }, as('manager')),
    ]);

    const long = await ask('GET', '/tasks', undefined, as('x'.repeat(201)));
    expect([long.status, long.body.path]).toEqual([400, 'Rehearsal-Part']);
    expect([stranger, ...outside].map(({ status, body }) => [status, body.code, body.path])).toEqual(
      [stranger, ...outside].map(() => [400, 'INVALID_ARGUMENT', 'Rehearsal-Part']),
    );
  });
});

test('pilots of a rehearsal are those of its world, by its clock', async () => {
  const { ask, world } = await rehearsal();
  const { instance } = (await ask('POST', `/worlds/${world}/instances`, { process: 'T2', by: 'supporter' }))
    .body;
  const plan = {
    question: 'Do people come back?',
    smallestStart: 'one table',
    start: '2026-09-07',
    months: 3,
    goodEnough: 'five come back',
  };
  await ask('POST', `/tasks/${instance}/n1/complete`, { data: plan }, as('initiator'));
  const pilots = async (where = `?world=${world}`) => (await ask('GET', `/pilots${where}`)).body.items;

  expect(await pilots()).toMatchObject([{ instance, state: 'planned', end: '2026-12-07' }]);
  await ask('POST', `/worlds/${world}/jump`, { to: '2026-12-01T12:00' });
  expect(await pilots()).toMatchObject([{ state: 'lookingBack' }]);
  expect((await pilots('')).filter((one: { instance: string }) => one.instance === instance)).toEqual([]);
  expect((await ask('GET', '/pilots?world=wld_none')).status).toBe(404);
});
