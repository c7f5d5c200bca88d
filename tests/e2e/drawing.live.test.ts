/** Hands at the canvas, in a real browser on the real servers: each gesture by mouse and by keyboard, and what the saved draft says of it. */
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition, Element } from '../../contract/index.ts';
import { axeFinds, openBrowser, overflow, PHONE } from '../pages/support/chromium.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { node } from './support/on-the-canvas.ts';
import { quiet } from './support/quiet.ts';
import { signedIn } from './support/staff.ts';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

const task = (id: string, nl: string, x: number, y: number) => ({
  id,
  type: 'userTask',
  name: { nl, en: nl },
  roles: ['supporter'],
  term: { amount: 2, unit: 'workingDays' },
  x,
  y,
});
const small = (id: string) => ({
  v: 1,
  id,
  name: { nl: `Proef ${id}`, en: `Trial ${id}` },
  roles: [
    { id: 'supporter', name: { nl: 'Ondersteuner', en: 'Supporter' }, side: 'us' },
    { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
  ],
  elements: [
    { id: 'start', type: 'startEvent', name: { nl: 'Begin', en: 'Start' }, x: 40, y: 122 },
    task('call', 'Bel op', 160, 100),
    { ...task('visit', 'Ga langs', 500, 100), roles: ['initiator'] },
    {
      id: 'part',
      type: 'subProcess',
      name: { nl: 'Samen bouwen', en: 'Build' },
      x: 800,
      y: 40,
      width: 440,
      height: 200,
    },
    { id: 'in', type: 'startEvent', parent: 'part', x: 30, y: 80 },
    { ...task('build', 'Bouwen', 110, 58), parent: 'part' },
    { id: 'out', type: 'endEvent', parent: 'part', x: 360, y: 80 },
    { id: 'end', type: 'endEvent', name: { nl: 'Klaar', en: 'Done' }, x: 1320, y: 120 },
    task('loose', 'Losse taak', 200, 380),
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'call' },
    { id: 'f2', from: 'call', to: 'visit' },
    { id: 'f3', from: 'visit', to: 'part' },
    { id: 'f4', from: 'part', to: 'end' },
    { id: 'f5', from: 'in', to: 'build' },
    { id: 'f6', from: 'build', to: 'out' },
  ],
});

