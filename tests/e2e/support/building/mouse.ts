/** Hands with a mouse: they drag and click, and type only in fields. */
import type { Locator, Page } from 'playwright-core';
import { blocks } from '../../../../designer/actions/index.ts';
import { canvasTexts } from '../../../../designer/canvas/canvas-texts.ts';
import { processesTexts } from '../../../../designer/processes/processes-texts.ts';
import { node } from '../on-the-canvas.ts';
import { type Block, type Count, type Hands, LIMIT, option, selected, until } from './hands.ts';
import { bringTo, drag, inSight, type Spot, spots } from './on-paper.ts';

const words = { canvas: canvasTexts.nl, processes: processesTexts.nl };

/** Where a thing is seen: scrolled to as far as needed, and nothing lies over it. */
async function seen(target: Locator): Promise<Spot> {
  let place: Spot | undefined;
  await until(async () => {
    place = await target.first().evaluate(
      (one) => {
        if (one.matches(':disabled')) return undefined;
        one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const box = one.getBoundingClientRect();
        const [x, y] = [box.left + Math.min(box.width / 2, 200), box.top + box.height / 2];
        const top = document.elementFromPoint(x, y);
        return top && (one.contains(top) || top.contains(one)) ? { x, y } : undefined;
      },
      undefined,
      LIMIT,
    );
    return place !== undefined;
  }, `${target} to be seen`);
  return place as Spot;
}

