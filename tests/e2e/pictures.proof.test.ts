/**
 * The pictures of docs/designer.md, each made by doing what it shows. `PICTURES=docs/pictures npm run prove -- pictures` makes
 * them anew; without it they are made and thrown away. Every picture that the page shows is made here.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canvasTexts } from '../../designer/canvas/canvas-texts.ts';
import { commentsTexts } from '../../designer/comments/comments-texts.ts';
import { ownCopyTexts } from '../../designer/own-copy/own-copy-texts.ts';
import { pictureTexts } from '../../designer/picture/picture-texts.ts';
import { playTexts } from '../../designer/play/play-texts.ts';
import { tryingTexts } from '../../designer/play/trying-texts.ts';
import { beginTexts } from '../../designer/processes/begin-texts.ts';
import { processesTexts } from '../../designer/processes/processes-texts.ts';
import { sharingTexts } from '../../designer/sharing/sharing-texts.ts';
import { models } from '../bpmn/support.ts';
import { draw, end, start } from '../core/check/drawing.ts';
import { openBrowser, PHONE } from '../pages/support/chromium.ts';
import { asked } from './support/asked.ts';
import { mistaken } from './support/mistaken.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { node } from './support/on-the-canvas.ts';
import { quiet } from './support/quiet.ts';
import { signedIn, type Who } from './support/staff.ts';

const canvas = canvasTexts.en;
const processes = processesTexts.en;
const commenting = commentsTexts.en;
const play = playTexts.en;
const begin = beginTexts.en;
const own = ownCopyTexts.en;
const paper = pictureTexts.en;
const sharing = sharingTexts.en;
const trying = tryingTexts.en;
const DESK = { viewport: { width: 1280, height: 800 } };

/** One that has another do its work. */
const caller = {
  ...draw(
    [
      start('start', { name: { nl: 'Begin', en: 'Begin' }, x: 40, y: 122 }),
      {
        id: 'partners',
        type: 'callActivity',
        process: 'T7',
        name: { nl: 'Partners', en: 'Partners' },
        x: 180,
        y: 100,
      },
      end('end', { name: { nl: 'Klaar', en: 'Done' }, x: 480, y: 122 }),
    ],
    'start > partners > end',
  ),
  id: 'caller',
  name: { nl: 'Samen verder', en: 'On together' },
};

const folder = process.env.PICTURES;
if (folder) mkdirSync(folder, { recursive: true });

let running: Running;
let browser: Browser;
const made = new Set<string>();
const pages: Page[] = [];

beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
  for (const definition of [asked, mistaken, caller])
    expect((await running.app.ask('POST', '/definitions', { definition })).status).toBe(201);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

async function as(who: Who, options: BrowserContextOptions = {}): Promise<Page> {
  const screen = { url: running.app.url, folder: running.folder, browser };
  const page = await signedIn(screen, who, { ...DESK, locale: 'en-GB', ...options });
  pages.push(page);
  return page;
}

/** A page with the drawing of a process on it; `close` of it is not needed for the next. */
async function drawing(id: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await as('coordinator', options);
  await page.goto(`${running.app.url}/processes/${id}`);
  await page.locator('.react-flow__node').first().waitFor();
  await quiet(page);
  return page;
}

async function picture(page: Page, name: string, { still = true } = {}): Promise<void> {
  if (still) await quiet(page);
  const bytes = await page.screenshot(folder ? { path: join(folder, `${name}.png`) } : {});
  expect(bytes.length).toBeGreaterThan(10_000);
  made.add(`${name}.png`);
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const tab = (page: Page, name: string | RegExp) =>
  page.getByText(name, { exact: typeof name === 'string' }).first();
const middle = async (what: Locator) => {
  await quiet(what.page());
  const box = await what.boundingBox();
  if (!box) throw new Error(`Expected ${what} to be seen`);
  return { ...box, cx: box.x + box.width / 2, cy: box.y + box.height / 2 };
};
async function choose(page: Page, id: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await node(page, id)
          .click({ timeout: 3_000 })
          .catch(() => button(page, canvas.fit).click());
        return node(page, id).getAttribute('class');
      },
      { timeout: 20_000 },
    )
    .toContain('selected');
}
const close = async () => {
  for (const page of pages.splice(0)) await page.context().close();
};

