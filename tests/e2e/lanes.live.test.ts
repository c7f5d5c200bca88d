/** Lanes for roles, in a real browser: a step changes hands by mouse and by keyboard, and the free drawing stays as it was. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { axeFinds, openBrowser, overflow } from '../pages/support/chromium.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { node } from './support/on-the-canvas.ts';
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

const role = (id: string, nl: string, side: string) => ({ id, name: { nl, en: id }, side });
const task = (id: string, nl: string, roles: string[], x: number) => ({
  id,
  type: 'userTask',
  name: { nl, en: id },
  roles,
  term: { amount: 2, unit: 'workingDays' },
  x,
  y: 100,
});
const round = {
  v: 1,
  id: 'round',
  name: { nl: 'Rondje', en: 'Round' },
  roles: [
    role('initiator', 'Initiatiefnemer', 'initiator'),
    role('coordinator', 'Coördinator', 'us'),
    role('supporter', 'Ondersteuner', 'us'),
  ],
  elements: [
    { id: 'start', type: 'startEvent', name: { nl: 'Begin', en: 'Begin' }, x: 0, y: 122 },
    task('ask', 'Vraag rond', ['initiator'], 120),
    task('call', 'Bel op', ['coordinator'], 420),
    task('visit', 'Ga langs', ['supporter'], 720),
    {
      id: 'count',
      type: 'scriptTask',
      name: { nl: 'Tel op', en: 'Count' },
      set: [{ variable: 'n', value: '1' }],
      x: 1020,
      y: 100,
    },
    {
      id: 'end',
      type: 'endEvent',
      end: 'none',
      outcome: 'done',
      name: { nl: 'Klaar', en: 'Done' },
      x: 1320,
      y: 122,
    },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'ask' },
    { id: 'f2', from: 'ask', to: 'call' },
    { id: 'f3', from: 'call', to: 'visit' },
    { id: 'f4', from: 'visit', to: 'count' },
    { id: 'f5', from: 'count', to: 'end' },
  ],
};

const draft = async (): Promise<Definition> =>
  (await running.app.ask('GET', '/definitions/round')).body.definition;
const rolesOf = async (id: string) => {
  const found = (await draft()).elements.find((one) => one.id === id);
  return found?.type === 'userTask' ? found.roles : undefined;
};
const band = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^Baan van ${name}:`) });

/** Presses on an element and lets it go in the middle of a lane; a lane is wider than the screen. */
async function dragInto(page: Page, id: string, lane: string): Promise<void> {
  const [from, to] = [await node(page, id).boundingBox(), await band(page, lane).boundingBox()];
  if (!from || !to) throw new Error('Nothing to drag');
  const [x, y] = [from.x + from.width / 2, from.y + 16];
  const by = to.y + to.height / 2 - (from.y + from.height / 2);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + by / 2, { steps: 6 });
  await page.mouse.move(x + 4, y + by, { steps: 6 });
  await page.mouse.up();
}

const standsIn = async (page: Page, id: string, lane: string): Promise<boolean> => {
  const [own, around] = [await node(page, id).boundingBox(), await band(page, lane).boundingBox()];
  return !!own && !!around && own.y >= around.y - 1 && own.y + own.height <= around.y + around.height + 1;
};
const comesToStandIn = (page: Page, id: string, lane: string) =>
  expect.poll(() => standsIn(page, id, lane), { timeout: 20_000 }).toBe(true);
const isFor = (id: string, roles: string[]) =>
  expect.poll(() => rolesOf(id), { timeout: 20_000 }).toEqual(roles);

