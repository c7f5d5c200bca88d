/** A form made by a coordinator in a real browser: questions by mouse and by keyboard, a condition that is seen to work on the page of residents, a form shared and copied. */
import { mkdirSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Definition, FieldType } from '../../contract/index.ts';
import { canvasTexts } from '../../designer/canvas/canvas-texts.ts';
import { formsTexts } from '../../designer/forms/forms-texts.ts';
import { axeFinds, DESK, openBrowser, overflow, PHONE } from '../pages/support/chromium.ts';
import { readTemplate } from '../templates/read-template.ts';
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

/** With SCREENSHOTS the screens are kept there to be looked at. */
const folder = process.env.SCREENSHOTS;
if (folder) mkdirSync(folder, { recursive: true });

async function look(page: Page, name: string, size: 'wide' | 'narrow'): Promise<void> {
  await quiet(page);
  if (folder) await page.screenshot({ path: `${folder}/${name}-${size}.png` });
  expect([name, size, await axeFinds(page, '[role=dialog]')]).toEqual([name, size, []]);
  expect([name, size, await overflow(page)]).toEqual([name, size, 0]);
}

const shared: Definition = {
  v: 1,
  id: 'shared-form',
  name: { nl: 'Samen eten', en: 'Eating together' },
  roles: [
    { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
    { id: 'coordinator', name: { nl: 'Coördinator', en: 'Coordinator' }, side: 'us' },
  ],
  elements: [
    { id: 'start', type: 'startEvent', by: ['coordinator'], x: 60, y: 200 },
    {
      id: 'plan',
      type: 'userTask',
      roles: ['initiator'],
      name: { nl: 'Vertel je plan', en: 'Tell your plan' },
      form: 'talk',
      x: 200,
      y: 180,
    },
    {
      id: 'later',
      type: 'userTask',
      roles: ['initiator'],
      name: { nl: 'Hoe ging het?', en: 'How did it go?' },
      form: 'talk',
      x: 500,
      y: 180,
    },
    { id: 'end', type: 'endEvent', end: 'none', x: 800, y: 200 },
  ],
  flows: [
    { id: 'start-plan', from: 'start', to: 'plan' },
    { id: 'plan-later', from: 'plan', to: 'later' },
    { id: 'later-end', from: 'later', to: 'end' },
  ],
  forms: [
    {
      id: 'talk',
      name: { nl: 'Over je plan', en: 'About your plan' },
      fields: [
        { key: 'who', type: 'text', label: { nl: 'Wie doen er mee?', en: 'Who joins in?' } },
        {
          key: 'kitchen',
          type: 'yesNo',
          label: { nl: 'Heb je een keuken nodig?', en: 'Do you need a kitchen?' },
        },
      ],
    },
  ],
  ladders: [],
  texts: {},
  variables: {},
};

const forms = async (id: string): Promise<Definition['forms']> =>
  (await running.app.ask('GET', `/definitions/${id}`)).body.definition.forms;

/** Where something is, once it moves no more. */
async function placeOf(of: Locator) {
  let before = '';
  const stands = async () => {
    const now = JSON.stringify(await of.boundingBox());
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(stands, { timeout: 20_000 }).toBe(true);
  const box = await of.boundingBox();
  if (!box) throw new Error('Expected it to be seen');
  return box;
}

test('questions are added, moved by mouse and by keyboard, shown by a condition, copied and taken away; undo gives each back', async () => {
  const { app } = running;
  const words = formsTexts.nl;
  const page = await signedIn({ url: app.url, folder: running.folder, browser }, 'coordinator');
  expect((await app.ask('POST', '/definitions', { definition: shared })).status).toBeLessThan(300);
  await page.goto(`${app.url}/processes/shared-form`);
  await page.locator('.react-flow__node[data-id="later"]').click();

  // Two steps share it: this one gets its own.
  await page
    .getByText('Dit formulier staat ook bij een andere stap: Vertel je plan.', { exact: false })
    .waitFor();
  await page.getByRole('button', { name: words.uses.copy }).click();
  await page.getByRole('button', { name: 'Formulier aanpassen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Formulier: Over je plan (kopie)' });
  await dialog.waitFor();
  const heard = dialog.locator('p[role=status]').first();
  const questions = () => dialog.locator('[data-opens]').allInnerTexts();
  const order = async () => (await questions()).map((line) => line.split(/\s·/)[0]?.trim());

  await dialog.getByRole('button', { name: words.add }).click();
  await page.getByRole('menuitem', { name: words.types.money, exact: true }).click();
  await expect
    .poll(order, { timeout: 20_000 })
    .toEqual(['Wie doen er mee?', 'Heb je een keuken nodig?', 'Nieuwe vraag']);
  await dialog.getByRole('textbox', { name: words.field.label, exact: true }).fill('Wat mag het kosten?');
  await dialog.getByRole('textbox', { name: `${words.field.max.value} (${words.field.euros})` }).fill('50');

  // Only shown when a kitchen is needed, from the menus.
  const shownWhen = dialog.getByRole('group', { name: words.field.visibleIf });
  await shownWhen.getByRole('button', { name: 'Voorwaarde toevoegen' }).click();
  await shownWhen
    .getByRole('combobox', { name: 'Wat', exact: true })
    .selectOption({ label: 'Heb je een keuken nodig' });
  await expect
    .poll(async () => (await forms('shared-form')).find(({ id }) => id === 'talk2')?.fields[2], {
      timeout: 20_000,
    })
    .toMatchObject({ type: 'money', max: 5000, visibleIf: 'kitchen = true' });

  // On the page of residents it comes up, and what does not fit is said.
  const phone = page.frameLocator(`iframe[title="${words.preview.frame}"]`);
  await phone.getByRole('heading', { name: 'Hoe ging het?' }).waitFor();
  expect(await phone.locator('body').evaluate((body) => body.clientWidth)).toBe(390);
  expect(await phone.locator('#f-answer').count()).toBe(0);
  await phone.getByRole('radio', { name: 'Ja' }).check();
  await phone.locator('#f-answer').fill('80');
  await phone.getByRole('button', { name: 'Stuur mijn antwoord' }).click();
  await phone.getByText('een bedrag van € 50 of minder', { exact: false }).first().waitFor();
  await look(page, 'form-designer', 'wide');
  await phone.locator('#f-answer').fill('12,50');
  await phone.getByRole('button', { name: 'Stuur mijn antwoord' }).click();
  await dialog.getByText(words.preview.sent).waitFor();
  await dialog.getByText(words.preview.english, { exact: true }).click();
  await phone.getByText('Do you need a kitchen?').waitFor();
  expect(await phone.locator('#f-answer').inputValue()).toBe('12.50');

  // To another place by the arrows, heard; and by dragging.
  const grip = (name: string) => dialog.getByRole('button', { name: `Verplaats: ${name}` });
  await grip('Wat mag het kosten?').focus();
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(order, { timeout: 20_000 })
    .toEqual(['Wie doen er mee?', 'Wat mag het kosten?', 'Heb je een keuken nodig?']);
  await expect
    .poll(() => heard.textContent(), { timeout: 20_000 })
    .toContain('“Wat mag het kosten?” staat nu op plaats 2 van 3.');
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(order, { timeout: 20_000 })
    .toEqual(['Wie doen er mee?', 'Heb je een keuken nodig?', 'Wat mag het kosten?']);
  await grip('Wie doen er mee?').scrollIntoViewIfNeeded();
  const from = await placeOf(grip('Wie doen er mee?'));
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  // The list may scroll while something is dragged over it: the second time it is where it stays.
  for (let times = 0; times < 2; times++) {
    const to = await placeOf(grip('Heb je een keuken nodig?'));
    await page.mouse.move(to.x + to.width / 2, to.y + to.height - 4, { steps: 6 });
  }
  await page.mouse.up();
  await expect
    .poll(order, { timeout: 20_000 })
    .toEqual(['Heb je een keuken nodig?', 'Wie doen er mee?', 'Wat mag het kosten?']);

  // One gesture is one step.
  await dialog.getByRole('button', { name: canvasTexts.nl.undo }).click();
  await expect
    .poll(order, { timeout: 20_000 })
    .toEqual(['Wie doen er mee?', 'Heb je een keuken nodig?', 'Wat mag het kosten?']);
  await dialog.getByRole('button', { name: 'Kopieer: Wat mag het kosten?' }).click();
  await expect.poll(order, { timeout: 20_000 }).toContain('Wat mag het kosten? (kopie)');
  await dialog.getByRole('button', { name: 'Haal weg: Wat mag het kosten?', exact: true }).click();
  await expect
    .poll(order, { timeout: 20_000 })
    .toEqual(['Wie doen er mee?', 'Heb je een keuken nodig?', 'Wat mag het kosten? (kopie)']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect
    .poll(order, { timeout: 20_000 })
    .toEqual(['Wie doen er mee?', 'Heb je een keuken nodig?', 'Wat mag het kosten?']);

  // The other step still asks what it asked.
  await expect
    .poll(async () => (await forms('shared-form')).map(({ id, fields }) => [id, fields.length]), {
      timeout: 20_000,
    })
    .toEqual([
      ['talk', 2],
      ['talk2', 3],
    ]);
  await page.setViewportSize(PHONE.viewport as { width: number; height: number });
  await look(page, 'form-designer', 'narrow');
  await page.context().close();
}, 180_000);

test('what is asked before the first contact is counted while one makes it, in English, wide and narrow', async () => {
  const { app } = running;
  const words = formsTexts.en;
  const page = await signedIn({ url: app.url, folder: running.folder, browser }, 'coordinator', {
    locale: 'en-GB',
  });
  const definition = { ...readTemplate('T1'), id: 'burdened' };
  expect((await app.ask('POST', '/definitions', { definition })).status).toBeLessThan(300);
  await page.goto(`${app.url}/processes/burdened`);
  await page.locator('.react-flow__node[data-id="n1"]').click();
  await page.getByRole('button', { name: 'Change the form' }).click();
  const dialog = page.getByRole('dialog');
  const note = dialog.getByRole('note');
  await note.getByText('4 required questions of 5 at most, 4 of them on this form.').waitFor();
  const must = dialog.getByRole('combobox', { name: words.field.required });
  for (const key of ['title', 'motto']) {
    await dialog.locator(`[data-opens="${key}"]`).click();
    await must.selectOption('yes');
  }
  await note.getByText(words.burden.tooMuch).waitFor();
  await look(page, 'form-before-contact', 'wide');
  await page.setViewportSize(PHONE.viewport as { width: number; height: number });
  await dialog.getByText(words.sides.look, { exact: true }).click();
  const phone = page.frameLocator(`iframe[title="${words.preview.frame}"]`);
  await phone.getByRole('button').first().waitFor();
  await look(page, 'form-page', 'narrow');
  await page.setViewportSize(DESK.viewport as { width: number; height: number });
  await dialog.locator('[data-opens="phase"]').click();
  await look(page, 'form-choices', 'wide');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // A form of colleagues looks as in their work; every kind of question can be made on it.
  await page.locator('.react-flow__node[data-id="n5"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Change the form' }).click();
  await dialog.getByRole('region', { name: words.preview.staff }).waitFor();
  for (const type of FieldType.options) {
    await dialog.getByRole('button', { name: words.add }).click();
    await page.getByRole('menuitem', { name: words.types[type], exact: true }).click();
    await expect
      .poll(() => dialog.getByRole('combobox', { name: words.field.type, exact: true }).inputValue(), {
        timeout: 20_000,
      })
      .toBe(type);
    await quiet(page);
    expect([type, await axeFinds(page, '[role=dialog]')]).toEqual([type, []]);
  }
  await look(page, 'form-of-colleagues', 'wide');
  await page.context().close();
}, 180_000);