export function mouseHands(page: Page): Hands {
  const count: Count = { gestures: 0, typed: 0 };
  const palette = page.getByRole('region', { name: words.canvas.palette });
  /** What may still be finding its place: a list that has just come up, a button beneath what changes. */
  async function pressAtRest(item: Locator): Promise<void> {
    let last = '';
    await until(async () => {
      const now = JSON.stringify(await seen(item));
      const rests = now === last;
      last = now;
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      return rests;
    }, `${item} to rest`);
    await hands.press(item);
  }

  const press = (name: string) => async () => hands.press(page.getByRole('button', { name, exact: true }));
  const stepBack = press(words.canvas.zoomOut);

  /** The paper goes along with the wheel until there is room to the right of an element; then a step back. */
  const roomBeside = (id: string) => async () => {
    const [element, sheet] = await Promise.all([
      node(page, id).boundingBox(),
      page.locator('.react-flow').first().boundingBox(),
    ]);
    if (!element || !sheet) return;
    const x = sheet.x + sheet.width * 0.25 - element.x;
    const y = sheet.y + sheet.height / 2 - (element.y + element.height / 2);
    if (Math.hypot(x, y) < 60) return stepBack();
    await page.mouse.move(sheet.x + sheet.width / 2, sheet.y + sheet.height / 2);
    // The paper moves half as far as the wheel.
    await page.mouse.wheel(-2 * x, -2 * y);
  };

  async function inPalette({ name }: Block): Promise<Spot> {
    const block = palette.getByRole('button', { name, exact: true });
    if ((await block.count()) === 0)
      await hands.press(palette.getByRole('button', { name: words.canvas.more }));
    return seen(block);
  }

  const another = (before: string, { name }: Block) =>
    until(async () => {
      const [id, ...more] = await selected(page);
      return id !== undefined && more.length === 0 && id !== before;
    }, `'${name}' to have come after ${before}`);

  const hands: Hands = {
    page,
    count,
    async press(target) {
      count.gestures += 1;
      const { x, y } = await seen(target);
      await page.mouse.click(x, y);
    },
    async write(field, text) {
      count.typed += 1;
      await hands.press(field);
      await field.first().fill(text, LIMIT);
    },
    async call(field, name) {
      if ((await field.inputValue(LIMIT)) === name) return;
      await hands.write(field, name);
      await page.keyboard.press('Enter');
    },
    async choose(list, label) {
      // The list of choices itself is drawn by the system, where no test can click.
      count.gestures += 2;
      await list.selectOption({ label }, LIMIT);
    },
    async tick(box, on) {
      if ((await box.isChecked(LIMIT)) !== on) await hands.press(box);
    },
    async turnTo(radio) {
      if (await radio.isChecked(LIMIT)) return;
      count.gestures += 1;
      const id = await radio.getAttribute('id');
      const { x, y } = await seen(page.locator(`label[for="${id}"]`));
      await page.mouse.click(x, y);
    },
    async toggle(list, label) {
      const choice = page.getByRole('option', { name: label, exact: true });
      if (!(await choice.isVisible())) await hands.press(list);
      await pressAtRest(choice);
    },
    async foldUp(list) {
      const choices = page.getByRole('listbox').filter({ visible: true });
      if ((await choices.count()) === 0) return;
      // Beside it, where nothing is to be pressed.
      count.gestures += 1;
      const { y } = await seen(list);
      const { x } = await list
        .locator(
          'xpath=ancestor::*[contains(@class,"mantine-MultiSelect-root") or contains(@class,"mantine-Autocomplete-root")][1]',
        )
        .evaluate((field) => ({ x: field.getBoundingClientRect().left - 8 }));
      await page.mouse.click(x, y);
      await choices.first().waitFor({ state: 'hidden', ...LIMIT });
    },
    async addWord(list, word) {
      count.typed += 1;
      await hands.press(list);
      await page.keyboard.insertText(word);
      await page.keyboard.press('Enter');
    },
    async fromMenu(button, item) {
      // Pressed once more where nothing came of it, as anybody would.
      let presses = 0;
      await until(async () => {
        if (await item.first().isVisible()) return true;
        if (presses++ % 40 === 0) await pressAtRest(button);
        return false;
      }, `${item} to come up`);
      await pressAtRest(item);
    },
    async closeDialog(dialog) {
      await hands.press(dialog.locator('.mantine-Modal-close'));
      await dialog.waitFor({ state: 'detached', ...LIMIT });
    },
    async stand(id) {
      if ((await selected(page)).join() === id) return;
      const inReach = await spots(page, { at: { element: id } });
      if (inReach) {
        count.gestures += 1;
        await page.mouse.click(inReach.at.x, inReach.at.y);
      } else {
        await hands.fromMenu(
          page.getByRole('button', { name: words.processes.menu, exact: true }),
          page.getByRole('menuitem', { name: new RegExp(`^${words.processes.search}`) }),
        );
        count.typed += 1;
        await page.getByRole('combobox', { name: words.processes.search }).waitFor(LIMIT);
        await page.keyboard.insertText(id);
        await pressAtRest(option(page, id));
      }
      await until(async () => (await selected(page)).join() === id, `${id} to be selected`);
    },
    async add(block, after) {
      const before = (await selected(page)).join();
      const { exit, free } = await inSight(
        page,
        { exit: { exit: after }, free: { besideExit: after } },
        roomBeside(after.from),
      );
      count.gestures += 1;
      await drag(page, exit, free);
      await pressAtRest(option(page, block.id));
      await another(before, block);
    },
    async putOnArrow(block, arrow) {
      const before = (await selected(page)).join();
      const from = await inPalette(block);
      const { middle } = await inSight(page, { middle: { arrow } }, stepBack);
      count.gestures += 1;
      await drag(page, from, middle);
      await another(before, block);
    },
    async leadTo(id, exit) {
      const arrows = () => page.locator('.react-flow__edge').count();
      const before = await arrows();
      const { from } = await inSight(page, { from: { exit } }, roomBeside(exit.from));
      count.gestures += 1;
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await bringTo(page, id);
      await page.mouse.up();
      await until(async () => (await arrows()) > before, `an arrow from ${exit.from} to ${id}`);
    },
    async attach(host) {
      const before = (await selected(page)).join();
      const block = { id: 'wait', name: blocks.wait.name.nl };
      const from = await inPalette(block);
      const { border } = await inSight(page, { border: { border: host } }, stepBack);
      count.gestures += 1;
      await drag(page, from, border);
      await another(before, block);
    },
    async letGo() {
      if ((await selected(page)).length === 0) return;
      // On the paper, where nothing stands.
      count.gestures += 1;
      await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 }, ...LIMIT });
      await until(async () => (await selected(page)).length === 0, 'nothing to be selected');
    },
    async backToDrawing() {},
  };
  return hands;
}
