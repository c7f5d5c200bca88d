/** An administrator gives the organisation its colour and logo: corrected with the ratio told, seen before, and then on screens, pages and in mails. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from '../api/support/app.ts';
import { openBrowser, PHONE } from '../pages/support/chromium.ts';
import { lookAt, pictures } from './support/look-at.ts';
import { signedIn } from './support/staff.ts';

let app: RunningForTests;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([appForTests(), openBrowser()]);
});
afterAll(() => browser?.close());

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" onload="alert(1)"><script>alert(2)</script><rect width="60" height="40" rx="8" fill="#C4470D"/><circle cx="30" cy="20" r="12" fill="#fff"/></svg>';
const cssOf = async (page: Page, name: string) =>
  page.evaluate(
    (property) => getComputedStyle(document.documentElement).getPropertyValue(property).trim(),
    name,
  );

test('a colour that cannot be read is corrected with the ratio told; it and the logo are everywhere', async () => {
  const fatima = await signedIn({ url: app.url, folder: app.dataDir, browser }, 'administrator');
  await fatima.goto(`${app.url}/look`);
  await fatima.getByLabel('Of typ de kleur').fill('#FF8');
  await fatima.getByText('Dit is geen kleur.').waitFor();
  await fatima.getByLabel('Of typ de kleur').fill('#F08A24');
  await fatima
    .getByText(/^#F08A24 heeft .* maar 2,\d\s:\s1\. Nodig is 4,5\s:\s1\. Daarom gebruiken we #/)
    .waitFor();
  await fatima.getByText(/^Goed te lezen: overal minstens/).waitFor();
  await fatima.getByLabel('Kies een bestand').setInputFiles({
    name: 'ons-logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(LOGO),
  });
  await fatima.getByText('Gekozen: ons-logo.svg').waitFor();
  await lookAt(fatima, 'look-before', { fullPage: true });
  expect((await app.ask('supporter', 'GET', '/look')).body).toEqual({});
  const usual = await cssOf(fatima, '--accent');

  await fatima.getByRole('button', { name: 'Bewaar het logo' }).click();
  await fatima
    .getByText('Dit haalden we eruit, omdat een logo alleen een beeld is: <script>, onload.')
    .waitFor();
  await fatima.getByRole('button', { name: 'Bewaar de kleur' }).click();
  await fatima.getByText('De kleur is bewaard.').waitFor();
  const { body } = await app.ask('supporter', 'GET', '/look');
  expect(body.accent).toMatchObject({
    chosen: '#F08A24',
    light: { instead: { of: '#F08A24' } },
    dark: { colour: '#F08A24' },
  });
  await expect.poll(() => cssOf(fatima, '--accent')).toBe(body.accent.light.colour);
  expect(usual).not.toBe(body.accent.light.colour);
  await fatima.getByRole('banner').getByText('Buurtkracht De Linde').waitFor();
  await lookAt(fatima, 'look-after', { fullPage: true });
  await fatima.emulateMedia({ colorScheme: 'dark' });
  await lookAt(fatima, 'look-after-dark', { fullPage: true });
  await fatima.emulateMedia({ colorScheme: 'light' });
  await fatima.evaluate(() => localStorage.setItem('speelruimte.language', 'en'));
  await fatima.reload();
  await fatima.getByText(/has only 2\.\d\s:\s1 .* 4\.5\s:\s1 is needed\. So we use #/).waitFor();
  await lookAt(fatima, 'look-english', { fullPage: true });

  // For everybody, with the right type, and nothing in it that runs or fetches.
  const logo = await fetch(`${app.url}${body.logo.address}`);
  expect(logo.headers.get('content-type')).toBe('image/svg+xml');
  expect(logo.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(logo.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await logo.text()).not.toMatch(/script|onload|alert/);

  // On residents' pages, in light and dark, without script.
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false, colorScheme });
    const page = await context.newPage();
    await page.goto(`${app.url}/register/T1?lang=nl`);
    const button = page.getByRole('button', { name: 'Meld aan' });
    const shown = await button.evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(shown).toBe(rgb(body.accent[colorScheme].colour));
    const image = page.locator('img.logo');
    expect(await image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    if (pictures) await page.screenshot({ path: join(pictures, `look-page-${colorScheme}.png`) });
    await context.close();
  }

  // In mails that go from now on.
  await app.ask('supporter', 'POST', '/initiatives', {
    data: {
      yourName: 'Lotte',
      contact: 'lotte@example.org',
      idea: 'Een bank',
      place: 'Liendert',
      title: 'De bank',
    },
  });
  const htmlOf = async () => {
    const { body: all } = await app.ask('supporter', 'GET', '/messages');
    const [first] = all.items as { key: string }[];
    if (!first) return '';
    return (await app.ask('supporter', 'GET', `/messages/${encodeURIComponent(first.key)}?as=html`))
      .body as string;
  };
  await expect.poll(htmlOf, { timeout: 40_000 }).toContain(`color:${body.accent.light.colour}`);

  // And back to how it was.
  await fatima.getByRole('button', { name: 'Back to the usual colour' }).click();
  await expect.poll(() => cssOf(fatima, '--accent')).toBe(usual);
  await fatima.getByRole('button', { name: 'Take the logo away' }).click();
  await fatima.getByText('The logo is gone.').waitFor();
  expect((await fetch(`${app.url}${body.logo.address}`)).status).toBe(404);
  const trail = await app.ask('administrator', 'GET', '/audit?action=look.logo');
  expect(trail.body.items).toHaveLength(2);
  await fatima.context().close();
}, 120_000);

test.each([
  ['another file', { type: 'image/png', data: Buffer.from('GIF89a').toString('base64') }],
  ['a page', { type: 'image/svg+xml', data: Buffer.from('<html/>').toString('base64') }],
  ['what is too large', { type: 'image/svg+xml', data: Buffer.alloc(200_001, ' ').toString('base64') }],
])('a logo that is %s is refused, by name', async (_, logo) => {
  const answer = await app.ask('administrator', 'PUT', '/look/logo', logo);

  expect([answer.status, answer.body.code, answer.body.path]).toEqual([400, 'INVALID_ARGUMENT', 'data']);
});

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
