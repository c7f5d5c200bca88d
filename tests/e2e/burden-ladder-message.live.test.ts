/** A process weighed, a ladder of its own drawn by keyboard and mouse, and a message read for how plainly it is written: in a real browser on the real servers. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { axeFinds, openBrowser, overflow, PHONE } from '../pages/support/chromium.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { quiet } from './support/quiet.ts';
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

const question = (key: string) => ({
  key,
  type: 'text' as const,
  label: { nl: `Vraag ${key}`, en: `Question ${key}` },
  required: true,
});
const weighed: Definition = {
  v: 1,
  id: 'weighed',
  name: { nl: 'Meedenken met een idee', en: 'Thinking along with an idea' },
  roles: [
    { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
    { id: 'coordinator', name: { nl: 'Coördinator', en: 'Coordinator' }, side: 'us' },
    { id: 'manager', name: { nl: 'Leidinggevende', en: 'Manager' }, side: 'us' },
  ],
  elements: [
    {
      id: 'start',
      type: 'startEvent',
      name: { nl: 'Idee', en: 'Idea' },
      by: ['initiator'],
      form: 'idea',
      x: 60,
      y: 200,
    },
    {
      id: 'read',
      type: 'userTask',
      name: { nl: 'Lees het idee', en: 'Read the idea' },
      roles: ['coordinator'],
      term: { amount: 2, unit: 'workingDays' },
      ladder: 'ORG',
      x: 180,
      y: 180,
    },
    {
      id: 'tell',
      type: 'sendTask',
      name: { nl: 'Wij bellen je', en: 'We will call you' },
      to: ['initiator'],
      kind: 'news',
      text: {
        subject: { nl: 'Over {initiative}', en: 'About {initiative}' },
        body: {
          nl: 'Hoi {initiator}. Wij bellen je deze week.',
          en: 'Hi {initiator}. We will call you this week.',
        },
      },
      x: 480,
      y: 180,
    },
    {
      id: 'talk',
      type: 'userTask',
      name: { nl: 'Gesprek', en: 'Conversation' },
      roles: ['coordinator', 'initiator'],
      meeting: { minutes: 60 },
      term: { amount: 5, unit: 'workingDays' },
      x: 780,
      y: 180,
    },
    { id: 'end', type: 'endEvent', end: 'none', name: { nl: 'Klaar', en: 'Done' }, x: 1080, y: 200 },
  ],
  flows: [
    { id: 'start-read', from: 'start', to: 'read' },
    { id: 'read-tell', from: 'read', to: 'tell' },
    { id: 'tell-talk', from: 'tell', to: 'talk' },
    { id: 'talk-end', from: 'talk', to: 'end' },
  ],
  forms: [{ id: 'idea', name: { nl: 'Je idee', en: 'Your idea' }, fields: [question('a')] }],
  ladders: [],
  texts: {},
  variables: {},
};

/** With SCREENSHOTS the screens are kept there to be looked at. */
const folder = process.env.SCREENSHOTS;
if (folder) mkdirSync(folder, { recursive: true });

async function look(page: Page, name: string): Promise<void> {
  await quiet(page);
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  expect([name, await axeFinds(page)]).toEqual([name, []]);
  expect([name, await overflow(page)]).toEqual([name, 0]);
}

const read = (page: Page) => page.locator('.react-flow__node[data-id="read"]');

test('figures tell what a process asks, and what it asks more than the published version', async () => {
  const { app } = running;
  const made = await app.ask('POST', '/definitions', { definition: weighed });
  expect(made.status).toBeLessThan(300);
  const published = await app.ask('POST', '/definitions/weighed/versions', {
    revision: (made.body as { revision: number }).revision,
    note: 'eerste',
  });
  expect(published.status).toBeLessThan(300);
  const heavier = structuredClone(weighed);
  heavier.forms[0]?.fields.push(question('b'), question('c'), question('d'));
  const draft = await app.ask('PUT', '/definitions/weighed', {
    definition: heavier,
    revision: (made.body as { revision: number }).revision,
  });
  expect(draft.status).toBeLessThan(300);

  const page = await signedIn({ url: app.url, folder: running.folder, browser }, 'coordinator');
  await page.goto(`${app.url}/processes/weighed`);
  await page.locator('.react-flow__node').first().waitFor();
  await page
    .getByRole('button', { name: /aandachtspunt|Niets/ })
    .first()
    .click();
  const burden = page.getByRole('region', { name: 'Wat het van mensen vraagt' });
  await burden.getByText('7 werkdagen', { exact: true }).waitFor();
  await burden.getByText('4, waarvan hoogstens 4 verplicht').waitFor();
  await burden.getByText('3 vragen meer dan versie 1').waitFor();
  await burden.getByText('Waar zit dat in?').first().click();
  await look(page, 'burden-nl-wide');
  await burden.getByRole('button', { name: 'Lees het idee' }).click();
  await expect
    .poll(() => page.getByLabel('Naam', { exact: true }).first().inputValue(), { timeout: 20_000 })
    .toBe('Lees het idee');
  await page.context().close();
});