test('drawing: what comes next, undo, room, lines, several, bends, parts, giving away, tidying', async () => {
  const page = await drawing('T2');
  await choose(page, 'n2');
  await page.keyboard.press('t');
  await page.getByRole('option', { name: /^Meeting/ }).hover();
  await node(page, 'n2').locator('[data-ghost]').waitFor();
  await picture(page, 'drawing');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Delete');
  await node(page, 'n2').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await node(page, 'n2').waitFor();
  await page.getByText(canvas.said.undone).first().waitFor();
  await picture(page, 'undo', { still: false });

  await page.keyboard.press('Control+f');
  await page.getByRole('combobox', { name: processes.search }).fill('partner');
  await picture(page, 'search');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Escape');
  await button(page, /^Make room/).click();
  const plan = await middle(node(page, 'n2'));
  await page.mouse.move(plan.x - 20, plan.y + 160);
  await page.mouse.down();
  await page.mouse.move(plan.x + 100, plan.y + 164, { steps: 6 });
  await picture(page, 'room', { still: false });
  await page.mouse.up();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');

  // Dragged nearly in line, it shows the line.
  const [first, second] = [await middle(node(page, 'n1')), await middle(node(page, 'n2'))];
  await page.mouse.move(first.cx, first.y + 12);
  await page.mouse.down();
  await page.mouse.move(first.cx, first.y + 90, { steps: 5 });
  for (let off = 12; off >= -12 && (await page.locator('[data-guide]').count()) === 0; off -= 2)
    await page.mouse.move(second.cx + off - 20, second.y + 140);
  for (let off = 20; off >= -20 && (await page.locator('[data-guide]').count()) === 0; off -= 2)
    await page.mouse.move(second.cx + off, second.y + 140);
  await page.locator('[data-guide]').first().waitFor();
  await picture(page, 'guides', { still: false });
  await page.mouse.up();
  await page.keyboard.press('Control+z');

  await choose(page, 'n1');
  await node(page, 'n1').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => page.locator('.react-flow__node.selected').count()).toBe(3);
  await page.keyboard.press('l');
  await page.getByRole('option', { name: canvas.align['spread-x'] }).hover();
  await picture(page, 'several');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  const [left, right] = [await middle(node(page, 'n1')), await middle(node(page, 'n2'))];
  await page.mouse.click((left.x + left.width + right.x) / 2, left.cy);
  await page.locator('[data-stretch]').first().waitFor({ state: 'attached' });
  await picture(page, 'arrow');
  await page.keyboard.press('Escape');

  await choose(page, 'n2');
  await page.keyboard.press('g');
  await picture(page, 'give');
  await page.keyboard.press('Escape');

  await page.keyboard.press('f');
  await button(page, canvas.tidy).click();
  await page.getByText(canvas.said.tidied).waitFor();
  await picture(page, 'tidied');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('b');
  await page.getByRole('group', { name: /lane/i }).first().waitFor();
  await button(page, canvas.fit).click();
  await picture(page, 'lanes');
  await page.keyboard.press('b');
  await button(page, /^Close this part/)
    .first()
    .click();
  await node(page, 'n4.round')
    .getByText(/steps inside/)
    .waitFor();
  await picture(page, 'parts');
  await close();
}, 240_000);

test('checks, comments, the gallery, from nothing, sharing', async () => {
  const page = await drawing('T2');
  await button(page, 'Task').click();
  await button(page, /points? of attention/).waitFor();
  await tab(page, /^Checks/).click();
  await picture(page, 'checks');
  await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 } });
  await page.keyboard.press('Control+z');

  await choose(page, 'n2');
  await tab(page, 'Comments').click();
  await page.getByRole('textbox', { name: /^Comment on/ }).fill('Is this enough time, @Max');
  await page.getByRole('list', { name: commenting.pick }).getByRole('button').first().click();
  await picture(page, 'comments');
  await page.goto(`${running.app.url}/processes`);
  await page.getByRole('heading', { name: processes.templates }).scrollIntoViewIfNeeded();
  await page.locator('.react-flow__node').first().waitFor();
  await page.mouse.wheel(0, 400);
  await picture(page, 'gallery');

  await page.goto(`${running.app.url}/processes/T2?view=versions`);
  await button(page, sharing.make).click();
  await page.getByRole('dialog').getByRole('button', { name: sharing.make }).click();
  await page.getByRole('dialog').getByLabel(sharing.forWhom).fill('Community centre De Roef');
  await page.getByRole('dialog').getByRole('button', { name: sharing.make }).click();
  await page.getByRole('dialog').getByText(sharing.madeTitle).waitFor();
  await picture(page, 'share');
  await close();
}, 240_000);

