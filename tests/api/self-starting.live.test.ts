/** Holds that in a rehearsal the processes that were asked for begin by themselves, once each time, and no others do. */
import { beforeAll, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from './support/app.ts';
import { publish } from './support/publish.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
  for (const id of ['monthly', 'monthly-too'])
    await publish(app, {
      id,
      elements: [
        { id: 'begin', type: 'startEvent', schedule: { of: 'month', workingDay: 1, time: '09:00' } },
        {
          id: 'look',
          type: 'userTask',
          name: 'Look back',
          roles: ['supporter'],
          term: { amount: 2, unit: 'workingDays' },
        },
        { id: 'end', type: 'endEvent' },
      ],
      flows: 'begin > look > end',
    });
});

const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  app.ask('coordinator', method, path, body, headers);

async function startedIn(world: string): Promise<string[]> {
  const { items } = (await ask('GET', `/instances?world=${world}`)).body;
  return items.map(({ process }: { process: string }) => process);
}

test('those that were asked for begin on their day, by its clock', async () => {
  const { id } = (await ask('POST', '/worlds', { at: '2026-08-03T10:00', selfStarting: ['monthly'] })).body;
  await ask('POST', `/worlds/${id}/jump`, { to: '2026-09-01T08:59' });
  expect(await startedIn(id)).toEqual([]);
  await ask('POST', `/worlds/${id}/jump`, { to: '2026-10-01T09:00' });
  expect(await startedIn(id)).toEqual(['monthly', 'monthly']);
});

test('a jump to what is next begins it, and asked again it is the same jump', async () => {
  const { id } = (await ask('POST', '/worlds', { at: '2026-08-03T10:00', selfStarting: ['monthly'] })).body;
  const again = { 'Idempotency-Key': `next-${id}` };
  const jumped = await ask('POST', `/worlds/${id}/jump`, {}, again);
  expect(jumped.body.at).toBe('2026-09-01T07:00:00.000Z');
  expect((await ask('POST', `/worlds/${id}/jump`, {}, again)).body.at).toBe(jumped.body.at);
  expect(await startedIn(id)).toEqual(['monthly']);
});

test('without asking, nothing begins by itself', async () => {
  const { id } = (await ask('POST', '/worlds', { at: '2026-08-03T10:00' })).body;
  await ask('POST', `/worlds/${id}/jump`, { to: '2026-10-02T09:00' });
  expect(await startedIn(id)).toEqual([]);
});

test('what is not published is not started by itself', async () => {
  const refused = await ask('POST', '/worlds', {
    at: '2026-08-03T10:00',
    selfStarting: ['monthly', 'nothing'],
  });
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ code: 'INVALID_ARGUMENT', path: 'selfStarting.1' });
});
