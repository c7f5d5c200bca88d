/** A coordinator at the canvas, in a real browser on the real servers: draws by mouse and by keyboard, loses nothing, publishes, plays. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { temporaryFolder } from '../../servers/index.ts';
import { axeFinds, DESK, openBrowser, overflow, PHONE } from '../pages/support/chromium.ts';
import { type Application, application } from './support/application.ts';
import { choose, node } from './support/on-the-canvas.ts';
import { signedIn } from './support/staff.ts';

let folder: string;
let app: Application;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder();
  app = await application({ DATA_DIR: folder }, 'coordinator');
  [browser] = await Promise.all([openBrowser(), app.start()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function asCoordinator(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const page = await signedIn({ url: app.url, folder, browser }, 'coordinator', options);
  return { context: page.context(), page };
}

const draftOf = async (id: string): Promise<Definition> =>
  (await app.ask('GET', `/definitions/${id}`)).body.definition;
const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Bewaard$/ })
    .waitFor({ timeout: 20_000 });

const isFocused = (element: Element): boolean => element === document.activeElement;

/** With SCREENSHOTS the screens are kept there to be looked at. */
const pictures = process.env.SCREENSHOTS;
if (pictures) mkdirSync(pictures, { recursive: true });

/** Axe finds nothing and nothing scrolls sideways, at a desk and on a phone. */
async function look(page: Page, name: string): Promise<void> {
  for (const [size, options] of [
    ['wide', DESK],
    ['narrow', PHONE],
  ] as const) {
    if (options.viewport) await page.setViewportSize(options.viewport);
    await expect.poll(() => overflow(page), { message: `${name}, ${size}` }).toBe(0);
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${size}.png`) });
    expect(await axeFinds(page), `${name}, ${size}`).toEqual([]);
  }
  if (DESK.viewport) await page.setViewportSize(DESK.viewport);
}

/** Names are unique in the process, so elements are found by what people read. */
async function called(id: string, name: string): Promise<string> {
  const found = (await draftOf(id)).elements.find(
    (one) => typeof one.name === 'object' && one.name.nl === name,
  );
  if (!found) throw new Error(`No element is called ${name}`);
  return found.id;
}

async function takeOver(page: Page, template: string): Promise<string> {
  await page.goto(`${app.url}/processes`);
  await page.getByRole('button', { name: `Neem over: ${template}` }).click();
  await page.waitForURL(/\/processes\/.+/);
  await page.locator('.react-flow__node').first().waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) as string;
}

describe('drawing', () => {
  test('a term, a task by mouse, one by keyboard, connecting, undoing, and a finding that leads to its place', async () => {
    const { context, page } = await asCoordinator();
    const id = await takeOver(page, 'Basisondersteuning');
    const before = await draftOf(id);

    // A term: the card says it at once, and an example date with each day counted.
    await node(page, 'n3').click();
    await page.getByLabel('Hoeveel').first().fill('3');
    await node(page, 'n3').getByText('3 wd').waitFor();
    await page
      .getByLabel(/Voorbeeld: begint het op/)
      .first()
      .fill('2026-04-02');
    await page.getByText('woensdag 8 april 2026').waitFor();
    await page.getByRole('button', { name: 'Hoe is dat geteld?' }).first().click();
    await page.getByText('Tweede Paasdag').waitFor();

    // A task by mouse, dropped on free paper.
    const canvas = page.getByLabel('Tekening van het proces').first();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('No canvas');
    const count = await page.locator('.react-flow__node').count();
    await page
      .getByRole('button', { name: 'Taak', exact: true })
      .dragTo(canvas, { targetPosition: { x: 330, y: 400 } });
    await expect.poll(() => page.locator('.react-flow__node').count(), { timeout: 20_000 }).toBe(count + 1);
    await page.locator('#property-name').fill('Met de muis');
    await saved(page);
    const mouse = await called(id, 'Met de muis');

    // Connected by dragging from its exit to another element.
    await node(page, mouse).click();
    const exit = await node(page, mouse).locator('.react-flow__handle-right').boundingBox();
    const entry = await node(page, 'n2').boundingBox();
    if (!exit || !entry) throw new Error('Nothing to drag');
    await page.mouse.move(exit.x + exit.width / 2, exit.y + exit.height / 2);
    await page.mouse.down();
    await page.mouse.move(entry.x + 30, entry.y + 30, { steps: 12 });
    await page.mouse.up();
    await expect
      .poll(async () => (await draftOf(id)).flows.some(({ from, to }) => from === mouse && to === 'n2'), {
        timeout: 15_000,
      })
      .toBe(true);

    // One more by keyboard alone: along the arrows, append, name it, connect it.
    await node(page, 'n2').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Wat komt hierna?' }).fill('gesprek');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('#property-name').fill('Met de toetsen');
    await saved(page);
    const keys = await called(id, 'Met de toetsen');
    await node(page, keys).focus();
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Waar leidt dit heen?' }).fill('kennismaking');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await draftOf(id)).flows.filter(({ from }) => from === keys).length, {
        timeout: 15_000,
      })
      .toBe(1);

    // Undo and redo: one gesture is one step.
    const now = await draftOf(id);
    await node(page, keys).focus();
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await draftOf(id)).flows.length, { timeout: 15_000 })
      .toBe(now.flows.length - 1);
    await page.keyboard.press('Control+y');
    await expect
      .poll(async () => (await draftOf(id)).flows.length, { timeout: 15_000 })
      .toBe(now.flows.length);

    // The task that nothing leads to is found, and its finding leads there.
    await page.getByText(/^Controle/).click();
    const finding = page.getByRole('button', { name: /Met de muis/ }).first();
    await finding.click();
    await expect
      .poll(() => node(page, mouse).getAttribute('class'), { timeout: 20_000 })
      .toContain('selected');

    await page.keyboard.press('Escape');
    expect(await axeFinds(page)).toEqual([]);
    expect(before.elements.length).toBe(now.elements.length - 2);
    await context.close();
  }, 180_000);

  test('a reload in the middle of typing, and a server killed while drawing, lose nothing', async () => {
    const { context, page } = await asCoordinator();
    const id = await takeOver(page, 'Proefperiode');

    await node(page, 'n1').click();
    await page.locator('#property-name').fill('Ons plan voor het proberen');
    await page.reload();
    await node(page, 'n1').getByText('Ons plan voor het proberen').waitFor();
    await saved(page);

    app.kill();
    await node(page, 'n1').click();
    await page.locator('#property-name').fill('Getekend zonder server');
    await page.getByRole('status').filter({ hasText: 'de server is even weg' }).waitFor({ timeout: 20_000 });
    await app.start();
    await saved(page);

    expect(await called(id, 'Getekend zonder server')).toBe('n1');
    await context.close();
  }, 240_000);

  test('two people on one draft: what does not touch is put together, what does is chosen', async () => {
    const [one, two] = [await asCoordinator(), await asCoordinator()];
    const id = await takeOver(one.page, 'Proefperiode');
    await two.page.goto(one.page.url());
    const rename = async (page: Page, element: string, name: string) => {
      await node(page, element).click();
      await page.locator('#property-name').fill(name);
    };

    await rename(one.page, 'n1', 'Plan van de een');
    await saved(one.page);
    await rename(two.page, 'n2', 'Afspraken van de ander');
    await saved(two.page);
    expect([await called(id, 'Plan van de een'), await called(id, 'Afspraken van de ander')]).toEqual([
      'n1',
      'n2',
    ]);

    // One changes what the other changed, and removes what the other changes after that.
    await one.context.setOffline(true);
    await rename(one.page, 'n2', 'Afspraken van de een');
    await node(one.page, 'n1').click();
    await one.page.keyboard.press('Delete');
    await rename(two.page, 'n1', 'Plan voor de buurt');
    await saved(two.page);
    await one.context.setOffline(false);
    const bar = one.page.getByRole('region', { name: 'Twee mensen pasten hetzelfde aan' });
    await bar.getByText('Nog 2 keuzes').waitFor({ timeout: 30_000 });
    await node(one.page, 'n2').getByText('kies', { exact: true }).waitFor();
    await node(one.page, 'n1').getByText('Plan voor de buurt').waitFor();
    await look(one.page, 'both-changed');

    // By keyboard: to the first, and there the other is chosen. A reload in the middle keeps that.
    await one.page.keyboard.press('F8');
    const panel = one.page.getByRole('region', { name: 'Allebei aangepast' });
    await expect(panel.getByRole('heading', { name: 'Allebei aangepast' }).evaluate(isFocused)).resolves.toBe(
      true,
    );
    await panel.getByText('Afspraken van de een').first().waitFor();
    await panel.getByText('Afspraken van de ander').first().waitFor();
    await look(one.page, 'two-sides');
    await panel.getByRole('button', { name: /^Kies deze: Van Noor.*Afspraken van de een/ }).focus();
    await one.page.keyboard.press('Enter');
    await bar.getByText('Nog 1 keuze').waitFor();
    await one.page.reload();
    await bar.getByText('Nog 1 keuze').waitFor({ timeout: 20_000 });
    await node(one.page, 'n2').getByText('de andere', { exact: true }).waitFor();

    // Being done without the last choice leads to it: the ghost of what was removed here.
    await bar.getByRole('button', { name: 'Klaar: zo bewaren' }).click();
    await panel.getByText(/^Hier weggehaald, daar aangepast/).waitFor();
    await panel.getByRole('button', { name: /^Kies deze: Van Noor/ }).click();
    await bar.getByText('Alles is gekozen').waitFor();
    await bar.getByRole('button', { name: 'Klaar: zo bewaren' }).click();
    await saved(one.page);
    expect(await called(id, 'Plan voor de buurt')).toBe('n1');
    expect(await called(id, 'Afspraken van de ander')).toBe('n2');
    await Promise.all([one.context.close(), two.context.close()]);
  }, 180_000);
});

describe('a draft that goes out from an older version', () => {
  test('takes in what was put into use since; what both changed is chosen on the drawing', async () => {
    const text = (name: string) => ({ nl: name, en: name });
    const process = (ask: string, call: string) => ({
      v: 1,
      id: 'older',
      name: text('Ouder concept'),
      roles: [{ id: 'supporter', name: text('Ondersteuner'), side: 'us' }],
      elements: [
        { id: 'start', type: 'startEvent', x: 0, y: 100 },
        { id: 'ask', type: 'userTask', name: text(ask), roles: ['supporter'], x: 160, y: 80 },
        { id: 'call', type: 'userTask', name: text(call), roles: ['supporter'], x: 460, y: 80 },
        { id: 'end', type: 'endEvent', x: 760, y: 100 },
      ],
      flows: [
        { id: 'f1', from: 'start', to: 'ask' },
        { id: 'f2', from: 'ask', to: 'call' },
        { id: 'f3', from: 'call', to: 'end' },
      ],
    });
    const publish = async (revision: number) =>
      expect(
        (await app.ask('POST', '/definitions/older/versions', { revision, note: 'Anders' })).status,
      ).toBe(201);
    await app.ask('POST', '/definitions', { definition: process('Vraag', 'Bel') });
    await publish(1);
    const second = { definition: process('Vraag rond', 'Bel op'), revision: 1 };
    expect((await app.ask('PUT', '/definitions/older', second)).status).toBe(200);
    await publish(2);

    const { context, page } = await asCoordinator();
    await page.goto(`${app.url}/processes/older?view=versions`);
    await page.getByRole('button', { name: 'Terughalen als nieuw concept' }).last().click();
    await node(page, 'ask').click();
    await page.locator('#property-name').fill('Vraag de buurt');
    await saved(page);
    expect((await app.ask('GET', '/definitions/older')).body.basedOn).toBe(1);
    await page.getByText('Dit concept gaat uit van versie 1. Intussen is versie 2 in gebruik.').waitFor();
    await page.getByRole('button', { name: 'Haal binnen wat er veranderde' }).click();

    const bar = page.getByRole('region', { name: 'Wat sinds versie 1 in gebruik kwam' });
    await bar.getByText('Nog 1 keuze').waitFor();
    await node(page, 'ask').getByText('kies', { exact: true }).waitFor();
    await bar.getByRole('button', { name: 'Alles uit het concept' }).click();
    await bar.getByRole('button', { name: 'Klaar: zo bewaren' }).click();
    await saved(page);

    const names = (await draftOf('older')).elements.flatMap(({ name }) =>
      typeof name === 'object' ? [name.nl] : [],
    );
    expect(names).toEqual(['Vraag de buurt', 'Bel op']);
    expect((await app.ask('GET', '/definitions/older')).body.basedOn).toBe(2);
    expect(await page.getByText(/^Dit concept gaat uit van versie/).count()).toBe(0);
    await context.close();
  }, 120_000);
});

describe('every way', () => {
  test('is gone through when asked: what may get stuck, how it comes to that, and that all ends well once mended', async () => {
    const task = (id: string, name: string) => ({
      id,
      type: 'userTask',
      name: { nl: name, en: name },
      roles: ['supporter'],
      term: { amount: 2, unit: 'workingDays' },
    });
    const stuck = {
      v: 1,
      id: 'stuck',
      name: { nl: 'Samen verder', en: 'On together' },
      roles: [{ id: 'supporter', name: { nl: 'Ondersteuner', en: 'Supporter' }, side: 'us' }],
      elements: [
        { id: 'start', type: 'startEvent' },
        {
          ...task('ask', 'Vraag rond'),
          outcomes: [
            { id: 'yes', label: 'Ja' },
            { id: 'no', label: 'Nee' },
          ],
        },
        task('call', 'Bel op'),
        { id: 'together', type: 'parallelGateway', name: { nl: 'Samen', en: 'Together' } },
        { id: 'end', type: 'endEvent' },
      ],
      flows: [
        { id: 'f1', from: 'start', to: 'ask' },
        { id: 'f2', from: 'ask', to: 'call', outcome: 'yes' },
        { id: 'f3', from: 'ask', to: 'together', outcome: 'no' },
        { id: 'f4', from: 'call', to: 'together' },
        { id: 'f5', from: 'together', to: 'end' },
      ],
    };
    expect((await app.ask('POST', '/definitions', { definition: stuck })).status).toBe(201);
    const { context, page } = await asCoordinator();
    await page.goto(`${app.url}/processes/stuck`);
    await page.getByText(/^Controle/).click();
    await page.getByRole('button', { name: 'Loop alle wegen na' }).click();
    const ways = page.getByRole('region', { name: 'Alle wegen' });
    await ways.getByRole('listitem').first().waitFor();
    await ways.getByText('Zo komt het zover').first().click();
    await ways.getByText('‘Vraag rond’: ').first().waitFor();
    // A finding leads to its place; what was found is still there afterwards.
    await ways.getByRole('button').last().click();
    await page.locator('#property-name').waitFor();
    await page.getByText(/^Controle/).click();
    await ways.getByText('Zo komt het zover').first().waitFor();
    expect(await axeFinds(page)).toEqual([]);

    const { body } = await app.ask('GET', '/definitions/stuck');
    const elements = stuck.elements.map((one) =>
      one.id === 'together' ? { ...one, type: 'exclusiveGateway' } : one,
    );
    await app.ask('PUT', '/definitions/stuck', {
      definition: { ...stuck, elements },
      revision: body.revision,
    });
    await page.reload();
    await page.getByText(/^Controle/).click();
    await page.getByRole('button', { name: 'Loop alle wegen na' }).click();
    await page.getByText('Elke weg loopt goed af.').waitFor();
    await context.close();
  }, 120_000);
});

describe('using it', () => {
  test('errors hold publishing up; without them a version comes into use and can be brought back', async () => {
    const { context, page } = await asCoordinator();
    const id = await takeOver(page, 'Proefperiode');
    await page.getByRole('button', { name: 'Taak', exact: true }).click();
    await page.getByRole('button', { name: /aandachtspunten/ }).waitFor();
    await page.getByRole('button', { name: 'In gebruik nemen' }).click();
    await page.getByText(/Los die eerst op|Los die eerst/).waitFor();
    await page.getByRole('button', { name: 'Niet nu' }).last().click();

    await page.locator('.react-flow__node.selected').focus();
    await page.keyboard.press('Delete');
    await saved(page);
    await page.getByRole('button', { name: 'In gebruik nemen' }).click();
    await page.getByLabel(/Wat is er veranderd/).fill('Eerste versie van ons');
    await page.getByRole('dialog').getByRole('button', { name: 'In gebruik nemen' }).click();
    await page.getByText('Versie 1 is in gebruik.').waitFor();
    expect((await app.ask('GET', `/definitions/${id}/versions`)).body.items).toMatchObject([
      { version: 1, note: 'Eerste versie van ons' },
    ]);

    await page.getByText('Versies', { exact: true }).click();
    await page.getByText('Eerste versie van ons').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Terughalen als nieuw concept' }).click();
    await page.getByText('Versie 1 staat nu in je concept').waitFor();
    await context.close();
  }, 180_000);

  test('play: begins with an example, shows who is asked and the mail that went, jumps, and steps back', async () => {
    const { context, page } = await asCoordinator();
    await takeOver(page, 'Basisondersteuning');
    await page.getByText('Spelen', { exact: true }).click();
    await page.getByRole('button', { name: 'Vul voorbeeld in' }).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByText('Bedankt, we hebben je idee ontvangen').waitFor();
    await page.getByRole('button', { name: 'Gesproken' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);

    await page.getByRole('button', { name: 'Naar wat er nu gebeurt' }).click();
    await page.getByText(/De klok ging naar/).waitFor();
    await page.getByRole('button', { name: 'Stap terug' }).click();
    await page.getByRole('button', { name: 'Gesproken' }).click();
    await page.getByRole('button', { name: 'Klaar: Kennismaking' }).click();
    await node(page, 'n5').locator('[data-present]').waitFor({ state: 'attached' });
    await context.close();
  }, 120_000);

  test('on a telephone it is readable, in both languages, without scrolling sideways', async () => {
    const { context, page } = await asCoordinator(PHONE);
    const id = await takeOver(page, 'Proefperiode');
    expect(await overflow(page)).toBe(0);
    await choose(page, 'n1.start');
    await page.getByRole('button', { name: 'Eigenschappen' }).first().click();
    await page.locator('#property-name').waitFor();
    expect(await axeFinds(page)).toEqual([]);

    await page.evaluate(() => localStorage.setItem('speelruimte.language', 'en'));
    await page.goto(`${app.url}/processes/${id}`);
    await page.getByText('Saved').waitFor();
    expect(await overflow(page)).toBe(0);
    await page.goto(`${app.url}/processes`);
    await page.getByRole('heading', { name: 'Processes', exact: true }).waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    await context.close();
  }, 120_000);
});
