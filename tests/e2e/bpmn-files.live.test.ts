/** A coordinator brings in drawings of other programs, sees what came over, and takes one out again, in a real browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBpmn } from '../../bpmn/index.ts';
import type { Definition } from '../../contract/index.ts';
import { processesTexts } from '../../designer/processes/processes-texts.ts';
import { models } from '../bpmn/support.ts';
import { axeFinds, openBrowser, overflow, PHONE } from '../pages/support/chromium.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { signedIn } from './support/staff.ts';

const words = processesTexts.nl;

let running: Running;
let browser: Browser;
beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

const { file } = words;
const enter = async (options: object = {}): Promise<Page> => {
  const page = await signedIn(
    { url: running.app.url, folder: running.folder, browser },
    'coordinator',
    options,
  );
  await page.goto(`${running.app.url}/processes`);
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  return page;
};
const choose = (page: Page, ...chosen: Parameters<ReturnType<Page['locator']>['setInputFiles']>) =>
  page.locator('input[type=file]').setInputFiles(...chosen);
const draft = async (id: string) => running.app.ask('GET', `/definitions/${id}`);
const draftOf = async (id: string): Promise<Definition> => (await draft(id)).body.definition;

async function saved(page: Page, item: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: words.menu, exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a drawing of another program: what came over in part is said, it becomes a draft, and goes out as it is', async () => {
  const page = await enter();
  await choose(page, join(models, 'camunda-7.bpmn'));
  const dialog = page.getByRole('dialog', { name: file.title });
  await dialog.getByText('Permit for a street party').waitFor();
  await dialog.getByRole('heading', { name: file.partly_other.replace('{{count}}', '2') }).waitFor();
  await dialog.getByText('regel 39 van het bestand').waitFor();
  expect(await axeFinds(page)).toEqual([]);

  await dialog.getByRole('button', { name: file.go_one }).click();
  await page.waitForURL(/\/processes\/Permit$/);
  await page.locator('.react-flow__node[data-id="Permit_Print"]').waitFor();
  const out = await saved(page, words.exportBpmn);

  expect(out.name).toBe('Permit.bpmn');
  const back = readBpmn(out.text);
  // What was kept of its drawing tells of the places it has now.
  const { kept: _, ...process } = await draftOf('Permit');
  expect(back.ok && back.definitions).toEqual([{ ...process, kept: expect.any(Array) }]);
  expect(out.text).toContain('camunda:executionListener');
  await page.context().close();
}, 120_000);

test('two processes of one file become two drafts that go on calling each other beside those that were there', async () => {
  const page = await enter();
  for (const n of [1, 2]) {
    await choose(page, join(models, 'call-activity.bpmn'));
    const dialog = page.getByRole('dialog', { name: file.title });
    await dialog.getByRole('button', { name: file.go_other }).click();
    await page.waitForURL(n === 1 ? /\/processes\/Caller$/ : /\/processes\/Caller-2$/);
    await page.goto(`${running.app.url}/processes`);
    await page.getByRole('heading', { name: words.own }).waitFor();
  }

  const calls = (await draftOf('Caller-2')).elements.flatMap((one) =>
    one.type === 'callActivity' ? [one.process] : [],
  );
  expect(calls).toEqual(['Called-2']);
  expect((await draft('Called-2')).status).toBe(200);
  await page.context().close();
}, 120_000);

test('decision tables come in and go out as DMN', async () => {
  const page = await enter();
  await choose(page, join(models, 'grant.dmn'));
  const dialog = page.getByRole('dialog', { name: file.title });
  await dialog.getByText(file.tablesOnly).waitFor();
  await dialog.getByRole('button', { name: file.go_one }).click();
  await page.waitForURL(/\/processes\/Grants$/);
  await page.getByRole('heading', { level: 1 }).waitFor();

  const back = readBpmn((await saved(page, words.exportDmn)).text);
  expect(back.ok && back.definitions[0]?.decisions).toEqual((await draftOf('Grants')).decisions);

  await page.getByRole('button', { name: words.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: words.exportBpmn }).click();
  await page.getByText(words.notSaved.empty).waitFor();
  await page.context().close();
}, 120_000);

test('a file that brings in others is refused in a sentence, and nothing is made', async () => {
  const page = await enter(PHONE);
  const before = (await running.app.ask('GET', '/definitions')).body.items.length;
  const evil = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>';
  await choose(page, { name: 'evil.bpmn', mimeType: 'application/xml', buffer: Buffer.from(evil) });

  const dialog = page.getByRole('dialog', { name: file.refused });
  await dialog.getByText(file.why.entities).waitFor();
  expect(await axeFinds(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await dialog.getByRole('button', { name: file.close }).last().click();
  expect((await running.app.ask('GET', '/definitions')).body.items).toHaveLength(before);
  await page.context().close();
}, 120_000);