async function drawn(id: string, options: Parameters<typeof signedIn>[2] = {}): Promise<Page> {
  expect((await running.app.ask('POST', '/definitions', { definition: small(id) })).status).toBe(201);
  const screen = { url: running.app.url, folder: running.folder, browser };
  const page = await signedIn(screen, 'coordinator', options);
  await page.goto(`${running.app.url}/processes/${id}`);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

const draftOf = async (id: string): Promise<Definition> =>
  (await running.app.ask('GET', `/definitions/${id}`)).body.definition;
/** Waits until the saved draft is so. */
const saved = (id: string, what: (definition: Definition) => unknown, expected: unknown) =>
  expect.poll(async () => what(await draftOf(id)), { timeout: 20_000 }).toEqual(expected);
const element = (definition: Definition, id: string): Element | undefined =>
  definition.elements.find((one) => one.id === id);
const arrows = ({ flows }: Definition) => flows.map(({ from, to }) => `${from}→${to}`).sort();
/** Where it is, once it is there: what is put in line or taken back glides to its place. */
const boxOf = async (what: Locator) => {
  await quiet(what.page());
  const box = await what.boundingBox();
  if (!box) throw new Error('Not on the screen');
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
};
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}
const undo = async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  // What was selected then is selected again.
  await page.keyboard.press('Escape');
};
/** Stands on an element with the keyboard. */
async function stand(page: Page, id: string) {
  await page.keyboard.press('Escape');
  const selected = () =>
    page
      .locator('.react-flow__node.selected')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id).join());
  // What was done before may still bring the cursor somewhere: it is brought here until it stays.
  await expect
    .poll(
      async () => {
        await node(page, id).focus();
        // Coming by keyboard selects it; coming by script may need Enter.
        if ((await selected()) !== id) await page.keyboard.press('Enter');
        const hasCursor = await node(page, id).evaluate((one) => one === document.activeElement);
        return hasCursor && (await selected()) === id;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}

describe('by mouse', () => {
  test('another kind, what would come, in line, room, on an arrow, on a border, bends, parts, pins, a role', async () => {
    const id = 'mouse';
    const page = await drawn(id);
    const before = await draftOf(id);

    // Another kind of element: pointing shows it, picking does it, undoing gives it back.
    await node(page, 'call').click();
    await page
      .getByRole('toolbar', { name: 'Met dit element' })
      .getByRole('button', { name: /Iets anders maken/ })
      .click();
    await page.getByRole('option', { name: /^Gesprek/ }).hover();
    await node(page, 'call').locator('[data-ghost]').waitFor();
    expect(element(await draftOf(id), 'call')).not.toHaveProperty('meeting');
    await page.getByRole('option', { name: /^Gesprek/ }).click();
    await saved(id, (d) => element(d, 'call'), {
      ...element(before, 'call'),
      block: 'meeting',
      meeting: { minutes: 60 },
    });
    await undo(page);
    await saved(id, (d) => d, before);

    // What would come next is seen before it is there.
    await node(page, 'visit').click();
    await page
      .getByRole('toolbar', { name: 'Met dit element' })
      .getByRole('button', { name: /Volgende toevoegen/ })
      .click();
    await page.getByRole('option', { name: /^Bericht/ }).hover();
    await expect
      .poll(() => page.locator('.react-flow__node [data-ghost]').count(), { timeout: 20_000 })
      .toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.locator('.react-flow__node [data-ghost]').count(), { timeout: 20_000 })
      .toBe(0);
    expect(await draftOf(id)).toEqual(before);

    // An area is selected by dragging with Shift; what is in it is put in line.
    const [call, loose] = [await boxOf(node(page, 'call')), await boxOf(node(page, 'loose'))];
    await page.keyboard.down('Shift');
    await drag(
      page,
      { x: call.x - 12, y: call.y - 12 },
      { x: loose.x + loose.width + 10, y: loose.y + loose.height + 10 },
    );
    await page.keyboard.up('Shift');
    await expect.poll(() => page.locator('.react-flow__node.selected').count(), { timeout: 20_000 }).toBe(2);
    await page
      .getByRole('toolbar', { name: 'Met dit element' })
      .getByRole('button', { name: /In lijn zetten/ })
      .click();
    await page.getByRole('option', { name: 'Linkerkanten gelijk' }).click();
    await saved(id, (d) => element(d, 'loose')?.x, 160);
    await undo(page);

    // Dragged nearly in line, it falls in line and shows the line.
    const at = await boxOf(node(page, 'loose'));
    const target = await boxOf(node(page, 'call'));
    await page.mouse.move(at.middle.x, at.y + 12);
    await page.mouse.down();
    await page.mouse.move(target.middle.x + 60, at.y + 30, { steps: 5 });
    // On paper it moves in steps of the grid: how many of a mouse that are depends on how far one is.
    const guide = page.locator('[data-guide=x]');
    for (let off = 20; off >= -20 && (await guide.count()) === 0; off -= 2)
      await page.mouse.move(target.middle.x + off, at.y + 32);
    await guide.waitFor();
    await page.mouse.up();
    await saved(id, (d) => element(d, 'loose')?.x, 160);
    await page.locator('[data-guide]').first().waitFor({ state: 'detached' });
    await undo(page);
    await saved(id, (d) => d, before);

    // Room is made by dragging, and taken away as far as there is any.
    await page.getByRole('button', { name: /^Ruimte maken/ }).click();
    const visit = await boxOf(node(page, 'visit'));
    const line = { x: visit.x - 20, y: visit.y + 240 };
    await drag(page, line, { x: line.x + 80, y: line.y + 4 });
    await page.getByRole('button', { name: 'Klaar', exact: true }).click();
    await expect
      .poll(async () => element(await draftOf(id), 'visit')?.x, { timeout: 20_000 })
      .toBeGreaterThan(540);
    expect(element(await draftOf(id), 'call')).toEqual(element(before, 'call'));
    await undo(page);
    await saved(id, (d) => d, before);

    // A loose task dropped on an arrow stands in between.
    const [a, b] = [await boxOf(node(page, 'call')), await boxOf(node(page, 'visit'))];
    const task = await boxOf(node(page, 'loose'));
    await drag(page, { x: task.middle.x, y: task.y + 14 }, { x: (a.x + a.width + b.x) / 2, y: a.middle.y });
    await saved(id, (d) => arrows(d).filter((one) => one.includes('loose')), ['call→loose', 'loose→visit']);
    await undo(page);
    await saved(id, arrows, arrows(before));

    // A wait from the palette, dropped on a border, sits on it.
    const host = await boxOf(node(page, 'visit'));
    const canvas = page.getByLabel('Tekening van het proces').first();
    const paper = await boxOf(canvas);
    await page
      .getByRole('button', { name: 'Wachten', exact: true })
      .dragTo(canvas, { targetPosition: { x: host.middle.x - paper.x, y: host.y + host.height - paper.y } });
    await saved(
      id,
      (d) => d.elements.flatMap((one) => (one.type === 'boundaryEvent' ? [one.attachedTo] : [])),
      ['visit'],
    );
    await page.keyboard.press('Control+z');
    await saved(id, (d) => d, before);

    // An arrow in hand: its stretch is dragged, kept in the definition, and given back.
    const [from, to] = [await boxOf(node(page, 'call')), await boxOf(node(page, 'visit'))];
    await page.mouse.click((from.x + from.width + to.x) / 2, from.middle.y);
    const grip = await boxOf(page.locator('[data-stretch]').first());
    await drag(page, grip.middle, { x: grip.middle.x, y: grip.middle.y + 70 });
    await expect
      .poll(async () => (await draftOf(id)).flows.find((one) => one.id === 'f2')?.points?.length, {
        timeout: 20_000,
      })
      .toBe(4);
    await page.getByRole('button', { name: /^Pijl zelf zijn weg/ }).click();
    await saved(id, (d) => d, before);

    // A closed part is one card; that is one's own view and changes nothing in the process.
    await page.getByRole('button', { name: 'Sluit dit deel: Samen bouwen' }).click();
    await node(page, 'build').waitFor({ state: 'detached' });
    await node(page, 'part').getByText('3 stappen erin').waitFor();
    await page.reload();
    await node(page, 'part').getByText('3 stappen erin').waitFor();
    expect(await page.locator('.react-flow__edge').count()).toBe(4);
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open dit deel: Samen bouwen' }).click();
    await node(page, 'build').waitFor();
    expect(await draftOf(id)).toEqual(before);

    // Pinned, tidying leaves it; tidying is one step.
    await node(page, 'loose').click();
    await page
      .getByRole('toolbar', { name: 'Met dit element' })
      .getByRole('button', { name: /Vastzetten/ })
      .click();
    await saved(id, (d) => element(d, 'loose')?.pinned, true);
    await page.getByRole('button', { name: 'Netjes maken', exact: true }).click();
    await page.getByText('De tekening is netjes gemaakt').waitFor();
    await expect.poll(async () => element(await draftOf(id), 'end')?.x, { timeout: 20_000 }).not.toBe(1320);
    expect(element(await draftOf(id), 'loose')).toMatchObject({ x: 200, y: 380 });
    await page.getByRole('button', { name: /^Ongedaan maken/ }).click();
    await saved(id, (d) => element(d, 'end'), element(before, 'end'));

    // One role is looked at.
    await page.getByRole('button', { name: 'Wie doet wat' }).click();
    await page.getByRole('menuitem', { name: /Initiatiefnemer/ }).click();
    await node(page, 'call').locator('[data-light]').waitFor();
    await expect.poll(() => node(page, 'visit').locator('[data-light]').count(), { timeout: 20_000 }).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    await page.context().close();
  }, 240_000);
});

