/** Links with which partners look at a process: who makes them, what they show without account or script, and when they stop. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Definition, parseDefinition } from '../../contract/index.ts';
import { localDate } from '../../core/calendar/index.ts';
import { pictureOf, underOf } from '../../core/picture/index.ts';
import { asText, tell } from '../../core/prose/index.ts';
import { openStore } from '../../store/index.ts';
import { appForTests, type RunningForTests } from '../api/support/app.ts';
import { demoPassword, mailOf, type Browser as Session, browser as session } from '../api/support/sign-in.ts';
import { axeFinds, DESK, openBrowser, overflow, PHONE } from './support/chromium.ts';

let app: RunningForTests;
let browser: Browser;
let noor: Session;
beforeAll(async () => {
  [app, browser] = await Promise.all([appForTests(), openBrowser()]);
  noor = session(app);
  await noor.signIn(mailOf.coordinator, demoPassword(app));
});
afterAll(() => browser.close());

const folder = process.env.SCREENSHOTS;
if (folder) mkdirSync(folder, { recursive: true });

const today = () => localDate('Europe/Amsterdam', new Date().toISOString());
const share = async (process: string, more: object = {}) => {
  const made = await noor.ask('POST', `/definitions/${process}/shared-links`, {
    forWhom: 'De Roef',
    ...more,
  });
  expect([made.status, made.body]).toEqual([201, expect.objectContaining({ forWhom: 'De Roef' })]);
  return made.body as { id: string; address: string };
};
/** A link as the partner opens it: on this server, whatever its public address is. */
const opened = (address: string, more = '') => `${app.url}${new URL(address).pathname}${more}`;

async function drawing(id: string, version: number): Promise<Definition> {
  const { body } = await noor.ask('GET', `/definitions/${id}/versions/${version}`);
  const read = parseDefinition(body.definition);
  if (!read.ok) throw new Error(`Expected '${id}' to be a definition: ${JSON.stringify(read.findings)}`);
  return read.definition;
}

async function withPage<T>(options: Parameters<Browser['newContext']>[0], use: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

describe('a link to look at a process', () => {
  test('its address is told once; the store, the list and the audit trail cannot open it', async () => {
    const { id, address } = await share('T2', { version: 1 });
    const token = new URL(address).pathname.slice('/s/'.length);
    expect(token).toMatch(/^[\w-]{43}$/);

    const listed = await noor.ask('GET', '/definitions/T2/shared-links');
    const trail = await app.ask('manager', 'GET', '/audit?about=T2');
    const store = await openStore(app.mongoUri, { secretKey: app.secretKey });
    const row = JSON.stringify(await store.sharedLinks.model.findById(id).lean());
    await store.close();

    expect(listed.body.items[0]).toMatchObject({ id, version: 1, forWhom: 'De Roef' });
    expect(trail.body.items.map(({ action }: { action: string }) => action)).toContain('process.shared');
    for (const one of [JSON.stringify(listed.body), JSON.stringify(trail.body), row])
      expect(one).not.toContain(token);
    expect(row).not.toContain('De Roef');
  });

  test.each([
    ['a version that is not there', { version: 99 }, 404, 'version'],
    ['a day that is over', { endsOn: '2020-01-01' }, 400, 'endsOn'],
    ['nobody it is for', { forWhom: ' ' }, 400, 'forWhom'],
  ])('is refused for %s', async (_, more, status, path) => {
    const answer = await noor.ask('POST', '/definitions/T2/shared-links', { forWhom: 'De Roef', ...more });

    expect([answer.status, answer.body.path]).toEqual([status, path]);
  });

  test('stops when it is stopped, once and for all; another process cannot stop it', async () => {
    const { id, address } = await share('T2', { version: 1 });
    const stop = (process: string) =>
      noor.ask('POST', `/definitions/${process}/shared-links/${id}/revocation`, {});
    expect((await stop('T1')).status).toBe(404);

    const first = await stop('T2');
    const again = await stop('T2');

    expect(first.body.revokedAt).toBe(again.body.revokedAt);
    const page = await fetch(opened(address, '?lang=en'));
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('This link was stopped')]);
    expect((await fetch(opened(address, '/drawing.svg'))).status).toBe(410);
  });

  test('opens on its last day and not after it', async () => {
    const { id, address } = await share('T2', { endsOn: today() });
    expect((await fetch(opened(address))).status).toBe(200);

    const store = await openStore(app.mongoUri, { secretKey: app.secretKey });
    await store.sharedLinks.model.updateOne({ _id: id }, { $set: { endsOn: '2026-01-31' } });
    await store.close();

    const page = await fetch(opened(address, '?lang=nl'));
    expect([page.status, await page.text()]).toEqual([
      410,
      expect.stringContaining('Hij werkte tot en met zaterdag 31 januari 2026'),
    ]);
  });

  test('looking, also by what only looks and by every address on the page, changes nothing', async () => {
    const { id, address } = await share('T2');
    const before = await noor.ask('GET', '/definitions/T2');
    const html = await (await fetch(opened(address))).text();
    const addresses = [...html.matchAll(/href="(\/s\/[^"]+)"/g)].map(([, at]) =>
      `${app.url}${at}`.replaceAll('&amp;', '&'),
    );
    expect(addresses.length).toBeGreaterThanOrEqual(3);

    for (const at of [...addresses, opened(address)])
      for (const method of ['GET', 'HEAD']) expect((await fetch(at, { method })).status).toBe(200);
    expect((await fetch(opened(address), { method: 'POST' })).status).toBe(404);

    expect((await noor.ask('GET', '/definitions/T2')).body).toEqual(before.body);
    const { body } = await noor.ask('GET', '/definitions/T2/shared-links');
    expect(body.items.find((one: { id: string }) => one.id === id)).not.toHaveProperty('revokedAt');
  });

  test('is kept by nobody, found by no search engine, and unknown when one letter is wrong', async () => {
    const { address } = await share('T2');
    const page = await fetch(opened(address));

    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(await page.text()).not.toContain('<script');
    expect((await fetch(`${opened(address)}x`)).status).toBe(404);
  });
});

