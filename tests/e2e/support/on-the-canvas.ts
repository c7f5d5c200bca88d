/** What tests look for on the screen of a process. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What was drawn is on the server. */
export const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Bewaard$/ })
    .waitFor({ timeout: 20_000 });

export const node = (page: Page, id: string): Locator => page.locator(`.react-flow__node[data-id="${id}"]`);

/** Clicks on it until it is selected: a drawing that has just been opened may still be brought into sight. */
export const choose = (page: Page, id: string): Promise<void> =>
  expect
    .poll(
      async () => {
        await node(page, id).click();
        return node(page, id).getAttribute('class');
      },
      { timeout: 20_000 },
    )
    .toContain('selected');