test('properties: expressions, tables, mails, forms, reminders', async () => {
  const page = await drawing('asked');
  const side = page.getByRole('complementary', { name: 'Properties' });
  await choose(page, 'which');
  await side.getByRole('button', { name: 'We will call you' }).click();
  await picture(page, 'condition');
  await side.getByRole('button', { name: 'In FEEL' }).click();
  const field = side.getByRole('combobox', { name: 'When this way?: In FEEL' });
  await field.fill('');
  await field.pressSequentially('size = "large" and am');
  await side.getByRole('listbox').getByRole('option').first().waitFor();
  await picture(page, 'feel');
  await page.keyboard.press('Escape');
  await field.fill('amount > 500 and neighbours = true');
  await page.keyboard.press('Escape');

  await choose(page, 'count');
  await side.getByRole('button', { name: 'Change the table' }).click();
  await page.getByRole('dialog').getByRole('grid').waitFor();
  await picture(page, 'table');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await choose(page, 'tell');
  await page.getByRole('button', { name: 'See the mail in full' }).click();
  await page.getByRole('dialog').getByRole('figure').first().waitFor();
  await picture(page, 'mail');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await choose(page, 'start');
  await side.getByRole('button', { name: 'Change the form' }).click();
  await page.getByRole('dialog').waitFor();
  await picture(page, 'form');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await close();

  const other = await drawing('T2');
  await choose(other, 'n2');
  await other.getByText('And if that fails?', { exact: true }).first().scrollIntoViewIfNeeded();
  await picture(other, 'ladder');
  await close();
}, 240_000);

test('play, scenarios, versions, files, colleagues, a telephone, in the dark', async () => {
  const page = await drawing('T1');
  await tab(page, processes.play).click();
  await button(page, play.sample).click();
  await button(page, play.begin).click();
  await button(page, play.nextThing).click();
  await picture(page, 'play');
  await page.getByLabel(trying.keepName).fill('Nobody calls');
  await button(page, trying.keep).click();
  await page
    .getByRole('radiogroup')
    .getByText(/^Scenarios/)
    .click();
  await page.locator('.react-flow__node [data-light]').first().waitFor({ state: 'attached' });
  await picture(page, 'scenarios');
  await close();

  const noor = await drawing('T1');
  const max = await as('manager');
  await max.goto(`${running.app.url}/processes/T1`);
  await choose(noor, 'n3');
  await noor.getByLabel('How many').first().fill('4');
  await noor
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  await noor.getByRole('list', { name: /^Also here/ }).waitFor({ timeout: 30_000 });
  await picture(noor, 'together', { still: false });
  await button(noor, processes.publish).click();
  await noor
    .getByRole('dialog')
    .getByText(/gets 4 working days instead of/)
    .waitFor();
  await picture(noor, 'review');
  await noor.getByRole('dialog').getByLabel(processes.note).fill('More time for the first conversation');
  await noor.getByRole('dialog').getByRole('button', { name: processes.publish }).click();
  await noor.getByText(/^Version 2 is in use/).waitFor();
  await noor.goto(`${running.app.url}/processes/T1/compare?from=1&to=2`);
  await noor.getByText(/gets 4 working days instead of/).waitFor();
  await picture(noor, 'compare');
  await noor.goto(`${running.app.url}/processes`);
  await noor.locator('input[type=file]').setInputFiles(join(models, 'camunda-7.bpmn'));
  await noor.getByRole('dialog', { name: processes.file.title }).waitFor();
  await picture(noor, 'bpmn');
  await close();

  const phone = await drawing('T2', PHONE);
  await picture(phone, 'phone');
  const dark = await drawing('T2', { colorScheme: 'dark' });
  await choose(dark, 'n2');
  await picture(dark, 'dark');
  await close();

  const list = await drawing('T2');
  await tab(list, 'List').click();
  await list.getByRole('treeitem').first().or(list.getByRole('listitem').first()).first().waitFor();
  await picture(list, 'list');
  await tab(list, 'Text').click();
  await list.getByRole('heading', { level: 2, name: 'Pilot' }).waitFor();
  await picture(list, 'text');
  await close();
}, 300_000);

