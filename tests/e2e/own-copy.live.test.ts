/** A copy of one's own in a real browser: drawn on apart, kept over a reload, put with a draft that changed meanwhile, thrown away. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../pages/support/chromium.ts';
import { lookAt } from './support/look-at.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { choose, node, saved } from './support/on-the-canvas.ts';
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

const own = (page: Page) => page.getByRole('region', { name: 'Je eigen kopie' });

interface Drawn {
  id: string;
  term?: { amount: number };
}
const amountOf = (definition: { elements: Drawn[] }, wanted: string) =>
  definition.elements.find(({ id }) => id === wanted)?.term?.amount;
const draftNow = async () => (await running.app.ask('GET', '/definitions/T1')).body.definition;

async function setTerm(page: Page, id: string, amount: string): Promise<void> {
  await choose(page, id);
  await page.getByLabel('Hoeveel').first().fill(amount);
  await saved(page);
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Werk aan een eigen kopie' }).click();
  await own(page).waitFor({ timeout: 20_000 });
}

test('drawn on apart; put with what a colleague drew meanwhile; where both changed the same, one chooses', async () => {
  const screen = { url: running.app.url, folder: running.folder, browser };
  const noor = await signedIn(screen, 'coordinator');
  const max = await signedIn(screen, 'manager');
  const process = `${running.app.url}/processes/T1`;
  const terms = (await draftNow()).elements.filter(({ term }: Drawn) => typeof term?.amount === 'number');
  const [mine, theirs] = terms.map(({ id }: Drawn) => id) as [string, string];

  await noor.goto(process);
  await node(noor, mine).waitFor();
  await begin(noor);
  await setTerm(noor, mine, '7');
  await lookAt(noor, 'own-copy');
  expect(amountOf(await draftNow(), mine)).not.toBe(7);
  expect(await noor.getByRole('button', { name: 'In gebruik nemen', exact: true }).count()).toBe(0);

  // It is there again after a reload, and says so in the list.
  await noor.reload();
  await own(noor).waitFor({ timeout: 20_000 });
  await noor.goto(`${running.app.url}/processes`);
  await noor.getByText(/eigen kopie/).waitFor();

  // A colleague changes something else in the draft of all.
  await max.goto(process);
  await setTerm(max, theirs, '8');
  await noor.goto(process);
  await own(noor).getByText('Het concept is sindsdien ook veranderd.').waitFor({ timeout: 20_000 });
  await noor.getByRole('button', { name: 'Samenvoegen met het concept' }).click();
  await noor.getByText('Je kopie zit nu in het concept.').waitFor({ timeout: 20_000 });
  await saved(noor);
  expect(await own(noor).count()).toBe(0);
  const both = await draftNow();
  expect([amountOf(both, mine), amountOf(both, theirs)]).toEqual([7, 8]);
  await noor.reload();
  await node(noor, mine).waitFor({ timeout: 20_000 });
  expect(await own(noor).count()).toBe(0);

  // Both change the same: what stays is chosen, after a reload too.
  await begin(noor);
  await setTerm(noor, mine, '3');
  await max.reload();
  await setTerm(max, mine, '4');
  await noor.getByRole('button', { name: 'Samenvoegen met het concept' }).click();
  await noor.getByText('Nog 1 keuze').waitFor({ timeout: 20_000 });
  await noor.reload();
  await noor.getByText('Nog 1 keuze').waitFor({ timeout: 20_000 });
  await noor.getByRole('button', { name: 'Alles van mij' }).click();
  await noor.getByRole('button', { name: 'Klaar: zo bewaren' }).click();
  await noor.getByText('Je kopie zit nu in het concept.').waitFor({ timeout: 20_000 });
  await expect.poll(async () => amountOf(await draftNow(), mine), { timeout: 20_000 }).toBe(3);

  // Thrown away, nothing of it is left.
  await begin(noor);
  await setTerm(noor, mine, '9');
  await own(noor).getByRole('button', { name: 'Weggooien…' }).click();
  await lookAt(noor, 'own-copy-drop');
  await noor.getByRole('dialog').getByRole('button', { name: 'Gooi weg' }).click();
  await noor.getByText('Je kopie is weg. Dit is het concept.').waitFor({ timeout: 20_000 });
  await choose(noor, mine);
  await expect.poll(() => noor.getByLabel('Hoeveel').first().inputValue(), { timeout: 20_000 }).toBe('3');
  expect(amountOf(await draftNow(), mine)).toBe(3);
}, 180_000);
