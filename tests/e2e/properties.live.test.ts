/** The properties of what is drawn, in a real browser on the real servers: the very mail, expressions with help, tables, and labels of lines that are put elsewhere. */
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { axeFinds, openBrowser, overflow, PHONE } from '../pages/support/chromium.ts';
import { asked } from './support/asked.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { choose, node } from './support/on-the-canvas.ts';
import { quiet } from './support/quiet.ts';
import { signedIn } from './support/staff.ts';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
  const made = await running.app.ask('POST', '/definitions', { definition: asked });
  expect(made.status).toBeLessThan(300);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

/** With SCREENSHOTS the screens are kept there to be looked at. */
const folder = process.env.SCREENSHOTS;
if (folder) mkdirSync(folder, { recursive: true });

async function look(page: Page, name: string): Promise<void> {
  await quiet(page);
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  expect([name, await axeFinds(page)]).toEqual([name, []]);
  expect([name, await overflow(page)]).toEqual([name, 0]);
}

async function drawing(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await signedIn(
    { url: running.app.url, folder: running.folder, browser },
    'coordinator',
    options,
  );
  await page.goto(`${running.app.url}/processes/asked`);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

async function savedCondition(): Promise<string | undefined> {
  const { body } = await running.app.ask('GET', '/definitions/asked');
  const { flows } = (body as { definition: Definition }).definition;
  return flows.find(({ id }) => id === 'which-tell')?.condition;
}

/** On a telephone the properties come when they are asked for. */
async function openOnPhone(page: Page, id: string): Promise<void> {
  await choose(page, id);
  await page.getByRole('button', { name: 'Properties' }).first().click();
  await page.locator('#property-name').waitFor();
}

test('a message is shown as the very mail, in both languages side by side, and as plain text', async () => {
  const page = await drawing();
  await choose(page, 'tell');
  await page.getByRole('button', { name: 'Bekijk de mail groot' }).click();
  const dialog = page.getByRole('dialog', { name: 'De mail zoals die verstuurd wordt' });
  const dutch = dialog.getByRole('figure', { name: 'De mail in het Nederlands' });
  const english = dialog.getByRole('figure', { name: 'De mail in het Engels' });
  await dutch.getByText('Over Moestuin de Bloem', { exact: true }).waitFor();
  await english.getByText('About Garden de Bloem', { exact: true }).waitFor();
  const mail = english.frameLocator('iframe').getByRole('main');
  await mail.getByText('We will call you within 3 days.').waitFor();
  const button = mail.getByRole('link', { name: /Call me/ });
  // The styles of the mail hold: its button has the colour of the organisation, and no script runs there.
  expect(await button.evaluate((link) => getComputedStyle(link).backgroundColor)).toBe('rgb(27, 107, 74)');
  await button.click();
  expect(page.url()).toContain('/processes/asked');
  await look(page, 'mail-nl-wide');

  await dialog.getByText('Als platte tekst').click();
  await dutch.getByText('→ Bel mij: https://example.org').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.context().close();
});

test('on a telephone the mail stands in one language at a time', async () => {
  const page = await drawing({ ...PHONE, locale: 'en-GB' });
  await openOnPhone(page, 'tell');
  await page.getByRole('button', { name: 'See the mail in full' }).click();
  const dialog = page.getByRole('dialog', { name: 'The mail as it is sent' });
  await dialog.getByRole('figure', { name: 'The mail in English' }).waitFor();
  await look(page, 'mail-en-narrow');
  await dialog.getByText('Dutch', { exact: true }).click();
  const dutch = dialog.getByRole('figure', { name: 'The mail in Dutch' });
  await dutch.frameLocator('iframe').getByRole('main').getByText('Hoi Amina.').waitFor();
  expect(await dialog.getByRole('figure').count()).toBe(1);
  await page.context().close();
});

test('a condition is written with help: names, answers, what is wrong where, its words, and which way would be taken', async () => {
  const page = await drawing({ locale: 'en-GB' });
  const side = page.getByRole('complementary', { name: 'Properties' });
  await node(page, 'which').click();
  await side.getByRole('button', { name: 'We will call you' }).click();
  await side.getByText('‘How much money’ is more than 500 and ‘Do the neighbours join’ is yes').waitFor();
  await side.getByText('With the sample answers: no. Then it goes to ‘Done’.').waitFor();
  await side.getByRole('button', { name: 'In FEEL' }).click();
  const field = side.getByRole('combobox', { name: 'When this way?: In FEEL' });

  // By keyboard alone: a name from the list, then the answers that question has.
  await field.fill('');
  await field.pressSequentially('si');
  const list = side.getByRole('listbox', { name: 'What can come here' });
  await list
    .getByRole('option', { name: /size.*How large is it.*choice · from ‘Plan’ · always has a value here/ })
    .waitFor();
  await field.press('ArrowDown');
  expect(await field.getAttribute('aria-activedescendant')).toBe(
    await list.getByRole('option').first().getAttribute('id'),
  );
  await look(page, 'feel-list-en-wide');
  await field.press('Enter');
  await field.pressSequentially(' = ');
  await list.getByRole('option', { name: /"large".*Large/ }).waitFor();
  await field.press('ArrowDown');
  await field.press('ArrowDown');
  await field.press('Enter');
  expect(await field.inputValue()).toBe('size = "large"');

  // Something wrong is told where it is, and can be put right.
  await field.press('End');
  await field.pressSequentially(' && amount > 2,5');
  await field.press('Escape');
  await side.getByText('Write ‘and’ here, between two conditions that must both hold.').waitFor();
  await look(page, 'feel-wrong-en-wide');
  await side.getByRole('button', { name: 'Put it right' }).click();
  await side.getByText('A number has a point here, not a comma.').waitFor();
  await side.getByRole('button', { name: 'Go there' }).click();
  expect(
    await field.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    ),
  ).toBe('2,5');
  await side.getByRole('button', { name: 'Put it right' }).click();
  expect(await field.inputValue()).toBe('size = "large" and amount > 2.5');

  // Tried on sample values: what each part gives, and which way that is.
  await side.getByText('Try it', { exact: true }).click();
  await side.getByRole('combobox', { name: 'Sample for How large is it' }).selectOption({ label: 'Large' });
  await side.getByLabel('Sample for How much money').fill('600');
  await side.getByText('With the sample answers: yes. Then it goes to ‘We will call you’.').waitFor();
  await side.getByText('‘How much money’ is more than 2.5: yes').waitFor();
  await side.getByLabel('Sample for How much money').fill('2');
  await side.getByText('With the sample answers: no. Then it goes to ‘Done’.').waitFor();
  await look(page, 'feel-try-en-wide');
  await expect.poll(savedCondition, { timeout: 20_000 }).toBe('size = "large" and amount > 2.5');
  await page.context().close();
});

