/** Holds what somebody meets first: the start page, a second start that changes nothing, no example where others can reach it, links in messages. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { liveServers } from '../../servers/in-tests.ts';
import { appForTests, type RunningForTests, registration, startForTests } from './support/app.ts';

const { mongoUri } = liveServers();
let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests({ MONGODB_URI: mongoUri });
});

describe('the start page', () => {
  const page = async (headers: Record<string, string>, query = '') =>
    (await fetch(`${app.url}/${query}`, { headers })).text();

  test('speaks the language somebody prefers or asks for', async () => {
    expect(await page({ 'Accept-Language': 'nl-NL,nl;q=0.9,en;q=0.5' })).toContain('<html lang="nl">');
    expect(await page({ 'Accept-Language': 'en-GB' })).toContain('<html lang="en">');
    expect(await page({ 'Accept-Language': 'en-GB' }, '?lang=nl')).toContain('<html lang="nl">');
    expect(await page({ 'Accept-Language': 'fr' })).toContain('<html lang="nl">');
  });

  test('says how much is open, what is not set, and holds no script', async () => {
    const text = await page({}, '?lang=en');

    expect(text).toMatch(/<b>3<\/b> initiatives under way/);
    expect(text).toMatch(/<b>0<\/b> late/);
    expect(text).toContain('No mail server is set');
    expect(text).not.toContain('<script');
  });

  test('health and readiness need no token', async () => {
    expect(await (await fetch(`${app.url}/health`)).json()).toEqual({ status: 'up' });
    expect((await fetch(`${app.url}/ready`)).status).toBe(200);
  });
});

describe('a link in a message', () => {
  const linkIn = async () => {
    const asked = registration({ language: 'en' });
    const { instance } = (await app.ask('supporter', 'POST', '/initiatives', asked)).body;
    await app.ask('supporter', 'POST', '/commitments', {
      instance,
      commitment: { text: 'ask the neighbours', owner: 'initiator', due: '2027-03-01' },
      onBehalfOf: 'initiator',
      channel: 'phone',
    });
    const find = async () =>
      (await app.ask('supporter', 'GET', `/messages?instance=${instance}`)).body.items.map(
        ({ key }: { key: string }) => key,
      );
    await expect
      .poll(async () => (await find()).length, { timeout: 45_000, interval: 500 })
      .toBeGreaterThan(0);
    const [key] = await find();
    const text = (await app.ask('supporter', 'GET', `/messages/${encodeURIComponent(key)}?as=text`))
      .body as string;
    return new URL(/https?:\S+\/p\/\S+/.exec(text)?.[0] ?? '').pathname;
  };

  test('shows the message to who holds it; altered by one letter it shows nothing', async () => {
    const link = await linkIn();

    const shown = await fetch(app.url + link);
    const altered = await fetch(
      app.url +
        link
          .replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
          .replace(/(\.[^.]+)$/, (sign) =>
            sign.replace(/^\.(.)/, (_, first) => `.${first === 'x' ? 'y' : 'x'}`),
          ),
    );

    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('The bench');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(altered.status).toBe(404);
    expect(await altered.text()).not.toContain('The bench');
  });
});

test('a second start loads nothing again and says where the tokens are', async () => {
  const before = await app.ask('supporter', 'GET', '/initiatives?limit=500');
  await app.stop();

  const again = await startForTests({ MONGODB_URI: mongoUri, DATA_DIR: app.dataDir });

  expect(again.whoMayLogIn).toEqual([`Tokens to enter with are in ${join(app.dataDir, 'tokens.json')}`]);
  const after = await again.ask('supporter', 'GET', '/initiatives?limit=500');
  expect(after.body).toEqual(before.body);
  await again.stop();
});

test('where others can reach it, no example and no tokens are made', async () => {
  const open = await startForTests({ HOST: '0.0.0.0' });

  expect(open.whoMayLogIn.join(' ')).toContain('no organisation yet');
  expect(existsSync(join(open.dataDir, 'tokens.json'))).toBe(false);
  expect(await (await fetch(open.url)).text()).not.toContain('class="counts"');

  await open.stop();
  rmSync(open.dataDir, { recursive: true, force: true });
});
