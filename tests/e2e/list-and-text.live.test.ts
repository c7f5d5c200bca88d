/** A process made wholly in the list, by keyboard alone, in a real browser on the real servers: seen on the drawing at once, undone, and read as text. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { openBrowser } from '../pages/support/chromium.ts';
import { readTemplate } from '../templates/read-template.ts';
import { enter, tabTo, typeInto } from './support/keyboard.ts';
import { lookAt, pictures } from './support/look-at.ts';
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

const begun: Definition = {
  v: 1,
  id: 'coffee',
  name: { nl: 'Koffie in de hal', en: 'Coffee in the hall' },
  roles: [
    { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
    { id: 'coordinator', name: { nl: 'Coördinator', en: 'Coordinator' }, side: 'us' },
  ],
  elements: [
    { id: 'start', type: 'startEvent', name: { nl: 'Begin', en: 'Start' }, by: ['initiator'], x: 60, y: 200 },
    { id: 'end', type: 'endEvent', end: 'none', name: { nl: 'Klaar', en: 'Done' }, x: 320, y: 200 },
  ],
  flows: [{ id: 'start-end', from: 'start', to: 'end' }],
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
};

const row = (page: Page, name: string | RegExp): Locator => page.getByRole('treeitem', { name });
/** The sentence that who listens hears now. */
const hears = (page: Page, words: RegExp) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.querySelector('.unseen')?.textContent), {
      timeout: 10_000,
    })
    .toMatch(words);

async function adds(page: Page, question: string, block: string): Promise<void> {
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: question }).waitFor();
  await page.keyboard.type(block);
  await page.keyboard.press('Enter');
}

/** By the keys of a row of choices, as radio buttons have them. */
async function turnTo(page: Page, from: string, key: 'ArrowRight' | 'ArrowLeft', times = 1): Promise<void> {
  await tabTo(page, page.getByRole('radio', { name: from, exact: true }));
  for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
}

async function renames(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F2');
  await typeInto(page, page.getByLabel('Naam', { exact: true }).first(), name);
  await page.keyboard.press('Enter');
}

