/** Holds that what is in a closed rehearsal can be read, and that asking it to go on is refused rather than a mistake of ours. */
import { beforeAll, expect, test } from 'vitest';
import { appForTests, type RunningForTests, registration } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

test('forecasts, acts and starts in a closed world are refused; its tasks are still there', async () => {
  const ask = (method: string, path: string, body?: unknown) => app.ask('coordinator', method, path, body);
  const { id: world } = (await ask('POST', '/worlds', { at: '2026-04-01T09:00' })).body;
  const { instance } = (await ask('POST', '/initiatives', { ...registration(), world })).body;
  await ask('DELETE', `/worlds/${world}`);

  const refused = await Promise.all([
    ask('GET', `/instances/${instance}/forecast`),
    ask('POST', `/tasks/${instance}/n3/skip`, { why: 'We spoke' }),
    ask('POST', `/instances/${instance}/acts`, { type: 'resume' }),
    ask('POST', '/instances', { process: 'T1', world }),
    ask('POST', `/worlds/${world}/jump`),
  ]);
  const task = await ask('GET', `/tasks/${instance}/n3`);

  expect(refused.map(({ status, body }) => [status, body.code, body.path])).toEqual(
    refused.map(() => [409, 'INVALID_STATE', 'world']),
  );
  expect([task.status, task.body.name]).toEqual([200, 'n3']);
});
