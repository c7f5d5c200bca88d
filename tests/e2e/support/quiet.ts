/** When a screen has come to rest: nothing loads, nothing moves, and it no longer changes. */
import type { Page } from 'playwright-core';

/** Longer than between the first answer and what is asked because of it. */
const STILL_MS = 200;

export async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(
    (stillMs) => {
      const isMoving = document.getAnimations().some(({ playState, effect }) => {
        const { iterations = 1 } = effect?.getTiming() ?? {};
        return playState === 'running' && iterations !== Number.POSITIVE_INFINITY;
      });
      const isBusy = document.querySelector('[aria-busy=true], [data-loading=true]') !== null;
      const now = document.body.innerHTML;
      const root = document.documentElement as HTMLElement & { quiet?: { seen: string; since: number } };
      if (root.quiet?.seen !== now || isMoving || isBusy) {
        root.quiet = { seen: now, since: performance.now() };
        return false;
      }
      if (performance.now() - root.quiet.since < stillMs) return false;
      delete root.quiet;
      return document.fonts.status === 'loaded';
    },
    STILL_MS,
    { polling: 50 },
  );
}
