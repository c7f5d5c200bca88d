/** What of a page cannot be used in a small window: what scrolls sideways, is cut off, or stays covered wherever one scrolls. */
import type { Page } from 'playwright-core';
import { quiet } from '../../e2e/support/quiet.ts';
import { overflow } from './chromium.ts';

/** What is left of a window of 1280 by 1024 at 400 %. */
export const FOUR_TIMES = { width: 320, height: 256 };

/**
 * Runs in the page. Elements on a drawing are excepted, as a drawing may be moved in both directions; so is what stands in a
 * box that scrolls sideways by itself, as a table does.
 */
const OUT_OF_REACH = `(() => {
  const dialogs = [...document.querySelectorAll('[role=dialog][aria-modal=true]')];
  // What hangs over the page is gone as soon as one looks elsewhere: while it is there it is what has to be reached.
  const room = dialogs.at(-1) ?? document.querySelector('[role=menu]') ?? document.body;
  const controls = [...room.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [role=menuitem], [role=option], [role=tab], [role=combobox]'
  )];
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('[inert], [aria-hidden=true]');
  /** What is there for who hears it, or is drawn by its label. */
  const drawnBy = (one) => {
    const { width, height } = one.getBoundingClientRect();
    const hidden = width <= 2 || height <= 2 || getComputedStyle(one).opacity === '0';
    return hidden ? one.labels?.[0] : one;
  };
  const scrollsSideways = (one) => {
    for (let at = one.parentElement; at && at !== document.body; at = at.parentElement)
      if (at.scrollWidth > at.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const found = [];
  for (const control of controls) {
    if (control.type === 'hidden' || control.disabled || !isShown(control)) continue;
    if (control.closest('.react-flow__viewport, .react-flow__attribution')) continue;
    const one = drawnBy(control);
    if (!one || !isShown(one)) continue;
    // A link past the menu is out of sight until somebody comes to it by keyboard.
    if (one.matches('a[href^="#"]')) one.focus({ preventScroll: true });
    one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = one.getBoundingClientRect();
    const name = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 40) || control.id || control.name || control.outerHTML.slice(0, 80);
    const say = (what) => found.push(control.tagName.toLowerCase() + ' "' + name + '" ' + what + ' at ' + [box.left, box.top, box.width, box.height].map(Math.round));
    if ((box.left < -1 || box.right > innerWidth + 1) && !scrollsSideways(one)) {
      say('is cut off');
      continue;
    }
    const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
    const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    const hit = document.elementFromPoint(x, y);
    const isIt = hit && (one.contains(hit) || hit.contains(one) && hit.closest('label, a, button') || [...(control.labels ?? [])].some((label) => label.contains(hit)));
    // A link over two lines has nothing in its middle.
    const pieces = isIt ? [] : [...one.getClientRects()].map((piece) => document.elementFromPoint(piece.left + piece.width / 2, piece.top + piece.height / 2));
    if (!isIt && !pieces.some((piece) => piece && one.contains(piece))) say('is covered by ' + (hit ? hit.tagName.toLowerCase() + '.' + String(hit.className.baseVal ?? hit.className).slice(0, 60) : 'nothing, outside the window'));
  }
  return found;
})()`;

/** The page as it is seen at four times its size; what cannot be used there. */
export async function atFourTimes(page: Page): Promise<string[]> {
  await page.setViewportSize(FOUR_TIMES);
  const found = await outOfReach(page);
  if (found.length === 0) return found;
  // A dialog and what floats take their new size and place a moment after the window does.
  await quiet(page);
  return outOfReach(page);
}

async function outOfReach(page: Page): Promise<string[]> {
  return (await overflow(page)) > 0 ? ['scrolls sideways'] : page.evaluate<string[]>(OUT_OF_REACH);
}
