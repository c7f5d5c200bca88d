/** A coordinator tries a process out in a real browser: plays, steps back, keeps a scenario, runs all, sees what they come to, breaks it. */
import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { temporaryFolder } from '../../servers/index.ts';
import { axeFinds, openBrowser, overflow, PHONE } from '../pages/support/chromium.ts';
import { type Application, application } from './support/application.ts';
import { asksWhen, calling, mistaken } from './support/mistaken.ts';
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

/** What share of the process is said to be come to. */
async function share(page: Page): Promise<number> {
  const words = await page.getByText(/\d+% van het proces/).innerText();
  return Number(/\d+/.exec(words)?.[0]);
}

const toTab = (page: Page, tab: RegExp) =>
  page.getByRole('radiogroup', { name: 'Wat wil je doen?' }).getByText(tab).click();

describe('trying a process out', () => {
  test('T1 is played, stepped back in, and kept twice; what scenarios come to grows; a change turns one red', async () => {
    const { context, page } = await asCoordinator();
    await page.goto(`${app.url}/processes`);
    await page.getByRole('button', { name: 'Neem over: Basisondersteuning' }).click();
    await page.waitForURL(/\/processes\/.+/);
    const id = new URL(page.url()).pathname.split('/').at(-1) as string;
    await page.locator('.react-flow__node').first().waitFor();
    await page.getByText('Spelen', { exact: true }).click();
    await page.getByRole('button', { name: 'Vul voorbeeld in' }).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();

    // Why that day: every day that was counted and skipped.
    await page
      .getByRole('button', { name: /klaar op/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Naar wat er nu gebeurt' }).click();
    await page
      .getByText(/De klok ging naar/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Stap terug' }).click();
    await page.getByText(/De klok ging naar/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Gesproken' }).click();
    await page.getByText(/Dit bewaren komt op \d+ nieuwe plekken: \+[\d,]+%/).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByLabel('Naam van het scenario').fill('Eerst gesproken');
    await page.getByRole('button', { name: 'Bewaar als scenario' }).click();
    await page.getByText('“Eerst gesproken” is bewaard.').first().waitFor();

    await toTab(page, /Scenario’s \(1\)/);
    await page.getByText('Alles gaat zoals het moet (1).').waitFor();
    const once = await share(page);
    expect(once).toBeGreaterThan(0);
    await page.locator('.react-flow__node [data-light]').first().waitFor({ state: 'attached' });
    expect(await axeFinds(page)).toEqual([]);

    // Opened in play it goes step by step, and on from its end.
    await page.getByRole('button', { name: 'Speel dit na: Eerst gesproken' }).click();
    await page.getByRole('button', { name: 'Volgende stap' }).click();
    await page.getByText('Dit is het einde van dit verhaal.').waitFor();
    await page.getByRole('button', { name: 'Klaar: Kennismaking' }).click();
    await page.getByRole('button', { name: 'Doen:' }).first().waitFor();
    await page.getByLabel('Naam van het scenario').fill('Ook kennisgemaakt');
    await page.getByRole('button', { name: 'Bewaar als scenario' }).click();
    await toTab(page, /Scenario’s \(2\)/);
    await page.getByText('Alles gaat zoals het moet (2).').waitFor();
    await page.getByRole('button', { name: 'Speel alles af' }).click();
    await page.getByText('Alles gaat zoals het moet (2).').waitFor();
    expect(await share(page)).toBeGreaterThan(once);

    // The way after the first contact is drawn to another place.
    const { definition, revision } = (await app.ask('GET', `/definitions/${id}`)).body;
    const flows = definition.flows.map((flow: Definition['flows'][number]) =>
      flow.from === 'n3' && flow.to === 'n4' ? { ...flow, to: 'n5' } : flow,
    );
    expect(flows).not.toEqual(definition.flows);
    await app.ask('PUT', `/definitions/${id}`, { definition: { ...definition, flows }, revision });
    await page.reload();
    await page.locator('.react-flow__node').first().waitFor();
    await page.getByText('Spelen', { exact: true }).click();
    await toTab(page, /Scenario’s \(2\)/);
    await page.getByText('Niet meer zoals het moet: 2 van 2.').waitFor();
    await page.getByText('Open: ‘Kennismaking’').first().waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Zo is het nu goed: Eerst gesproken' }).click();
    await page.getByText('Niet meer zoals het moet: 1 van 2.').waitFor();
    await context.close();
  }, 180_000);

  test('a process with a mistake is broken; the story found is played and kept', async () => {
    const made = await app.ask('POST', '/definitions', { definition: mistaken });
    expect(made.status).toBe(201);
    const { context, page } = await asCoordinator();
    await page.goto(`${app.url}/processes/mistaken`);
    await page.locator('.react-flow__node').first().waitFor();
    await page.getByText('Spelen', { exact: true }).click();
    await toTab(page, /Stukmaken/);
    await page.getByRole('button', { name: 'Probeer het stuk te maken' }).click();
    const found = 'Het blijft staan bij ‘Alles klaar’: er kan niets meer gebeuren.';
    await page.getByText(found).waitFor({ timeout: 60_000 });
    await page.getByText('Zo komt het ervan').first().click();
    expect(await axeFinds(page)).toEqual([]);

    await page.getByRole('button', { name: `Speel dit na: ${found}` }).click();
    await page.getByRole('button', { name: 'Speel tot het einde' }).click();
    await page.getByRole('region', { name: 'Spelen' }).getByText(found, { exact: true }).waitFor();
    await page.getByText('Er staat niets open.').waitFor();
    await page.getByRole('button', { name: 'Bewaar als scenario' }).click();
    await page
      .getByText(/is bewaard\./)
      .first()
      .waitFor();

    const kept = (await app.ask('GET', '/definitions/mistaken/scenarios')).body.items;
    expect(kept).toMatchObject([{ scenario: { scenario: found } }]);
    expect(kept[0].scenario.steps.at(-1).expect).toContainEqual({ where: ['join'] });
    await context.close();
  }, 180_000);

  test('what a process calls plays along when it is broken, and is named', async () => {
    const inner = await app.ask('POST', '/definitions', { definition: asksWhen });
    const { revision } = inner.body as { revision: number };
    const note = 'first';
    expect((await app.ask('POST', '/definitions/asks-when/versions', { revision, note })).status).toBe(201);
    expect((await app.ask('POST', '/definitions', { definition: calling })).status).toBe(201);
    const { context, page } = await asCoordinator();
    await page.goto(`${app.url}/processes/calling`);
    await page.locator('.react-flow__node').first().waitFor();
    await page.getByText('Spelen', { exact: true }).click();
    await toTab(page, /Stukmaken/);
    await page.getByRole('button', { name: 'Probeer het stuk te maken' }).click();
    const found = page
      .getByRole('listitem')
      .filter({ hasText: 'Het loopt vast bij ‘Ga langs’ in ‘Vragen wanneer’.' });
    await found.getByText('Zo komt het ervan').click();
    await found.getByText('‘Vraag wanneer’ is klaar').waitFor();
    expect(await axeFinds(page)).toEqual([]);

    await found.getByRole('button', { name: /Speel dit na/ }).click();
    await page.getByRole('button', { name: 'Speel tot het einde' }).click();
    await page.getByRole('navigation', { name: 'Welke werkwijze je ziet' }).waitFor();
    await context.close();
  });

  test('on a telephone, in English, everything can be read and reached by keyboard', async () => {
    const { context, page } = await asCoordinator(PHONE);
    await page.evaluate(() => localStorage.setItem('speelruimte.language', 'en'));
    await page.goto(`${app.url}/processes/mistaken`);
    await page.locator('.react-flow__node').first().waitFor();
    await page.getByText('Play', { exact: true }).click();
    const tabs = page.getByRole('radiogroup', { name: 'What do you want to do?' });
    await tabs.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('All goes as it should (1).').waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFinds(page)).toEqual([]);

    await tabs.getByRole('radio').nth(1).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Try to break it' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Found in 60 stories/).waitFor({ timeout: 60_000 });
    expect(await overflow(page)).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    await context.close();
  }, 120_000);
});
