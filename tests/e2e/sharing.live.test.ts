/** A coordinator on the screens: a link for a partner made, opened and stopped; a process kept as a template, looked at, begun with, edited and removed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../pages/support/chromium.ts';
import { lookAt } from './support/look-at.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { signedIn } from './support/staff.ts';

let running: Running;
let browser: Browser;
beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

const inEnglish = async (page: Page) => {
  await page.evaluate(() => localStorage.setItem('speelruimte.language', 'en'));
  await page.reload();
};

test('a link for a partner is made, opened without signing in, and stopped', async () => {
  const noor = await signedIn({ url: running.app.url, folder: running.folder, browser }, 'coordinator');
  await noor.goto(`${running.app.url}/processes/T2`);
  await noor.getByRole('button', { name: 'Meer', exact: true }).click();
  await noor.getByRole('menuitem', { name: 'Deel een link om te kijken' }).click();
  await noor.getByText('Er zijn nog geen links.').waitFor();

  await noor.getByRole('button', { name: 'Maak een link' }).click();
  const dialog = noor.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Maak een link' }).click();
  await dialog.getByLabel(/Voor wie is de link/).fill('Buurthuis De Roef');
  await lookAt(noor, 'link-new');
  await dialog.getByRole('button', { name: 'Maak een link' }).click();
  const address = await dialog.getByLabel('Adres').inputValue();
  await lookAt(noor, 'link-made');
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  const row = noor.getByRole('listitem').filter({ hasText: 'Buurthuis De Roef' });
  await row.getByText(/versie 1 · tot je hem stopt/).waitFor();
  await lookAt(noor, 'links');

  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' });
  const partner = await context.newPage();
  const at = `${running.app.url}${new URL(address).pathname}`;
  await partner.goto(at);
  await partner.getByRole('heading', { name: 'In gewone woorden' }).waitFor();

  await row.getByRole('button', { name: /Stop de link/ }).click();
  await dialog.getByRole('button', { name: 'Stop de link' }).click();
  await row.getByText(/gestopt door Noor/).waitFor();
  await partner.goto(at);
  await partner.getByRole('heading', { name: 'Deze link is gestopt' }).waitFor();
  await inEnglish(noor);
  await noor.goto(`${running.app.url}/processes/T2?view=versions`);
  await noor.getByText(/stopped by Noor/).waitFor();
  await lookAt(noor, 'links-english');
  await context.close();
  await noor.context().close();
}, 120_000);

test('a process is kept as a template, looked at, edited, begun with, and removed', async () => {
  const noor = await signedIn({ url: running.app.url, folder: running.folder, browser }, 'coordinator');
  await noor.goto(`${running.app.url}/processes/T2?view=versions`);
  await noor.getByRole('button', { name: 'Bewaar als sjabloon' }).click();
  const dialog = noor.getByRole('dialog');
  await dialog.getByLabel('Wat komt erin?').selectOption({ label: 'Versie 1' });
  await dialog.getByLabel('Naam in het Nederlands').fill('Proef in de straat');
  await dialog.getByLabel('Naam in het Engels').fill('Pilot in the street');
  await dialog.getByLabel('Waar is het voor? In het Nederlands').fill('Klein beginnen, samen terugkijken.');
  await dialog.getByLabel('Waar is het voor? In het Engels').fill('Begin small, look back together.');
  await lookAt(noor, 'template-keep');
  await dialog.getByRole('button', { name: 'Bewaar als sjabloon' }).click();
  await noor.getByText('“Proef in de straat” staat nu bij Werkwijzen.').waitFor();

  await noor.goto(`${running.app.url}/processes`);
  const card = noor.getByRole('listitem').filter({ hasText: 'Klein beginnen, samen terugkijken.' });
  await card.getByText(/uit versie 1 van “Proefperiode”, bewaard door Noor/).waitFor();
  await card.locator('.react-flow__node').first().waitFor();
  await card.scrollIntoViewIfNeeded();
  await lookAt(noor, 'gallery');
  await card.getByRole('link', { name: 'Bekijk: Proef in de straat' }).click();
  await noor.getByRole('heading', { level: 1, name: 'Proef in de straat' }).waitFor();
  await noor.locator('.react-flow__node').first().waitFor();
  await lookAt(noor, 'template-drawing');
  await noor.getByText('Tekst', { exact: true }).click();
  await noor.getByRole('heading', { level: 2, name: 'Proef in de straat' }).waitFor();
  await lookAt(noor, 'template-text');

  // Edited as a process, and kept over itself.
  await noor.goto(`${running.app.url}/processes`);
  await card.getByRole('button', { name: 'Bewerk: Proef in de straat' }).click();
  await noor.getByText(/Dit is het concept van het sjabloon/).waitFor();
  await noor.getByText('Versies', { exact: true }).click();
  await noor.getByRole('button', { name: 'Bewaar als sjabloon' }).click();
  expect(await dialog.getByLabel('Bewaar als').locator('option:checked').innerText()).toBe(
    'In plaats van “Proef in de straat”',
  );
  await dialog.getByLabel('Waar is het voor? In het Nederlands').fill('Klein beginnen in één straat.');
  await dialog.getByRole('button', { name: 'Bewaar als sjabloon' }).click();
  await noor.getByText('“Proef in de straat” staat nu bij Werkwijzen.').waitFor();

  await noor.goto(`${running.app.url}/processes`);
  const edited = noor.getByRole('listitem').filter({ hasText: 'Klein beginnen in één straat.' });
  await edited.getByText(/hier zelf bewerkt/).waitFor();
  await noor.getByText(/Hiermee bewerk je een sjabloon/).waitFor();
  await inEnglish(noor);
  await noor.getByText('Begin small, look back together.').waitFor();
  await lookAt(noor, 'gallery-english');
  await noor.getByRole('button', { name: 'Use this: Pilot in the street' }).click();
  await noor.getByRole('heading', { level: 1, name: 'Pilot in the street' }).waitFor();
  const begun = new URL(noor.url()).pathname.split('/').at(-1);

  await noor.goto(`${running.app.url}/processes`);
  await noor.getByRole('button', { name: 'Remove: Pilot in the street' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await noor.getByText('“Pilot in the street” was removed.').waitFor();
  await expect.poll(() => noor.getByText('Begin small, look back together.').count()).toBe(0);
  expect((await running.app.ask('GET', `/definitions/${begun}`)).status).toBe(200);
  await noor.context().close();
}, 120_000);
