/** A coordinator without a mouse draws the pilot (T2) from an empty canvas: every key that it takes, and nothing but keys. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../pages/support/chromium.ts';
import { keyboardHands } from './support/building/keyboard.ts';
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

/** What a mouse or a finger does from now on, whatever page is come to. */
async function pointing(page: Page): Promise<string[]> {
  const pointed: string[] = [];
  await page.exposeFunction('pointed', (what: string) => pointed.push(what));
  await page.addInitScript(() => {
    for (const what of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'wheel', 'touchstart'])
      addEventListener(
        what,
        () => void (window as unknown as { pointed(what: string): void }).pointed(what),
        true,
      );
  });
  await page.reload();
  return pointed;
}

test('by keyboard alone: drawn from nothing, it does what the template does', async () => {
  const page = await atTheGallery(running, browser);
  const pointed = await pointing(page);

  const made = await drawnWhole(keyboardHands(page), running, 'by-keyboard');

  expect(pointed).toEqual([]);
  await doesWhatT2Does(made);
  // A hand at the mouse would have been noticed.
  await page.mouse.move(300, 300);
  await expect.poll(() => pointed, { timeout: 20_000 }).toContain('mousemove');
  await page.context().close();
}, 900_000);
