/** The five minutes of the README by keyboard alone, in a real browser on the real servers: nothing here is clicked or dragged. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../pages/support/chromium.ts';
import { enter, pick, tabTo, typeInto } from './support/keyboard.ts';
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

const arrived = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
const menu = (page: Page, name: string) =>
  enter(page, page.getByRole('navigation').getByRole('link', { name }));

test('work, initiatives, a process that is changed, played and put to use, the overview, messages, a rehearsal', async () => {
  const { app, folder } = running;
  const page = await signedIn({ url: app.url, folder, browser }, 'coordinator');

  // My work: what was promised, and what happens if nobody acts.
  await arrived(page, 'Mijn werk');
  await page.locator('[id^="row-"]').first().waitFor();
  await page.keyboard.press('j');
  await arrived(page, 'Eerste contact');
  await page.getByText('Als niemand iets doet').waitFor();
  await enter(page, page.getByRole('button', { name: /Laat zien hoe dit is geteld/ }));
  await page.getByText('dag 2', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('dag 2', { exact: true }).waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  // Initiatives: its story.
  await menu(page, 'Initiatieven');
  await arrived(page, 'Initiatieven');
  await enter(page, page.getByRole('link', { name: 'Moestuin De Groene Kring' }));
  await arrived(page, 'Moestuin De Groene Kring');
  await arrived(page, 'Het verhaal');

  // Processes: taken over, a term changed.
  await menu(page, 'Werkwijzen');
  await enter(page, page.getByRole('button', { name: 'Neem over: Proefperiode' }));
  await page.waitForURL(/\/processes\/.+/);
  const id = new URL(page.url()).pathname.split('/').at(-1) as string;
  await tabTo(page, page.locator('.react-flow__node'));
  const at = (element: string) => page.locator(`.react-flow__node[data-id="${element}"]`);
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => at('n1').evaluate((node) => node === document.activeElement), { timeout: 20_000 })
    .toBe(true);
  await page.keyboard.press('Enter');
  await typeInto(page, page.getByLabel('Hoeveel'), '8');
  await at('n1').getByText('8 wd').waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: /^Bewaard$/ })
    .waitFor();

  // Something is added after it, and taken away again.
  const nodes = page.locator('.react-flow__node');
  const before = await nodes.count();
  await tabTo(page, at('n1'));
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Wat komt hierna?' }).waitFor();
  await page.keyboard.type('taak');
  await page.keyboard.press('Enter');
  await expect.poll(() => nodes.count(), { timeout: 20_000 }).toBe(before + 1);
  const added = page.locator('.react-flow__node.selected');
  await expect
    .poll(() => added.evaluate((node) => node === document.activeElement), { timeout: 20_000 })
    .toBe(true);
  await page.keyboard.press('Delete');
  await expect.poll(() => nodes.count(), { timeout: 20_000 }).toBe(before);

  // Played, with a clock that is turned.
  await tabTo(page, page.getByRole('radio', { name: 'Tekenen' }));
  await page.keyboard.press('ArrowRight');
  await enter(page, page.getByRole('button', { name: 'Begin', exact: true }));
  await enter(page, page.getByRole('button', { name: 'Naar wat er nu gebeurt' }));
  await page.getByText(/De klok ging naar/).waitFor();

  // Put to use.
  await enter(page, page.getByRole('button', { name: 'In gebruik nemen' }));
  await page.getByLabel(/Wat is er veranderd/).waitFor();
  await page.keyboard.type('Acht dagen voor het plan');
  await enter(page, page.getByRole('dialog').getByRole('button', { name: 'In gebruik nemen' }));
  await page.getByText('Versie 1 is in gebruik.').waitFor();
  expect((await app.ask('GET', `/definitions/${id}/versions`)).body.items).toMatchObject([
    { version: 1, note: 'Acht dagen voor het plan' },
  ]);

  // The overview, over another period.
  await menu(page, 'Overzicht');
  await arrived(page, 'Overzicht');
  await tabTo(page, page.getByRole('radio', { name: 'deze maand' }));
  await page.keyboard.press('ArrowRight');
  await page
    .getByText('wachten nog op een eerste gesprek', { exact: false })
    .or(page.getByText('nog geen belofte', { exact: false }))
    .first()
    .waitFor();

  // Messages, as they look and as text.
  await menu(page, 'Berichten');
  await enter(
    page,
    page.getByRole('main').getByRole('link', { name: /Bedankt, we hebben je idee ontvangen/ }),
  );
  await tabTo(page, page.getByRole('radio', { name: 'Zoals het eruitziet' }));
  await page.keyboard.press('ArrowRight');
  await page.getByText('Wat fijn dat je ons over', { exact: false }).waitFor();

  // A rehearsal.
  await menu(page, 'Oefenen');
  await enter(page, page.getByRole('button', { name: 'Nieuwe oefening' }));
  await typeInto(page, page.getByLabel('Hoe heet de oefening?'), 'Met de toetsen');
  await enter(page, page.getByRole('button', { name: 'Beginnen' }));
  await page.waitForURL(/\/rehearsals\/wld_/);
  await enter(page, page.getByRole('button', { name: 'Meer over deze oefening' }));
  await pick(page, page.getByRole('menuitem', { name: 'Een werkwijze beginnen' }));
  await enter(page, page.getByRole('dialog').getByRole('link', { name: 'Een initiatief inschrijven' }));
  await typeInto(page, page.getByLabel('Naam', { exact: true }), 'Ada de Wit');
  await typeInto(page, page.getByLabel('Hoe bereiken we je?'), 'ada@example.org');
  await typeInto(page, page.getByLabel('Wat wil je doen, in je eigen woorden?'), 'Soep voor de flat');
  await typeInto(page, page.getByLabel('Buurt of dorp'), 'Kruiskamp');
  await enter(page, page.getByRole('button', { name: 'Inschrijven' }));
  await arrived(page, 'Soep voor de flat');
  await enter(page, page.getByRole('button', { name: 'Naar het volgende' }));
  await page.getByText(/De klok staat nu op/).waitFor();
  await page.context().close();
}, 180_000);
