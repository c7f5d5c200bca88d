/** Holds that an installation that others can reach is set up once, by who can read the terminal it was started in. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningForTests, startForTests } from '../api/support/app.ts';
import { browser } from '../api/support/sign-in.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await startForTests({ HOST: '0.0.0.0' });
});
afterAll(async () => {
  await app.stop();
  rmSync(app.dataDir, { recursive: true, force: true });
});

const first = { organisation: 'Buurthuis De Brug', name: 'Ilse Prins', mail: 'ilse@example.org' };
const password = 'een heel lang wachtwoord';
const send = (fields: Record<string, string>) =>
  fetch(`${app.url}/setup?lang=nl`, {
    method: 'POST',
    body: new URLSearchParams({ ...first, password, ...fields }),
  });

test('only with the code of the terminal, only with a long password, and only once', async () => {
  const code = /[a-z2-9]{4}(?:-[a-z2-9]{4}){4}/.exec(app.whoMayLogIn.join('\n'))?.[0] as string;
  expect(code).toBeDefined();
  expect((await fetch(`${app.url}/setup`)).status).toBe(200);

  const wrong = await send({ code: 'aaaa-aaaa-aaaa-aaaa-aaaa' });
  const short = await send({ code, password: 'kort' });
  expect([wrong.status, short.status]).toEqual([422, 422]);
  const again = await wrong.text();
  expect(again).toContain('value="Buurthuis De Brug"');
  expect(again).not.toContain(password);

  const right = await send({ code });
  expect(await right.text()).toContain('Klaar om te beginnen');
  expect((await send({ code })).status).toBe(404);
  expect((await fetch(`${app.url}/setup`)).status).toBe(404);

  const ilse = browser(app);
  await ilse.signIn(first.mail, password);
  const { body } = await ilse.ask('GET', '/me');
  expect(body.organisation.name).toBe('Buurthuis De Brug');
  expect(body.may).toContain('account.write');
  expect((await fetch(`${app.url}/register/T1`)).status).toBe(200);
});

test('the code cannot be guessed', async () => {
  const other = await startForTests({ HOST: '0.0.0.0' });
  const guess = () =>
    fetch(`${other.url}/setup`, {
      method: 'POST',
      body: new URLSearchParams({ ...first, password, code: 'aaaa-aaaa-aaaa-aaaa-aaaa' }),
    });

  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push((await guess()).status);

  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  await other.stop();
  rmSync(other.dataDir, { recursive: true, force: true });
});
