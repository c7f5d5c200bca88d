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
    (await fetch(`${app.url}/about${query}`, { headers })).text();

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
    const altered = await fetch(app.url + link.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')));

    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('The bench');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(altered.status).toBe(404);
    expect(await altered.text()).not.toContain('The bench');
  });
});

describe('a button in a message', () => {
  /** A rehearsal in which the initiators were just asked to choose their support. */
  async function asked() {
    const person = (name: string) => [{ name, mail: `${name}@example.org`, language: 'en' }];
    const world = (
      await app.ask('coordinator', 'POST', '/worlds', {
        at: '2026-04-01T20:15',
        people: {
          initiator: person('noor'),
          supporter: person('sam'),
          coordinator: person('cora'),
          manager: person('max'),
        },
      })
    ).body.id;
    const { data } = registration({ contact: 'noor@example.org', language: 'en' });
    const { instance } = (await app.ask('coordinator', 'POST', '/initiatives', { world, data })).body;
    const act = async (body: object) => {
      const answer = await app.ask(
        'coordinator',
        'POST',
        `/worlds/${world}/instances/${instance}/acts`,
        body,
      );
      expect(answer.status).toBe(200);
    };
    await act({ type: 'complete', task: 'n3', by: 'coordinator', outcome: 'reached' });
    await act({ type: 'complete', task: 'n4', by: 'supporter' });
    await act({
      type: 'complete',
      task: 'n5',
      by: 'supporter',
      data: {
        ownershipDiscussed: 'yes',
        focus: 'within',
        intensity: 'light',
        handsOrKnowledge: 'knowledge',
        supportKind: 'specific',
        ourRole: 'supporter',
        consentShare: 'anonymous',
      },
    });
    const { items } = (await app.ask('coordinator', 'GET', `/messages?world=${world}`)).body;
    const message = items.find(({ about }: { about: string[] }) => about.includes('n8'));
    const text = (await app.ask('coordinator', 'GET', `/messages/${encodeURIComponent(message.key)}?as=text`))
      .body;
    const link = new URL(/https?:\S+button=helpMe/.exec(text)?.[0] ?? '');
    const open = async () =>
      (await app.ask('coordinator', 'GET', `/tasks?instance=${instance}`)).body.items.map(
        ({ name }: { name: string }) => name,
      );
    return { link: app.url + link.pathname + link.search, open };
  }

  test('does nothing when it is looked at, and acts once when it is pressed', async () => {
    const { link, open } = await asked();

    const looked = [await fetch(link), await fetch(link, { method: 'HEAD' })];
    expect(looked.map(({ status }) => status)).toEqual([200, 200]);
    expect(await looked[0]?.text()).toContain('value="helpMe"');
    expect(await open()).toEqual(['n8']);

    const press = () => fetch(link, { method: 'POST', body: new URLSearchParams({ button: 'helpMe' }) });
    const [first, again] = [await press(), await press()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await first.text()).toContain('We help you and get in touch soon');
    expect((await open()).filter((name: string) => name !== 'n8')).toHaveLength(1);

    const unknown = await fetch(link, { method: 'POST', body: new URLSearchParams({ button: 'stop' }) });
    expect(unknown.status).toBe(404);
  });
});

test('a second start loads nothing again and says where the tokens are', async () => {
  const before = await app.ask('supporter', 'GET', '/initiatives?limit=500');
  await app.stop();

  const again = await startForTests({ MONGODB_URI: mongoUri, DATA_DIR: app.dataDir });

  expect(again.whoMayLogIn).toContain(`Tokens to enter with are in ${join(app.dataDir, 'tokens.json')}`);
  expect(again.whoMayLogIn.join()).not.toContain(app.tokens.supporter);
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