test('an amount is asked and said in euros, and kept in cents', async () => {
  const page = await drawing({ locale: 'en-GB' });
  const side = page.getByRole('complementary', { name: 'Properties' });
  await node(page, 'which').click();
  await side.getByRole('button', { name: 'We will call you' }).click();
  await side.getByRole('button', { name: 'Add a condition' }).click();
  await side.getByRole('combobox', { name: 'What' }).last().selectOption({ label: 'What may it cost' });
  await side.getByRole('combobox', { name: 'Comparison' }).last().selectOption({ label: 'is at least' });
  const value = side.getByRole('textbox', { name: 'Value' }).last();
  expect(await value.inputValue()).toBe('€ 100');
  await value.fill('');
  await value.pressSequentially('1250.50');
  expect(await value.inputValue()).toBe('€ 1,250.50');
  await side
    .getByText(/‘What may it cost’ is at least €.1,250\.50/)
    .first()
    .waitFor();
  await look(page, 'amount-en-wide');
  await expect.poll(savedCondition, { timeout: 20_000 }).toMatch(/ and cost >= 125050$/);
  await page.context().close();
});

test('a day is picked in the menus; as FEEL it is told how a day is compared with today', async () => {
  const page = await drawing({ locale: 'en-GB' });
  const side = page.getByRole('complementary', { name: 'Properties' });
  await node(page, 'which').click();
  await side.getByRole('button', { name: 'We will call you' }).click();
  const rows = side.getByRole('combobox', { name: 'What' });
  const before = await rows.count();
  await side.getByRole('button', { name: 'Add a condition' }).click();
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(before + 1);
  await rows.last().selectOption({ label: 'When do you begin' });
  await side.getByRole('combobox', { name: 'Comparison' }).last().selectOption({ label: 'is before' });
  await side.getByLabel('Value').last().fill('2026-09-07');
  await side
    .getByText(/‘When do you begin’ is before Monday 7 September 2026/)
    .first()
    .waitFor();
  await expect.poll(savedCondition, { timeout: 20_000 }).toMatch(/ and begin < "2026-09-07"$/);

  await side.getByRole('button', { name: 'In FEEL' }).click();
  const field = side.getByRole('combobox', { name: 'When this way?: In FEEL' });
  await field.fill('begin < today()');
  await field.press('Escape');
  await side.getByText('‘begin’ is kept as text. Write date(begin) to compare it with a day.').waitFor();
  await look(page, 'day-as-text-en-wide');
  await side.getByRole('button', { name: 'Put it right' }).click();
  expect(await field.inputValue()).toBe('date(begin) < today()');
  await page.context().close();
});