describe('by keyboard', () => {
  test('the same, and elements go to another process by the clipboard', async () => {
    const id = 'keys';
    const page = await drawn(id, { permissions: ['clipboard-read', 'clipboard-write'] });
    const before = await draftOf(id);

    await stand(page, 'call');
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Wat wordt dit?' }).fill('bericht');
    await node(page, 'call').locator('[data-ghost]').waitFor();
    await page.keyboard.press('Enter');
    await saved(id, (d) => element(d, 'call')?.type, 'sendTask');
    await page.keyboard.press('Control+z');
    await saved(id, (d) => d, before);

    // Several, in line: from where one stands to what comes next.
    await stand(page, 'call');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('l');
    await page.getByRole('combobox', { name: 'Hoe zet je ze neer?' }).fill('bovenkanten');
    await page.keyboard.press('Enter');
    await saved(id, (d) => [element(d, 'call')?.y, element(d, 'visit')?.y], [100, 100]);

    // Room before it, and away again.
    await stand(page, 'visit');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await saved(
      id,
      (d) => [element(d, 'call')?.x, element(d, 'visit')?.x, element(d, 'end')?.x],
      [160, 540, 1360],
    );
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await saved(id, (d) => element(d, 'visit')?.x, 520);
    await page.keyboard.press('Control+z');
    await saved(id, (d) => d, before);

    // An arrow: along the arrows of an element, something on it, its way moved and given back.
    await stand(page, 'call');
    await page.keyboard.press('e');
    await page.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(async () => (await draftOf(id)).flows.find((one) => one.id === 'f2')?.points?.length, {
        timeout: 20_000,
      })
      .toBe(4);
    await page.keyboard.press('w');
    await saved(id, (d) => d, before);
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Wat komt hiertussen?' }).fill('gesprek');
    await page.keyboard.press('Enter');
    await saved(id, (d) => arrows(d).filter((one) => one.includes('meeting')), [
      'call→meeting',
      'meeting→visit',
    ]);
    await page.keyboard.press('Control+z');
    await saved(id, (d) => d, before);

    // A part closes and opens; a pin; zooming to what is selected.
    await stand(page, 'part');
    await page.keyboard.press('o');
    await node(page, 'build').waitFor({ state: 'detached' });
    await page.keyboard.press('o');
    await node(page, 'build').waitFor();
    await page.keyboard.press('p');
    await saved(id, (d) => element(d, 'part')?.pinned, true);
    await page.keyboard.press('Control+z');
    await saved(id, (d) => d, before);
    const far = (await boxOf(node(page, 'part'))).width;
    await page.keyboard.press('z');
    await expect
      .poll(async () => (await boxOf(node(page, 'part'))).width, { timeout: 20_000 })
      .toBeGreaterThan(far);

    // Copied here, pasted in another process in another tab: under the same names, with the form it asks for.
    await stand(page, 'call');
    await page.keyboard.press('Control+c');
    await page.getByText('Gekopieerd').waitFor();
    expect((await running.app.ask('POST', '/definitions', { definition: small('other') })).status).toBe(201);
    const other = await page.context().newPage();
    await other.goto(`${running.app.url}/processes/other`);
    await node(other, 'end').focus();
    await other.keyboard.press('Control+v');
    await saved('other', (d) => element(d, 'call2')?.name, { nl: 'Bel op', en: 'Bel op' });
    await other.keyboard.press('Control+x');
    await saved('other', (d) => element(d, 'call2'), undefined);

    await page.bringToFront();
    await page.getByRole('button', { name: 'Meer', exact: true }).or(page.getByLabel('Meer')).first().click();
    await page.getByRole('menuitem', { name: 'Toetsen' }).click();
    await page.getByText('ruimte voor dit element maken of wegnemen').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.context().close();
  }, 240_000);

  test('on a telephone the tools fit, in English too', async () => {
    const page = await drawn('phone', PHONE);
    await node(page, 'call').click();
    await page.getByRole('button', { name: /Iets anders maken/ }).waitFor();
    expect(await overflow(page)).toBe(0);
    await page.evaluate(() => localStorage.setItem('speelruimte.language', 'en'));
    await page.reload();
    await node(page, 'call').click();
    await page.getByRole('button', { name: /Make it something else/ }).waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});

test('the drawing is kept as a picture and goes onto paper, with its name and version', async () => {
  const page = await drawn('picture');
  // Printing itself is the browser's: what it would be given stays to be looked at.
  await page.evaluate(() => {
    window.print = () => {};
  });
  const item = async (name: string) => {
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const file = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), item(name)]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  const svg = await file('Bewaar als tekening (SVG)');
  expect(svg.name).toBe('picture.svg');
  for (const words of ['Proef picture', 'Concept, ', 'Bel op', 'Ga langs', 'Samen bouwen'])
    expect(svg.bytes.toString()).toContain(words);

  const png = await file('Bewaar als foto (PNG)');
  expect(png.name).toBe('picture.png');
  // The signature, and then its width: twice that of the drawing.
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  const width = Number(/width="(\d+)"/.exec(svg.bytes.toString())?.[1]);
  expect(png.bytes.readUInt32BE(16)).toBe(2 * width);

  await item('Druk af of bewaar als PDF');
  await page.locator('body > [aria-hidden] svg').first().waitFor({ state: 'attached' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, wide = 0, high = 0] = (/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf) ?? []).map(
    Number,
  );
  expect(wide).toBeGreaterThan(high);
  await page.context().close();
}, 120_000);
