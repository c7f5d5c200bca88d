/** A look at a screen, at a desk and on a phone: axe finds nothing and nothing scrolls sideways; with SCREENSHOTS a picture is kept there. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFinds, DESK, overflow, PHONE } from '../../pages/support/chromium.ts';
import { quiet } from './quiet.ts';

/** Where pictures are kept, when somebody wants to look at them. */
export const pictures = process.env.SCREENSHOTS;
if (pictures) mkdirSync(pictures, { recursive: true });

/** Leaves the page as wide as a desk's. `fullPage`: the picture shows all of it. */
export async function lookAt(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  for (const [size, { viewport }] of [
    ['wide', DESK],
    ['narrow', PHONE],
  ] as const) {
    if (viewport) await page.setViewportSize(viewport);
    // The screen puts itself in order for its new width.
    await quiet(page);
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${size}.png`), fullPage });
    expect(await axeFinds(page), `${name}, ${size}`).toEqual([]);
    expect(await overflow(page), `${name}, ${size}`).toBe(0);
  }
  if (DESK.viewport) await page.setViewportSize(DESK.viewport);
}
