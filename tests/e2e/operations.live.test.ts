/** A coordinator repairs a process that is stuck and takes one along to another version; an administrator keeps a secret; in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationsTexts } from '../../designer/operations/operations-texts.ts';
import { processesTexts } from '../../designer/processes/processes-texts.ts';
import { axeFinds, openBrowser } from '../pages/support/chromium.ts';
import { lending } from './support/lending.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { signedIn, type Who } from './support/staff.ts';

const words = operationsTexts.nl;

let running: Running;
let browser: Browser;
beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

const enter = (who: Who): Promise<Page> =>
  signedIn({ url: running.app.url, folder: running.folder, browser }, who);
const read = async (path: string) => (await running.app.ask('GET', path)).body;
const where = async (instance: string): Promise<string[]> =>
  (await read(`/instances/${instance}`)).active.map(({ element }: { element: string }) => element);

test('what is stuck: first what would happen, then a reason, then it stands elsewhere, and the record says why', async () => {
  const { stuck, initiative } = await lending(running.app, 'repairing');
  const page = await enter('coordinator');
  await page.goto(`${running.app.url}/initiatives/${initiative}`);
  await page.getByRole('link', { name: 'Herstellen…' }).click();
  await page.getByRole('heading', { name: words.repair.title, level: 1 }).waitFor();

  await page.locator('.react-flow__node[data-id="hand"]').click();
  await page.getByRole('button', { name: words.repair.moveHere.replace('{{name}}', 'Zoek het op') }).click();
  await page.getByRole('button', { name: words.repair.valueAdd }).click();
  await page.getByRole('combobox', { name: words.repair.valueName, exact: true }).fill('street');
  await page.getByRole('textbox', { name: words.repair.valueIs, exact: true }).fill('Esdoornlaan');
  await page.getByRole('button', { name: words.repair.look }).click();

  const foreseen = page.getByRole('region', { name: words.repair.foreseen });
  await foreseen.getByText('street: van "Elm" naar "Esdoornlaan"').waitFor();
  expect(await foreseen.locator('dd').allInnerTexts()).toEqual([
    'Zoek het op',
    'Geef het mee',
    'street: van "Elm" naar "Esdoornlaan"',
    expect.stringMatching(/^Geef het mee: .+ \(nieuw\)$/),
  ]);
  expect(await axeFinds(page)).toEqual([]);
  expect(await where(stuck)).toEqual(['look']);

  await foreseen.getByRole('button', { name: words.repair.go }).click();
  await foreseen.getByText('Vul dit nog in.').waitFor();
  await foreseen.getByRole('textbox', { name: words.why }).fill('Aan de balie opgezocht');
  await foreseen.getByRole('button', { name: words.repair.go }).click();
  await page.getByText(words.repair.done).waitFor();

  expect(await where(stuck)).toEqual(['hand']);
  const { items } = await read(`/instances/${stuck}/facts`);
  expect(items.find(({ type }: { type: string }) => type === 'instance.modified')).toMatchObject({
    by: 'per_noor',
    why: 'Aan de balie opgezocht',
  });
  await page.goto(`${running.app.url}/initiatives/${initiative}`);
  await page.getByText('Aan de balie opgezocht').waitFor();
  await page.context().close();
}, 180_000);

test('what is stuck is tried again after its value was mended, with a reason', async () => {
  const { stuck } = await lending(running.app, 'retrying');
  const page = await enter('coordinator');
  await page.goto(`${running.app.url}/repair/${stuck}`);
  await page.getByRole('checkbox', { name: 'Zoek het op' }).check();
  await page.getByRole('button', { name: words.repair.look }).click();
  await page.getByRole('textbox', { name: words.why }).fill('De kast staat weer aan');
  await page.getByRole('button', { name: words.repair.go }).click();
  await page.getByText(words.repair.done).waitFor();

  const { items } = await read(`/instances/${stuck}/facts`);
  expect(items.filter(({ type }: { type: string }) => type === 'incident.resolved')).toMatchObject([
    { element: 'look', by: 'per_noor', why: 'De kast staat weer aan' },
  ]);
  await page.context().close();
}, 180_000);

describe('another version', () => {
  test('one goes along after a place was chosen, keeps its beginning, and goes back', async () => {
    const { process, waiting, stuck } = await lending(running.app, 'moving', { second: true });
    const page = await enter('coordinator');
    await page.goto(`${running.app.url}/processes/${process}`);
    await page.getByText(processesTexts.nl.versions, { exact: true }).click();
    await page.getByRole('link', { name: /meenemen naar deze versie/ }).click();
    await page.getByRole('heading', { name: words.move.title.replace('{{n}}', '2') }).waitFor();

    const rows = page.getByRole('region', { name: /op een andere versie/ }).locator('li:has(input)');
    await rows.filter({ hasText: words.move.verdict.choice }).waitFor();
    await rows
      .filter({ hasText: words.move.verdict.safe })
      .getByText(/1 dag verschuift/)
      .click();
    await rows.getByText(/Bekijk de vraag: van .+ naar .+/).waitFor();
    expect(await axeFinds(page)).toEqual([]);

    await page.getByRole('combobox', { name: /Zoek het op/ }).click();
    await page.getByRole('option', { name: 'Kijk wat er is' }).click();
    await rows.filter({ hasText: words.move.verdict.choice }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(2);
    await page.getByRole('checkbox', { name: 'Alles wat zo mee kan (2)' }).check();
    await page.getByRole('textbox', { name: words.why }).fill('Meer tijd om te kijken');
    await page.getByRole('button', { name: 'Neem 2 mee' }).click();

    await page.getByText('2 van 2 zijn mee.').waitFor({ timeout: 60_000 });
    expect((await where(stuck))[0]).toBe('see');
    expect((await read(`/instances/${waiting}`)).process.version).toBe(2);

    await page
      .getByRole('button', { name: /^Terug naar versie 1/ })
      .first()
      .click();
    await page.getByText(words.move.isBack.replace('{{n}}', '1')).waitFor();
    const versions = await Promise.all(
      [waiting, stuck].map(async (one) => (await read(`/instances/${one}`)).process.version),
    );
    expect(versions.sort()).toEqual([1, 2]);
    await page.context().close();
  }, 240_000);
});

describe('connections and the log', () => {
  test('an administrator keeps a secret and makes a key that is shown once; both are in the log', async () => {
    const page = await enter('administrator');
    await page.goto(`${running.app.url}/connections`);
    await page.getByRole('button', { name: words.secrets.add }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: words.secrets.name, exact: true }).fill('crm');
    await dialog.getByLabel(words.secrets.value, { exact: true }).fill('the-value');
    await dialog.getByRole('textbox', { name: words.secrets.where }).fill('https://crm.example.org/path');
    await dialog.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('Gaat naar https://crm.example.org', { exact: true }).waitFor();
    expect(await page.content()).not.toContain('the-value');

    await page.getByRole('button', { name: words.tokens.make }).click();
    await dialog.getByRole('textbox', { name: words.tokens.name }).fill('Website');
    await dialog.getByRole('button', { name: words.tokens.make }).click();
    const token = await dialog.getByRole('textbox', { name: words.tokens.token }).inputValue();
    const asIt = async () =>
      (await fetch(`${running.app.url}/v1/definitions`, { headers: { Authorization: `Bearer ${token}` } }))
        .status;
    expect(await asIt()).toBe(200);
    await dialog.getByRole('button', { name: words.tokens.kept }).click();
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: `${words.tokens.end}: Website` }).click();
    await dialog.getByRole('button', { name: words.tokens.end, exact: true }).click();
    await page.getByText(words.tokens.endSaid.replace('{{name}}', 'Website')).waitFor();
    expect(await asIt()).toBe(401);

    await page.goto(`${running.app.url}/log`);
    for (const act of [words.log.act.secret.changed, words.log.act.token.added, words.log.act.token.revoked])
      await page.getByRole('listitem').filter({ hasText: act }).first().waitFor();
    await page.context().close();
  }, 180_000);

  test('who may not change them finds no button for it, and who may not look finds neither', async () => {
    const coordinator = await enter('coordinator');
    await coordinator.goto(`${running.app.url}/connections`);
    await coordinator.getByRole('heading', { name: words.secrets.title }).waitFor();
    expect(await coordinator.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await coordinator.getByRole('heading', { name: words.tokens.title }).count()).toBe(0);
    await coordinator.context().close();

    const supporter = await enter('supporter');
    for (const path of ['/connections', '/log', '/repair/pi_1', '/processes/T1/versions/1/move']) {
      await supporter.goto(`${running.app.url}${path}`);
      await supporter.getByRole('heading', { name: words.notYours }).waitFor();
    }
    await supporter.context().close();
  }, 120_000);
});
