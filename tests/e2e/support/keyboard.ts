/** Somebody without a mouse: goes to things by Tab, as far as it takes, and sees where they are. */
import type { Locator, Page } from 'playwright-core';

/** More than any screen has to tab through. */
const FARTHEST = 400;

/** Tabs on until something has the cursor. Throws when it cannot be reached so, or when nothing shows where one is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  for (let presses = 0; presses < FARTHEST; presses++) {
    if (await hasCursor(target)) return needVisible(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Expected ${target} to be reached by Tab`);
}

/** Tabs to it and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes down an open menu to one of its items and takes it. */
export async function pick(page: Page, item: Locator): Promise<void> {
  await item.waitFor();
  for (let presses = 0; presses < 20 && !(await hasCursor(item)); presses++)
    await page.keyboard.press('ArrowDown');
  if (!(await hasCursor(item))) throw new Error(`Expected ${item} to be reached by the arrows`);
  await page.keyboard.press('Enter');
}

/** Tabs to it and types, over what is there. */
export async function typeInto(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

const hasCursor = (target: Locator): Promise<boolean> =>
  target.evaluateAll((all) => all.some((one) => one === document.activeElement));

/** WCAG 2.2, 2.4.11: what has the cursor is seen, and not under a bar. */
async function needVisible(page: Page): Promise<void> {
  const problem = await page.evaluate(() => {
    const here = document.activeElement;
    if (!(here instanceof HTMLElement)) return 'nothing has the cursor';
    // What is only there for the keyboard is drawn as its label.
    const own = here.getBoundingClientRect();
    const label = here instanceof HTMLInputElement ? here.labels?.[0] : undefined;
    const drawn = own.width * own.height < 4 && label ? label : here;
    const box = drawn.getBoundingClientRect();
    const places = [0.25, 0.5, 0.75].map((part) => [box.left + box.width * part, box.top + box.height / 2]);
    const isSeen = places.some(([x = 0, y = 0]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (drawn.contains(top) || top.contains(drawn));
    });
    if (!isSeen)
      return `covered by ${document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.outerHTML.slice(0, 120)}`;
    const isMarked = [here, drawn].some((one) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one);
      const { borderColor: rest } = getComputedStyle(document.body);
      return (
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || borderColor !== rest
      );
    });
    return isMarked ? undefined : 'not marked';
  });
  if (problem) {
    const what = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`Expected what has the cursor to be seen, but it is ${problem}: ${what}`);
  }
}
