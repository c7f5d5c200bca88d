/**
 * A coordinator draws the pilot (T2) from an empty canvas by mouse, in a real browser on the real servers. What they made does
 * what the template does, and every story of a pilot holds with it. By keyboard alone: `build-t2-by-keyboard.proof.test.ts`.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser } from '../pages/support/chromium.ts';
import { mouseHands } from './support/building/mouse.ts';
import { atTheGallery, doesWhatT2Does, drawnWhole } from './support/building/whole.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

test('by mouse: drawn from nothing, it does what the template does', async () => {
  const page = await atTheGallery(running, browser);

  const made = await drawnWhole(mouseHands(page), running, 'by-mouse');

  await doesWhatT2Does(made);
  await page.context().close();
}, 600_000);