test('a decision table is made by keyboard: rows, cells that are checked, what is missing, and which row fits', async () => {
  const page = await drawing();
  await node(page, 'count').click();
  const side = page.getByRole('complementary', { name: 'Eigenschappen' });
  await side.getByText('Als ‘Hoe groot is het’ is ‘Klein’ → days: 2').waitFor();
  await side.getByRole('button', { name: 'Tabel aanpassen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tabel: Hoeveel dagen' });
  const grid = dialog.getByRole('grid', { name: 'Rijen van de tabel' });
  const cell = (row: number, column: number) => grid.locator(`[data-at="${row} ${column}"]`);
  const wrong = dialog.getByRole('region', { name: 'Wat er aan de hand is' });

  // What no row fits is told, and the row for it is one click away.
  await wrong.getByText(/Voor size = "large", amount = 500 past geen rij/).waitFor();
  await look(page, 'table-nl-wide');
  await wrong.getByRole('button', { name: 'Voeg die rij toe' }).click();
  await expect.poll(() => cell(2, 1).textContent(), { timeout: 20_000 }).toBe('"large"');

  // Arrows go about; typing changes a cell; what is wrong in it is told where.
  await cell(2, 2).click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('>= 500 && < 900');
  await page.keyboard.press('Enter');
  const about = dialog.getByRole('region', { name: 'Rij 3, Hoeveel geld' });
  await about.getByText('Schrijf hier ‘and’ tussen twee voorwaarden', { exact: false }).waitFor();
  await look(page, 'table-wrong-nl-wide');
  await cell(2, 2).focus();
  await page.keyboard.type('>= 500');
  await page.keyboard.press('Tab');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await wrong.getByText('Geen gaten en geen rijen die elkaar in de weg zitten.').waitFor();

  // A row goes up with Alt and arrow, and one undo brings it back.
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => cell(1, 3).textContent(), { timeout: 20_000 }).toBe('10');
  await dialog.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect.poll(() => cell(2, 3).textContent(), { timeout: 20_000 }).toBe('10');

  // By mouse the three dots of a row do the same.
  const ofRow = async (name: string, what: string) => {
    await grid.getByRole('button', { name: new RegExp(`^${name}: `) }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  const rows = () => grid.getByRole('row').count();
  await ofRow('Rij 1', 'Kopie eronder');
  await expect.poll(rows, { timeout: 20_000 }).toBe(5);
  await ofRow('Rij 2', 'Rij weghalen');
  await expect.poll(rows, { timeout: 20_000 }).toBe(4);

  // Tried on sample values: which row fits, and what comes out.
  const trying = dialog.getByRole('region', { name: 'Probeer het uit' });
  await trying.getByLabel('Voorbeeld voor Hoe groot is het').selectOption({ label: 'Groot' });
  await trying.getByLabel('Voorbeeld voor Hoeveel geld').fill('700');
  await trying.getByText('Rij 3 past. Er komt uit: 10').waitFor();
  await dialog
    .getByLabel('Welke rij telt?')
    .selectOption({ label: 'De eerste rij die past, van boven naar beneden' });
  await expect
    .poll(
      async () => {
        const { body } = await running.app.ask('GET', '/definitions/asked');
        const [table] = (body as { definition: Definition }).definition.decisions ?? [];
        return [table?.hitPolicy, table?.rules.map(({ when, gives }) => [...when, ...gives].join(' '))];
      },
      { timeout: 20_000 },
    )
    .toEqual(['first', ['"small" - 2', '"large" < 500 5', '"large" >= 500 10']]);

  // A column is added, named and taken away again.
  await dialog.getByRole('button', { name: 'Antwoord toevoegen' }).click();
  const column = dialog.getByRole('region', { name: 'Dit antwoord' });
  await column.getByLabel('Onder welke naam wordt het antwoord bewaard?').fill('who');
  await grid.getByRole('button', { name: 'Antwoord 2 who: aanpassen' }).waitFor();
  await column.getByRole('button', { name: 'Kolom weghalen' }).click();
  await expect.poll(() => grid.getByRole('columnheader').count(), { timeout: 20_000 }).toBe(4);
  await page.setViewportSize(PHONE.viewport as { width: number; height: number });
  await look(page, 'table-nl-narrow');
  await page.context().close();
});

test('the words of an arrow are dragged and moved by arrows, and each is taken back at once', async () => {
  const page = await drawing();
  const words = page.locator('[data-label="which-end"]');
  const kept = async () => {
    const { body } = await running.app.ask('GET', '/definitions/asked');
    return (body as { definition: Definition }).definition.flows.find(({ id }) => id === 'which-end')
      ?.labelBy;
  };
  // A drawing that has just been opened is still brought into sight.
  await quiet(page);
  const box = await words.boundingBox();
  if (!box) throw new Error('Expected the words of the arrow to be seen');
  await page.mouse.move(box.x + 10, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 46, { steps: 4 });
  await page.mouse.move(box.x + 50, box.y + 66, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await words.boundingBox())?.y, { timeout: 20_000 })
    .toBeGreaterThan(box.y + 50);
  await expect.poll(kept, { timeout: 20_000 }).toBeDefined();
  const dragged = await kept();

  // Selected by the drag, so the arrows reach it; several presses are one step.
  await words.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await expect
    .poll(kept, { timeout: 20_000 })
    .toEqual({ x: (dragged?.x ?? 0) + 20, y: (dragged?.y ?? 0) - 1 });
  await look(page, 'label-nl-wide');
  const undo = page.getByRole('button', { name: /^Ongedaan maken/ });
  await undo.click();
  await expect.poll(kept, { timeout: 20_000 }).toEqual(dragged);
  await undo.click();
  await expect.poll(kept, { timeout: 20_000 }).toBeUndefined();
  await page.context().close();
});
