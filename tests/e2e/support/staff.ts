/** A colleague who signs in on a screen of their own, as the first start made their account. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DESK } from '../../pages/support/chromium.ts';

export type Who = 'coordinator' | 'supporter' | 'manager' | 'administrator';

export interface Screen {
  url: string;
  /** The application's data folder, where the passwords of the example are. */
  folder: string;
  browser: Browser;
}

/** The caller closes its context. */
export async function signedIn(
  { url, folder, browser }: Screen,
  who: Who,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...DESK, reducedMotion: 'reduce', locale: 'nl-NL', ...options });
  const page = await context.newPage();
  const { people, password } = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8'));
  await page.goto(url);
  await page
    .locator('input[type=email]')
    .fill(people.find(({ role }: { role: string }) => role === who).mail);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  return page;
}