describe('what the partner sees', () => {
  test('the very picture that the designer exports, and every sentence of the text, in both languages', async () => {
    const { address } = await share('T2', { version: 1 });
    const definition = await drawing('T2', 1);

    for (const language of ['nl', 'en'] as const) {
      const html = await (await fetch(opened(address, `?lang=${language}`))).text();
      const under = underOf(language, today(), { version: 1, published: true });
      const { svg } = pictureOf(definition, { language, under });
      expect(html).toContain(svg);
      const words = unescaped(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
      const told = asText(tell(definition, language), language)
        .split('\n')
        .map((line) => line.replace(/^\s*(\d[\d.]*\.|-)?\s*|:\s*$/g, ''))
        .filter(Boolean);
      expect(told.length).toBeGreaterThan(20);
      for (const line of told) expect(words).toContain(line);

      const file = await fetch(opened(address, `/drawing.svg?lang=${language}`));
      expect(file.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
      expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
      const drawn = await file.text();
      expect(drawn.replace(/<style>.*?<\/style>/, '')).toBe(svg);
      expect(drawn).toContain('@font-face');
    }
  });

  test('a draft as it is when somebody looks, a version as it was', async () => {
    const [draft, version] = [await share('T1'), await share('T1', { version: 1 })];
    const before = (await noor.ask('GET', '/definitions/T1')).body;
    const renamed = { ...before.definition, name: { nl: 'Anders genoemd', en: 'Otherwise named' } };
    await noor.ask('PUT', '/definitions/T1', { definition: renamed, revision: before.revision });

    const html = async ({ address }: { address: string }) =>
      (await fetch(opened(address, '?lang=nl'))).text();

    expect(await html(draft)).toContain('Anders genoemd');
    expect(await html(draft)).toContain('Dit is een concept');
    expect(await html(version)).not.toContain('Anders genoemd');
    expect(await html(version)).toContain('Dit is versie 1');
  });

  test('without script, at a desk and on a phone, with nothing that axe finds', async () => {
    const { address } = await share('T2', { version: 1, endsOn: '2099-12-31' });

    for (const [language, size, options, colorScheme] of [
      ['nl', 'wide', DESK, 'light'],
      ['nl', 'narrow', PHONE, 'dark'],
      ['en', 'wide', DESK, 'dark'],
      ['en', 'narrow', PHONE, 'light'],
    ] as const)
      await withPage({ ...options, colorScheme }, async (page) => {
        await page.goto(opened(address, `?lang=${language}`));
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await overflow(page)).toBe(0);
        const name = `shared-${language}-${size}-${colorScheme}`;
        if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
        const wide = async () => (await page.locator('.drawingsheet svg').boundingBox())?.width ?? 0;
        expect(await wide()).toBeLessThanOrEqual(options.viewport?.width ?? 0);
        await page.getByRole('checkbox').check();
        expect(await wide()).toBeGreaterThan(2000);
        expect(await overflow(page)).toBe(0);
        if (folder) await page.screenshot({ path: join(folder, `${name}-large.png`) });
      });
    await withPage({ ...PHONE, javaScriptEnabled: true }, async (page) => {
      await page.goto(opened(address, '?lang=nl'));
      expect(await axeFinds(page)).toEqual([]);
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByText('This is version 1').waitFor();
      expect(await axeFinds(page)).toEqual([]);
    });
  });

  test('a step in the text leads to its place in the drawing', async () => {
    const { address } = await share('T2', { version: 1 });

    await withPage(DESK, async (page) => {
      await page.goto(opened(address, '?lang=nl'));
      const step = page.locator('.told a').nth(6);
      const place = await step.getAttribute('href');
      await step.click();
      expect(new URL(page.url()).hash).toBe(place);
      const drawn = page.locator(`.drawingsheet [id="${place?.slice(1)}"]`);
      await expect.poll(() => drawn.evaluate(isInView), { timeout: 20_000 }).toBe(true);
    });
  });

  test('prints on A4, lying and standing, with the drawing in pieces and the text after it', async () => {
    const { address } = await share('T2', { version: 1 });

    for (const [paper, lying] of [
      ['landscape', true],
      ['portrait', false],
    ] as const)
      await withPage(DESK, async (page) => {
        await page.goto(opened(address, `?lang=nl&paper=${paper}`));
        const pdf = await page.pdf({
          preferCSSPageSize: true,
          ...(folder ? { path: join(folder, `shared-${paper}.pdf`) } : {}),
        });
        const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
          ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
        );
        if (folder) {
          await page.emulateMedia({ media: 'print' });
          await page.screenshot({ path: join(folder, `paper-${paper}.png`), fullPage: true });
        }
        expect(sizes.length).toBeGreaterThan(2);
        for (const size of sizes) expect(size).toEqual(lying ? [842, 595] : [595, 842]);
      });
  });
});

/** Whether it can be seen without scrolling. */
const isInView = (element: Element): boolean => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
};

const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
