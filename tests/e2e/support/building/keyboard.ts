/** Hands without a mouse: Tab, arrows, Enter, letters, and nothing else. */
import type { Locator, Page } from 'playwright-core';
import { processesTexts } from '../../../../designer/processes/processes-texts.ts';
import { node } from '../on-the-canvas.ts';
import { type Block, type Count, type Hands, LIMIT, option, selected, until } from './hands.ts';

const FARTHEST = 12;

export function keyboardHands(page: Page): Hands {
  const count: Count = { gestures: 0, typed: 0 };
  const key = async (name: string, times = 1) => {
    count.gestures += times;
    if (times === 1) return page.keyboard.press(name);
    // Held down, as somebody does who sees how far it is.
    const [last = name, shift] = name.split('+').reverse();
    if (shift) await page.keyboard.down(shift);
    await Promise.all(Array.from({ length: times }, () => page.keyboard.down(last)));
    await page.keyboard.up(last);
    if (shift) await page.keyboard.up(shift);
  };
  const holds = (target: Locator) =>
    target.evaluateAll((all) => all.some((one) => one === document.activeElement));

  /** How many tabs away it is, back where negative; as a person sees it who looks where they are going. */
  const stepsTo = (target: Locator): Promise<number> =>
    target.first().evaluate((to) => {
      const all = [
        ...document.querySelectorAll<HTMLElement>(
          'a, button, input, select, textarea, summary, iframe, [tabindex]',
        ),
      ].filter(
        (one) =>
          one.tabIndex >= 0 &&
          !one.matches(':disabled') &&
          one.checkVisibility({ visibilityProperty: true }) &&
          // Of radio buttons only the chosen one is stopped at.
          !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked && one !== to),
      );
      const from = document.activeElement ?? document.body;
      const [here, there] = [all.indexOf(from as HTMLElement), all.indexOf(to as HTMLElement)];
      if (here >= 0 && there >= 0) return there - here;
      return from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
    });

  /** From the drawing Enter leads to the properties. */
  const toProperties = async (target: Locator) => {
    const isBeside = await target
      .first()
      .evaluate(
        (to) =>
          to.closest('#properties') !== null &&
          document.querySelector('.react-flow__node.selected, .react-flow__edge.selected') !== null &&
          document.activeElement?.closest('.react-flow__node') !== null,
      );
    if (!isBeside) return;
    await key('Enter');
    await until(
      () => page.evaluate(() => document.activeElement?.closest('#properties') !== null),
      'Enter to lead to the properties',
    );
  };

  async function reach(target: Locator): Promise<void> {
    await target.first().waitFor({ state: 'attached', ...LIMIT });
    if (await holds(target)) return;
    await toProperties(target);
    for (let tries = 0; tries < FARTHEST && !(await holds(target)); tries++) {
      const steps = await stepsTo(target);
      await key(steps < 0 ? 'Shift+Tab' : 'Tab', Math.max(1, Math.abs(steps)));
    }
    if (!(await holds(target))) {
      const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300));
      throw new Error(`Expected ${target} to be reached by Tab; the cursor is at ${at}`);
    }
  }

  /** In a short list: a few letters, then down to it. */
  async function pickFromList(id: string, letters: string): Promise<void> {
    await until(
      () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'),
      'a list to have the cursor',
    );
    await page.keyboard.insertText(letters);
    count.typed += 1;
    const wanted = option(page, id);
    await wanted.waitFor(LIMIT);
    for (let tries = 0; tries < 80 && (await wanted.getAttribute('aria-selected')) !== 'true'; tries++)
      await key('ArrowDown');
    await key('Enter');
    await wanted.waitFor({ state: 'detached', ...LIMIT });
  }

  const standsOn = async (id: string) =>
    (await holds(node(page, id))) && (await selected(page)).join() === id;

  /** Until the one element that is selected is another, and the cursor stands on it. */
  const onAnother = (before: string) =>
    until(async () => {
      const [id, ...more] = await selected(page);
      return id !== undefined && more.length === 0 && id !== before && (await holds(node(page, id)));
    }, `another element than ${before} to be selected and to have the cursor`);

  /** After the element, or on the arrow, that is selected. */
  async function addThere({ id, name }: Block): Promise<void> {
    const before = (await selected(page)).join();
    await key('a');
    await pickFromList(id, name);
    await onAnother(before);
  }

  const hands: Hands = {
    page,
    count,
    async press(target) {
      await reach(target);
      await key('Enter');
    },
    async write(field, text) {
      await reach(field);
      count.typed += 1;
      await field.first().fill(text, LIMIT);
      // What it proposes would take the next Escape.
      if ((await field.first().getAttribute('aria-expanded')) === 'true') await key('Escape');
    },
    async call(field, name) {
      if ((await field.inputValue(LIMIT)) === name) return;
      await hands.write(field, name);
      await page.keyboard.press('Enter');
    },
    async choose(list, label) {
      await reach(list);
      const steps = await list.evaluate((select, wanted) => {
        if (!(select instanceof HTMLSelectElement)) throw new Error('Expected a list to choose from');
        const all = [...select.options].filter(({ disabled }) => !disabled);
        const to = all.findIndex((one) => one.label === wanted);
        if (to < 0) throw new Error(`Expected '${wanted}' among ${all.map((one) => one.label).join(' | ')}`);
        return to - all.findIndex(({ selected: is }) => is);
      }, label);
      for (let n = 0; n < Math.abs(steps); n++) await key(steps < 0 ? 'ArrowUp' : 'ArrowDown');
    },
    async tick(box, on) {
      if ((await box.isChecked(LIMIT)) === on) return;
      await reach(box);
      await key('Space');
    },
    async turnTo(radio) {
      if (await radio.isChecked(LIMIT)) return;
      const name = await radio.getAttribute('name');
      await reach(page.locator(`input[type=radio][name="${name}"]:checked`));
      for (let n = 0; n < 8 && !(await radio.isChecked()); n++) await key('ArrowRight');
    },
    async toggle(list, label) {
      await reach(list);
      await page.keyboard.insertText(label);
      count.typed += 1;
      const choice = page.getByRole('option', { name: label, exact: true });
      await choice.waitFor(LIMIT);
      for (let n = 0; n < 10 && (await choice.getAttribute('data-combobox-selected')) === null; n++)
        await key('ArrowDown');
      await key('Enter');
      await key('Escape');
      await choice.waitFor({ state: 'hidden', ...LIMIT });
    },
    // It folds up at every choice.
    async foldUp() {},
    async addWord(list, word) {
      await reach(list);
      count.typed += 1;
      await page.keyboard.insertText(word);
      await key('Enter');
    },
    async fromMenu(button, item) {
      await hands.press(button);
      await item.waitFor(LIMIT);
      for (let n = 0; n < 40 && !(await holds(item)); n++) await key('ArrowDown');
      if (!(await holds(item))) throw new Error(`Expected ${item} to be reached by the arrows`);
      await key('Enter');
    },
    async closeDialog(dialog) {
      await key('Escape');
      await dialog.waitFor({ state: 'detached', ...LIMIT });
    },
    async stand(id) {
      if (await standsOn(id)) return;
      if ((await selected(page)).join() === id) {
        await key('Escape');
      } else {
        await key('Control+f');
        await page.getByRole('combobox', { name: processesTexts.nl.search }).waitFor(LIMIT);
        await pickFromList(id, id);
      }
      await until(() => standsOn(id), `${id} to be selected and to have the cursor`);
    },
    async add(block) {
      await addThere(block);
    },
    async putOnArrow(block, _arrow, select) {
      await select();
      await hands.backToDrawing();
      await addThere(block);
    },
    async leadTo(id) {
      await key('c');
      await pickFromList(id, id);
    },
    async attach() {
      const before = (await selected(page)).join();
      await hands.press(
        page
          .getByRole('toolbar', { name: 'Met dit element' })
          .getByRole('button', { name: /^Moment op de rand/ }),
      );
      await onAnother(before);
    },
    async letGo() {
      await reach(page.locator('.react-flow__node[tabindex="0"]'));
      await key('Escape');
      await until(async () => (await selected(page)).length === 0, 'nothing to be selected');
    },
    async backToDrawing() {
      await until(
        () => page.evaluate(() => document.activeElement?.closest('#properties') !== null),
        'the cursor to stand beside the drawing',
      );
      await key('Escape');
      await until(
        () => page.evaluate(() => document.activeElement?.closest('.react-flow__node') !== null),
        'Escape to lead to the drawing',
      );
    },
  };
  return hands;
}