test('an empty canvas, a picture of the drawing, a called process, a story that goes wrong', async () => {
  const page = await as('coordinator');
  await page.goto(`${running.app.url}/processes`);
  await button(page, begin.button).click();
  await page.getByRole('dialog').getByLabel(begin.name).first().fill('A street party');
  await page.getByRole('dialog').getByRole('button', { name: begin.go }).click();
  await page.getByRole('region', { name: canvas.palette }).waitFor();
  await picture(page, 'empty');

  await page.goto(`${running.app.url}/processes/T2`);
  await page.locator('.react-flow__node').first().waitFor();
  await button(page, processes.menu).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: paper.png }).click(),
  ]);
  if (folder) await download.saveAs(join(folder, 'exported.png'));
  made.add('exported.png');

  await page.goto(`${running.app.url}/processes/caller`);
  await page.locator('.react-flow__node').first().waitFor();
  await tab(page, processes.play).click();
  await button(page, play.begin).click();
  await page.getByRole('navigation', { name: trying.frames }).waitFor();
  await picture(page, 'called');

  await page.goto(`${running.app.url}/processes/mistaken`);
  await page.locator('.react-flow__node').first().waitFor();
  await tab(page, processes.play).click();
  await page.getByRole('radiogroup').getByText('Break it').click();
  await button(page, trying.breakGo).click();
  await page.getByText(trying.howTo, { exact: true }).first().waitFor({ timeout: 60_000 });
  await page.getByText(trying.howTo, { exact: true }).first().click();
  await picture(page, 'broken');
  await close();
}, 240_000);

test('versions, a copy of one’s own, a choice on the drawing, a rehearsal, colours', async () => {
  const noor = await drawing('T12');
  const max = await as('manager');
  await noor.goto(`${running.app.url}/processes/T12?view=versions`);
  await noor
    .getByText(/^Version 1/)
    .first()
    .waitFor();
  await picture(noor, 'versions');
  await noor.goto(`${running.app.url}/processes/T12`);
  await noor.locator('.react-flow__node').first().waitFor();
  await button(noor, processes.menu).click();
  await noor.getByRole('menuitem', { name: own.begin }).click();
  const copy = noor.getByRole('region', { name: own.title });
  await copy.waitFor();
  const [step] = (await running.app.ask('GET', '/definitions/T12')).body.definition.elements.filter(
    ({ term }: { term?: { amount: unknown } }) => typeof term?.amount === 'number',
  );
  const setTerm = async (page: Page, amount: string) => {
    await choose(page, step.id);
    await page.getByLabel('How many').first().fill(amount);
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
  };
  await setTerm(noor, '7');
  await picture(noor, 'own-copy');
  await max.goto(`${running.app.url}/processes/T12`);
  await max.locator('.react-flow__node').first().waitFor();
  await setTerm(max, '8');
  await button(noor, own.together).click();
  await noor.getByText(/^1 choice/).waitFor();
  await picture(noor, 'choice');

  const administrator = await as('administrator');
  await administrator.goto(`${running.app.url}/look`);
  await administrator.getByRole('heading', { level: 1 }).waitFor();
  await picture(administrator, 'look');
  await noor.goto(`${running.app.url}/rehearsals/new`);
  await noor.getByRole('heading', { level: 1 }).waitFor();
  await picture(noor, 'rehearsal-new');
  await close();
}, 240_000);

test('the page shows no other pictures', () => {
  const page = readFileSync(new URL('../../docs/designer.md', import.meta.url), 'utf8');
  const shown = new Set([...page.matchAll(/pictures\/([\w-]+\.png)/g)].map(([, name]) => name));
  expect([...shown].filter((name) => !made.has(name as string))).toEqual([]);
});
