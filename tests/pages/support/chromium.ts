/** A real browser for tests of pages: with or without script, on a phone or a desk, and what axe finds in it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';
import { chromium } from '../../../servers/chromium.ts';

export async function openBrowser(): Promise<Browser> {
  const executablePath = await chromium(() => {});
  return driver.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
}

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } };
export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules broken, of any weight, with where; in one part of the page when it is named by a selector. */
export async function axeFinds(page: Page, part?: string): Promise<string[]> {
  const found = await axeFindsNow(page, part);
  if (found.length === 0) return found;
  // A screen that was still moving is looked at again; what is wrong with it stays.
  await page.waitForTimeout(1_000);
  return axeFindsNow(page, part);
}

async function axeFindsNow(page: Page, part: string | undefined): Promise<string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(${part === undefined ? 'document' : JSON.stringify(part)}, {
      runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'],
      resultTypes: ['violations'],
    })`,
  )) as { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] };
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Wider than the window means scrolling sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
