/** What tests look for on the screen of a process. */
import type { Locator, Page } from 'playwright-core';

/** What was drawn is on the server. */
export const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Bewaard$/ })
    .waitFor({ timeout: 20_000 });

export const node = (page: Page, id: string): Locator => page.locator(`.react-flow__node[data-id="${id}"]`);