test('a process is made in the list by keyboard, stands on the drawing, is undone, and reads as text in two languages', async () => {
  const { app } = running;
  const page = await signedIn({ url: app.url, folder: running.folder, browser }, 'coordinator');
  expect((await app.ask('POST', '/definitions', { definition: begun })).status).toBeLessThan(300);
  await page.goto(`${app.url}/processes/coffee`);
  await page.locator('.react-flow__node').first().waitFor();

  await turnTo(page, 'Tekening', 'ArrowRight');
  await tabTo(page, row(page, 'Stap 1, Begin, Initiatiefnemer, leidt naar stap 2'));

  // A step after the start; the end comes after it.
  await adds(page, 'Wat komt na “Begin”?', 'taak');
  await hears(page, /^Stap 2, Nieuwe taak/);
  await renames(page, 'Bel de bewoner');
  await hears(page, /^Stap 2, Bel de bewoner, Coördinator, binnen 5 werkdagen, leidt naar stap 3/);

  // Another goes before it, and away again.
  await adds(page, 'Wat komt na “Bel de bewoner”?', 'taak');
  await hears(page, /^Stap 3, Nieuwe taak/);
  await page.keyboard.press('Alt+ArrowUp');
  await hears(page, /^Stap 2, Nieuwe taak.*leidt naar stap 3/);
  await page.keyboard.press('Delete');
  await hears(page, /^Stap 1, Begin/);
  await page.keyboard.press('ArrowDown');
  await hears(page, /^Stap 2, Bel de bewoner/);

  // A choice: with one way it is no step yet, a second one that goes back it is.
  await adds(page, 'Wat komt na “Bel de bewoner”?', 'beslissen');
  await hears(page, /^Welke weg\? leidt naar stap 3/);
  await renames(page, 'Is er koffie?');
  await hears(page, /^Is er koffie\?/);
  await adds(page, 'Wat komt na “Is er koffie?”?', 'taak');
  await hears(page, /^Stap 3\.\d, Nieuwe taak.*leidt nog nergens heen/);
  await renames(page, 'Haal koffie');
  await hears(page, /^Stap 3\.\d, Haal koffie/);
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Waar leidt “Haal koffie” heen?' }).waitFor();
  await page.keyboard.type('bel');
  await page.keyboard.press('Enter');
  await hears(page, /^Stap 3\.\d, Haal koffie.*leidt naar stap 2/);

  // A connection is taken away, and is back.
  await page.keyboard.press('x');
  await page.getByRole('combobox', { name: 'Welke verbinding haal je weg?' }).waitFor();
  await page.keyboard.type('van hier');
  await page.keyboard.press('Enter');
  await hears(page, /^Stap 3\.\d, Haal koffie.*leidt nog nergens heen/);
  await page.keyboard.press('Control+z');
  await hears(page, /^Stap 3\.\d, Haal koffie.*leidt naar stap 2/);

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await hears(page, /^Stap 2, Bel de bewoner/);

  // A moment on the border, with something that happens then.
  await page.keyboard.press('m');
  await hears(page, /^Na 5 werkdagen/);
  await adds(page, 'Wat komt na “Na 5 werkdagen”?', 'bericht');
  await hears(page, /^Stap 2\.1, /);
  await page.getByRole('treeitem').first().waitFor();
  await lookAt(page, 'list');

  // The drawing has it all, without anything else being done.
  await turnTo(page, 'Lijst', 'ArrowLeft');
  await page.locator('.react-flow__node').first().waitFor();
  await expect.poll(() => page.locator('.react-flow__node').count(), { timeout: 20_000 }).toBe(7);
  if (pictures) await page.screenshot({ path: `${pictures}/drawing.png` });
  await expect
    .poll(async () => (await app.ask('GET', '/definitions/coffee')).body.definition.elements.length, {
      timeout: 20_000,
    })
    .toBe(7);

  // Undone in the list, gone from the drawing.
  await turnTo(page, 'Tekening', 'ArrowRight');
  await tabTo(page, page.locator('[role="treeitem"][tabindex="0"]'));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => row(page, /^Na 5 werkdagen/).count(), { timeout: 20_000 }).toBe(0);
  await turnTo(page, 'Lijst', 'ArrowLeft');
  await expect.poll(() => page.locator('.react-flow__node').count(), { timeout: 20_000 }).toBe(5);

  // As text, in both languages; only what was said in Dutch stays Dutch.
  await turnTo(page, 'Tekening', 'ArrowRight', 2);
  const text = page.getByRole('article');
  await text.getByText('De coördinator doet dit binnen 5 werkdagen', { exact: false }).first().waitFor();
  expect(await text.innerText()).toContain('Ga terug naar stap 2.');
  await lookAt(page, 'text');
  await turnTo(page, 'Nederlands', 'ArrowRight');
  await text.getByText('Go back to step 2.', { exact: false }).first().waitFor();
  expect(await text.innerText()).toMatch(/The coordinator does this within 5 working days/);
  expect(await text.getAttribute('lang')).toBe('en');

  // Copied as it reads.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await enter(page, page.getByRole('button', { name: 'Kopieer' }));
  await page.getByText('De tekst is gekopieerd').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Coffee in the hall\n\n1\. Start\. /,
  );

  // On paper there is the text alone, all of it.
  await page.emulateMedia({ media: 'print' });
  await expect
    .poll(() => page.getByRole('button', { name: 'Afdrukken' }).isVisible(), { timeout: 20_000 })
    .toBe(false);
  expect(await page.getByRole('button', { name: 'In gebruik nemen' }).isVisible()).toBe(false);
  expect(await text.isVisible()).toBe(true);
  if (pictures) await page.pdf({ path: `${pictures}/text.pdf`, format: 'A4' });
  await page.emulateMedia({ media: 'screen' });

  // A title leads to its place on the drawing.
  await enter(page, text.getByRole('button', { name: /Haal koffie|Get|New task/ }));
  await page.locator('.react-flow__node.selected').waitFor();
  await page.context().close();
}, 180_000);

test('a large process has room as list and as text, in English, wide and narrow', async () => {
  const { app } = running;
  const page = await signedIn({ url: app.url, folder: running.folder, browser }, 'coordinator', {
    locale: 'en-GB',
  });
  const definition = { ...readTemplate('T1'), id: 'large' };
  expect((await app.ask('POST', '/definitions', { definition })).status).toBeLessThan(300);
  await page.goto(`${app.url}/processes/${definition.id}`);
  await page.locator('.react-flow__node').first().waitFor();

  await turnTo(page, 'Drawing', 'ArrowRight');
  await expect
    .poll(() => page.locator('[role="treeitem"][data-kind="step"]').count(), { timeout: 20_000 })
    .toBe(definition.elements.length);
  // What is chosen in the list is chosen on the drawing, and its properties stand beside it.
  await tabTo(page, row(page, /^Step 1, Registration/));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await hears(
    page,
    /^Step 3, First contact, Coordinator and Supporter, within 2 working days, splits into 3 ways/,
  );
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 20_000 })
    .toBe('property-name');
  expect(await page.locator('#property-name').inputValue()).toBe('First contact');
  await lookAt(page, 'large-list');

  await turnTo(page, 'List', 'ArrowRight');
  await page.getByRole('article').getByText('When something is late').waitFor();
  await lookAt(page, 'large-text');
  await page.context().close();
}, 180_000);
