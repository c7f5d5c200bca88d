/** Holds that nobody tells a thing twice, and that nobody finds somebody else's answers in their own form. */
import { beforeAll, expect, test } from 'vitest';
import { confirming } from '../pages/support/story.ts';
import { appForTests, type RunningForTests } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  app.ask('coordinator', method, path, body, headers);

test('an agreement that goes back to be changed begins with what it said', async () => {
  const told = await confirming(app);
  await told.act({
    type: 'complete',
    task: 'n9.confirm',
    by: 'initiator',
    outcome: 'change',
    data: { changeWish: 'Liever in mei' },
  });

  const { values } = (await ask('GET', `/tasks/${told.instance}/n9`)).body;

  expect(values.weDo).toBe('We bellen de gemeente en denken mee.');
  expect(values.commitments.map(({ text }: { text: string }) => text)).toContain(
    'Vraag de buren wie meedoet',
  );
});

test('who looks back sees an empty form, whatever others answered before them', async () => {
  const people = {
    initiator: [{ name: 'Ada', mail: 'ada@example.org' }],
    supporter: [{ name: 'Bo', mail: 'bo@example.org' }],
    volunteer: [{ name: 'Vic', mail: 'vic@example.org' }],
  };
  const { id: world, roles } = (await ask('POST', '/worlds', { at: '2026-08-31T10:00', people })).body;
  const as = (role: string) => ({ 'Rehearsal-Part': roles[role][0] });
  const { instance } = (await ask('POST', `/worlds/${world}/instances`, { process: 'T2', by: 'supporter' }))
    .body;
  const complete = (task: string, role: string, more: object) =>
    ask('POST', `/tasks/${instance}/${task}/complete`, more, as(role));
  await complete('n1', 'initiator', {
    data: {
      question: 'Komt er iemand?',
      smallestStart: 'één tafel',
      start: '2026-09-07',
      months: 3,
      goodEnough: 'vijf',
    },
  });
  await complete('n2', 'supporter', {
    outcome: 'sent',
    data: { commitments: [{ text: 'de zaal openen', owner: roles.initiator[0], due: '2026-09-07' }] },
  });
  await complete('n2.confirm', 'initiator', { outcome: 'confirm' });
  await ask('POST', `/worlds/${world}/jump`, { to: '2026-11-16T12:00' });
  const { items } = (await ask('GET', `/tasks?instance=${instance}&limit=100`)).body;
  const lookBack = (role: string) =>
    items.find((task: { name: string; owner: string }) => task.name === 'n6' && task.owner === roles[role][0])
      .key;

  const answer = {
    happened: 'Tien avonden',
    bumps: 'de sleutel',
    energy: 4,
    want: 'keep',
    shareConsent: 'no',
  };
  expect((await complete(lookBack('supporter'), 'supporter', { data: answer })).status).toBe(200);

  const [message] = (await ask('GET', `/messages?world=${world}&to=${roles.volunteer[0]}`)).body.items;
  const text = (await ask('GET', `/messages/${encodeURIComponent(message.key)}?as=text`)).body as string;
  const { pathname } = new URL(/https?:\S+\/p\/[\w-]+/.exec(text)?.[0] ?? '');
  const form = await (
    await fetch(`${app.url}${pathname}/answer/${instance}/${lookBack('volunteer')}`)
  ).text();
  expect(form).toContain('name="happened"');
  for (const theirs of ['Tien avonden', 'de sleutel', ' checked']) expect(form).not.toContain(theirs);
  expect((await ask('GET', `/tasks/${instance}/${lookBack('volunteer')}`)).body.values).toBeUndefined();
});