test('lanes are a view: steps change hands by mouse and by keyboard, and the free drawing stays where it was', async () => {
  const { app, folder } = running;
  expect((await app.ask('POST', '/definitions', { definition: round })).status).toBe(201);
  const before = await draft();
  const page = await signedIn({ url: app.url, folder, browser }, 'coordinator');
  await page.goto(`${app.url}/processes/round`);
  await node(page, 'call').waitFor();

  // On: everything stands in its lane, in the order of the roles.
  await page.getByRole('button', { name: 'Banen per rol' }).click();
  await band(page, 'Automatisch').waitFor({ state: 'attached' });
  for (const [id, lane] of [
    ['start', 'Initiatiefnemer'],
    ['ask', 'Initiatiefnemer'],
    ['call', 'Coördinator'],
    ['visit', 'Ondersteuner'],
    ['count', 'Automatisch'],
    ['end', 'Automatisch'],
  ] as const)
    await comesToStandIn(page, id, lane);
  // A button that is pointed at says its words outside of the page's landmarks.
  await page.mouse.move(600, 140);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  expect(await axeFinds(page)).toEqual([]);

  // All of it beside the properties, where a hand can reach it.
  const canvas = await page.getByLabel('Tekening van het proces').first().boundingBox();
  const rightEdge = (canvas?.x ?? 0) + (canvas?.width ?? 0);
  await page.getByRole('button', { name: 'Alles in beeld' }).click();
  await expect
    .poll(async () => ((await node(page, 'end').boundingBox())?.x ?? Number.POSITIVE_INFINITY) < rightEdge, {
      timeout: 20_000,
    })
    .toBe(true);

  // The tools of what stands at the left edge are within the drawing and over the name of its lane.
  await node(page, 'start').click();
  await page.locator('.react-flow__node-toolbar').getByRole('button').first().waitFor();
  const covered = await page.evaluate(() => {
    const names = document.querySelectorAll<HTMLElement>('[data-lane-name]');
    for (const name of names) name.style.pointerEvents = 'auto';
    const buttons = document.querySelectorAll('.react-flow__node-toolbar button');
    const found = [...buttons].flatMap((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      if (width === 0) return [];
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return button.contains(top)
        ? []
        : [`${button.getAttribute('aria-label')} under ${top?.outerHTML.slice(0, 300)}`];
    });
    for (const name of names) name.style.pointerEvents = '';
    return found;
  });
  expect(covered).toEqual([]);
  await page.keyboard.press('Escape');

  // By mouse: another lane is another role, in one step that is undone as one.
  await dragInto(page, 'call', 'Ondersteuner');
  await isFor('call', ['supporter']);
  await comesToStandIn(page, 'call', 'Ondersteuner');
  await node(page, 'call').focus();
  await page.keyboard.press('Control+z');
  await isFor('call', ['coordinator']);
  await comesToStandIn(page, 'call', 'Coördinator');

  // What goes by itself is for nobody: it is told, and goes back.
  await dragInto(page, 'count', 'Ondersteuner');
  await page.getByText('‘Tel op’ gaat vanzelf: niemand doet het.').first().waitFor();
  await comesToStandIn(page, 'count', 'Automatisch');

  // By keyboard: to the lane below, and by name.
  await node(page, 'call').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+ArrowDown');
  await isFor('call', ['supporter']);
  await page.keyboard.press('g');
  await page.getByRole('combobox', { name: 'Wie doet dit?' }).fill('initiatief');
  await page.keyboard.press('Enter');
  await isFor('call', ['initiator']);
  await comesToStandIn(page, 'call', 'Initiatiefnemer');
  await node(page, 'call').focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await isFor('call', ['coordinator']);

  // What is added after a step is for the role of its lane.
  await node(page, 'visit').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Wat komt hierna?' }).fill('formulier');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await draft()).elements.length, { timeout: 20_000 }).toBe(7);
  expect((await draft()).elements.at(-1)).toMatchObject({ type: 'userTask', roles: ['supporter'] });
  await page.keyboard.press('Control+z');

  // Off by key: every place is what it was, and it is remembered what somebody chose.
  await expect.poll(async () => (await draft()).elements.length, { timeout: 20_000 }).toBe(6);
  expect(await draft()).toEqual(before);
  await page.reload();
  await band(page, 'Automatisch').waitFor({ state: 'attached' });
  await node(page, 'call').focus();
  await page.keyboard.press('b');
  await band(page, 'Automatisch').waitFor({ state: 'detached' });
  const heights = await Promise.all(
    ['ask', 'call', 'visit'].map(async (id) => Math.round((await node(page, id).boundingBox())?.y ?? 0)),
  );
  expect(new Set(heights).size).toBe(1);
  expect(await draft()).toEqual(before);

  // On a telephone the names stay at the left edge, wherever one looks.
  await page.keyboard.press('b');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await band(page, 'Automatisch').waitFor({ state: 'attached' });
  const name = page.locator('[data-lane-name=coordinator]');
  const at = (await name.boundingBox())?.x;
  const card = (await node(page, 'ask').boundingBox())?.x ?? 0;
  await page.mouse.move(200, 420);
  await page.mouse.wheel(300, 0);
  await expect
    .poll(async () => (await node(page, 'ask').boundingBox())?.x, { timeout: 20_000 })
    .toBeLessThan(card - 100);
  expect((await name.boundingBox())?.x).toBe(at);
  expect(await overflow(page)).toBe(0);
  expect(await axeFinds(page)).toEqual([]);
  await page.context().close();
}, 120_000);
