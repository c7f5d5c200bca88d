/** Two colleagues on one process, each in a browser of their own: what changed, a comment that mails, and putting into use with four eyes. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../pages/support/chromium.ts';
import { lookAt } from './support/look-at.ts';
import { type MailServer, mailServer } from './support/mail-server.ts';
import { mailsTo } from './support/mails-to.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { choose, node, saved } from './support/on-the-canvas.ts';
import { signedIn } from './support/staff.ts';

let mail: MailServer;
let running: Running;
let browser: Browser;

beforeAll(async () => {
  mail = await mailServer();
  const smtp = { SMTP_URL: mail.url, MAIL_FROM: 'post@delinde.example.org' };
  [running, browser] = await Promise.all([onSharedServers(smtp), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await mail?.stop();
});

test('one draws and asks, the other sees who is here, reads what changes, answers by mail, approves; both names stand with it', async () => {
  const screen = { url: running.app.url, folder: running.folder, browser };
  const noor = await signedIn(screen, 'coordinator');
  const max = await signedIn(screen, 'manager');
  const process = `${running.app.url}/processes/T1`;

  // The manager wants a second person to look at this process.
  await max.goto(`${process}?view=versions`);
  await max.getByRole('switch', { name: 'Een tweede persoon keurt deze werkwijze goed' }).click();
  await expect
    .poll(async () => (await running.app.ask('GET', '/four-eyes')).body.processes, { timeout: 20_000 })
    .toEqual(['T1']);
  await lookAt(max, 'versions');

  // The coordinator changes a term, and is seen.
  await noor.goto(process);
  await choose(noor, 'n3');
  await noor.getByLabel('Hoeveel').first().fill('4');
  await saved(noor);
  await max.getByRole('list', { name: /^Ook hier: .*Noor/ }).waitFor({ timeout: 30_000 });

  // A comment on the element, that mails the manager.
  await noor.getByText('Reacties', { exact: true }).click();
  const writing = noor.getByLabel(/^Opmerking bij “/);
  await writing.fill('Is dit genoeg tijd, @Max');
  await noor.getByRole('list', { name: 'Collega’s om te noemen' }).getByRole('button').first().click();
  await noor.getByText(/Max.* krijgt een mail\./).waitFor();
  await noor.getByRole('button', { name: 'Plaatsen', exact: true }).click();
  await noor.getByText('Reacties (1)').waitFor();
  await node(noor, 'n3').getByTitle('1 open opmerking').waitFor();
  const mails = async () => (await mailsTo(mail, 'max@delinde.example.org')).map(({ text }) => text);
  await expect
    .poll(async () => (await mails()).filter((text) => text.includes('/processes/T1?element=n3')).length, {
      timeout: 30_000,
    })
    .toBe(1);
  await lookAt(noor, 'comments');

  // What changes is told before it is asked.
  await noor.getByRole('button', { name: 'In gebruik nemen', exact: true }).click();
  const dialog = noor.getByRole('dialog');
  await dialog.getByText(/krijgt 4 werkdagen in plaats van/).waitFor();
  await lookAt(noor, 'review');
  await dialog.getByLabel(/Wat is er veranderd/).fill('Meer tijd voor het eerste gesprek');
  await dialog.getByLabel('Naam van deze versie').fill('Herfst');
  await dialog.getByRole('button', { name: 'Vraag goedkeuring' }).click();
  await noor.getByText('Je collega’s zien dat dit op goedkeuring wacht.').waitFor();

  // The manager finds it in the list, and reads what changes on the drawing.
  await max.goto(`${running.app.url}/processes`);
  await max.getByRole('list', { name: 'Wacht op goedkeuring' }).getByRole('link').click();
  await max.getByRole('link', { name: 'Bekijk wat er verandert' }).click();
  await node(max, 'n3').getByText('anders').waitFor();
  await lookAt(max, 'compare');
  await max.getByText('Ervoor', { exact: true }).click();
  await max
    .getByRole('button', { name: /Anders/ })
    .first()
    .click();
  await node(max, 'n3').waitFor();
  await max.goBack();

  // Sent back with a reason, asked again, approved.
  await max.getByRole('button', { name: 'Nog niet' }).click();
  await max.getByLabel(/Reden/).fill('Eerst in het team bespreken');
  await max.getByRole('button', { name: 'Terugsturen' }).click();
  await max.getByText(/stuurde dit terug: Eerst in het team bespreken/).waitFor();
  await noor.getByText('Versies', { exact: true }).click();
  await noor.getByText(/stuurde dit terug: Eerst in het team bespreken/).waitFor({ timeout: 20_000 });
  await noor.getByRole('button', { name: 'In gebruik nemen', exact: true }).click();
  await dialog.getByLabel(/Wat is er veranderd/).fill('Besproken in het team');
  await dialog.getByLabel('Naam van deze versie').fill('Herfst');
  await dialog.getByRole('button', { name: 'Vraag goedkeuring' }).click();
  await noor.getByText('Je werkte zelf aan dit concept.').waitFor({ timeout: 20_000 });
  expect(await noor.getByRole('button', { name: 'Goedkeuren en in gebruik nemen' }).count()).toBe(0);
  await max.getByRole('button', { name: 'Goedkeuren en in gebruik nemen' }).click({ timeout: 20_000 });
  await noor.getByText('Versie 2 · Herfst').waitFor({ timeout: 20_000 });
  await noor.getByText(/goedgekeurd door Max/).waitFor();

  // Each version has an address of its own; in English too.
  await noor.goto(`${process}/versions/2`);
  await noor.getByText('Dit is versie 2').waitFor();
  await node(noor, 'n3').waitFor();
  await lookAt(noor, 'version');
  await noor.goto(`${process}/compare?from=1&to=2`);
  await noor.evaluate(() => localStorage.setItem('speelruimte.language', 'en'));
  await noor.reload();
  await noor.getByText(/gets 4 working days instead of/).waitFor();
  await lookAt(noor, 'compare-english');
  await noor.context().close();
  await max.context().close();
}, 240_000);
