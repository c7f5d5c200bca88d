/** A drawing of a thousand elements in a real browser: what a hand moves is drawn again, and nothing else. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placed } from '../../bench/canvas/placed.ts';
import { drawingOf } from '../../bench/drawing.ts';
import { DESK, openBrowser } from '../pages/support/chromium.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { signedIn } from './support/staff.ts';

let running: Running;
let browser: Browser;
const drawing = { ...placed(drawingOf(1_000)), id: 'large' };

beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
  const { status } = await running.app.ask('POST', '/definitions', { definition: drawing });
  expect(status).toBeLessThan(300);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

/** Notes whatever is drawn again on the paper from now on, by element or flow. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const at = target instanceof Element ? target : target.parentElement;
        const id = at?.closest<HTMLElement>('[data-id]')?.dataset.id;
        if (id) seen.add(id);
      }
    });
    for (const layer of document.querySelectorAll('.react-flow__nodes, .react-flow__edges'))
      observer.observe(layer, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(window, { drawnAgain: () => [...seen].sort() });
  });
const drawnAgain = (page: Page) => page.evaluate<string[]>('drawnAgain()');

test('dragging an element draws it and its flows; typing its name draws its words alone', async () => {
  const page = await signedIn({ url: running.app.url, folder: running.folder, browser }, 'coordinator', {
    ...DESK,
    reducedMotion: 'reduce',
    locale: 'nl-NL',
  });
  await page.goto(`${running.app.url}/processes/large`);
  const node = page.locator('.react-flow__node[data-id="ask1"]');
  await node.click();
  await page.locator('#property-name').waitFor();
  // What was found in the drawing stands on it by then.
  await page.getByRole('button', { name: /^\d+ aandachtspunten/ }).waitFor({ timeout: 30_000 });
  const box = await node.boundingBox();
  if (!box) throw new Error('Expected the element in sight');
  const [x, y] = [box.x + box.width / 2, box.y + 20];
  const touching = drawing.flows.flatMap(({ id, from, to }) => ([from, to].includes('ask1') ? [id] : []));

  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 30);
  await page.locator('.react-flow__node[data-id="ask1"].dragging').waitFor();
  await watch(page);
  for (let by = 40; by <= 120; by += 10) await page.mouse.move(x + by, y + by);
  await expect.poll(async () => (await node.boundingBox())?.x).toBeGreaterThan(box.x + 60);
  const dragged = await drawnAgain(page);
  await page.mouse.up();

  expect(dragged).toContain('ask1');
  expect(['ask1', ...touching]).toEqual(expect.arrayContaining(dragged));

  await page
    .getByRole('status')
    .filter({ hasText: /^Bewaard$/ })
    .waitFor({ timeout: 30_000 });
  await watch(page);
  await page.locator('#property-name').fill('Bel de buurvrouw');
  await node.getByText('Bel de buurvrouw').waitFor();
  const typed = await drawnAgain(page);

  expect(typed).toContain('ask1');
  expect(['ask1', ...touching]).toEqual(expect.arrayContaining(typed));
  await page.context().close();
}, 120_000);