test('a ladder of its own is drawn: a point moved by keys and by mouse, one added, one taken away', async () => {
  const { app } = running;
  const page = await signedIn({ url: app.url, folder: running.folder, browser }, 'coordinator');
  await page.goto(`${app.url}/processes/weighed`);
  await page.locator('.react-flow__node').first().waitFor();
  await read(page).click();
  await page.getByRole('button', { name: 'Aanpassen voor dit proces' }).click();
  // One step: undone, neither the ladder nor its use is left.
  await page.getByLabel('Naam van deze rij', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Ongedaan maken/ }).click();
  const choice = page.getByRole('combobox', { name: 'En als het niet lukt?' });
  await expect
    .poll(() => choice.getByRole('option').allTextContents(), { timeout: 20_000 })
    .not.toContain('Onze belofte (eigen)');
  await page.getByRole('button', { name: 'Aanpassen voor dit proces' }).click();
  const line = page.getByRole('group', { name: 'Stappen rond de dag dat het klaar moet zijn' });
  const points = line.getByRole('slider');
  await expect.poll(() => points.count(), { timeout: 20_000 }).toBe(5);

  await points.last().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => points.last().getAttribute('aria-valuenow'), { timeout: 20_000 }).toBe('7');

  const box = await points.last().boundingBox();
  if (!box) throw new Error('Expected the last point to be seen');
  await page.mouse.move(box.x + 14, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x - 30, box.y + 14, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => Number(await points.last().getAttribute('aria-valuenow')), { timeout: 20_000 })
    .toBeLessThan(7);

  await page.getByRole('button', { name: 'Erna toevoegen' }).click();
  await expect.poll(() => points.count(), { timeout: 20_000 }).toBe(6);
  await look(page, 'ladder-nl-wide');
  await line.scrollIntoViewIfNeeded();
  await points.first().focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => points.count(), { timeout: 20_000 }).toBe(5);

  await expect
    .poll(
      async () => {
        const { body } = await app.ask('GET', '/definitions/weighed');
        return (body as { definition: Definition }).definition.ladders[0]?.rungs.length;
      },
      { timeout: 20_000 },
    )
    .toBe(5);
  await page.context().close();
});

test('a message shows what reads hard, what cannot be filled in, and the mail it becomes', async () => {
  const { app } = running;
  const page = await signedIn({ url: app.url, folder: running.folder, browser }, 'coordinator');
  await page.goto(`${app.url}/processes/weighed`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.locator('.react-flow__node[data-id="tell"]').click();
  const body = page.getByLabel('Bericht', { exact: true });
  const reading = page.getByRole('region', { name: /Leest het makkelijk/ });
  await reading.getByText('Geen moeilijke zinnen of woorden gevonden.').waitFor();

  await body.fill('Hoi {initiatr}. Je idee wordt morgen besproken. Wij doen dat conform de afspraak.');
  await reading.getByText('Zeg wie het doet, in plaats van “wordt … besproken”.').waitFor();
  await reading.getByText('Moeilijk woord: “conform”. Liever “volgens”.').waitFor();
  await look(page, 'message-nl-wide');
  await page.getByRole('button', { name: 'Bedoel je {initiator}?' }).click();
  await expect.poll(() => body.inputValue(), { timeout: 20_000 }).toContain('Hoi {initiator}.');

  await body.press('End');
  await page.getByRole('button', { name: 'Iets invullen' }).click();
  await page.getByRole('menuitem', { name: /Vraag a/ }).click();
  await expect.poll(() => body.inputValue(), { timeout: 20_000 }).toContain('{value:a}');
  await page
    .frameLocator('iframe[title^="De mail in het Nederlands"]')
    .getByRole('main')
    .getByText('Hoi Amina.')
    .waitFor();
  await page.context().close();
});

test('on a telephone and in English the same is there', async () => {
  const { app } = running;
  const page = await signedIn({ url: app.url, folder: running.folder, browser }, 'coordinator', {
    ...PHONE,
    locale: 'en-GB',
  });
  await page.goto(`${app.url}/processes/weighed`);
  await page.locator('.react-flow__node').first().waitFor();
  await page
    .getByRole('button', { name: /point|Nothing/ })
    .first()
    .click();
  await page.getByRole('region', { name: 'What it asks of people' }).waitFor();
  await page.getByRole('region', { name: 'What it asks of people' }).scrollIntoViewIfNeeded();
  await look(page, 'burden-en-narrow');
  await page.context().close();
});
