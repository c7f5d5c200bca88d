/**
 * The whole way, in a real browser on the real servers: a coordinator changes a process and puts it to use, a resident
 * registers by it and confirms the agreement without script, colleagues do what they promised, the overview counts it. What
 * takes days is told in a rehearsal, whose clock is turned on the screen and whose mails go through a real mail server.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, PHONE } from '../pages/support/chromium.ts';
import { type MailServer, mailServer } from './support/mail-server.ts';
import { arrival, mailsTo } from './support/mails-to.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { signedIn, type Who } from './support/staff.ts';

const RESIDENT = 'bas@example.org';
const TITLE = 'De geveltuinen';

let mail: MailServer;
let running: Running;
let browser: Browser;
let residents: BrowserContext;
/** What each test found for the next. */
let instance: string;

beforeAll(async () => {
  mail = await mailServer();
  const smtp = {
    SMTP_URL: mail.url,
    REHEARSAL_SMTP_URL: mail.url,
    MAIL_FROM: 'post@delinde.example.org',
  };
  [running, browser] = await Promise.all([onSharedServers(smtp), openBrowser()]);
  residents = await browser.newContext({ ...PHONE, javaScriptEnabled: false, locale: 'nl-NL' });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await mail?.stop();
});

/** Each test goes on where the one before it ended. */
let isBroken = false;
beforeEach((context) => {
  context.skip(isBroken, 'what comes before it failed');
});
afterEach(({ task }) => {
  isBroken ||= task.result?.state === 'fail';
});

const ask = async (path: string) => (await running.app.ask('GET', path)).body;
const as = (who: Who) => signedIn({ url: running.app.url, folder: running.folder, browser }, who);
const row = (page: Page, what: string) =>
  page.locator('[id^="row-"]').filter({ hasText: what }).filter({ hasText: TITLE });

/** A resident's page, opened from a mail on a telephone that runs no script. */
async function opened(link: string): Promise<Page> {
  const page = await residents.newPage();
  await page.goto(link);
  return page;
}

/** Answers what the mail was about with one of its outcomes. */
async function answered(page: Page, outcome: string): Promise<void> {
  const button = page.locator(`button[value="${outcome}"]`);
  if ((await button.count()) === 0) await page.getByRole('link', { name: 'Geef antwoord' }).first().click();
  await button.first().click();
  await page.getByRole('status').getByText('Dank je wel voor je antwoord').waitFor();
}

test('the coordinator gives first contact a day more, on the canvas, and puts it to use', async () => {
  const page = await as('coordinator');
  await page.goto(`${running.app.url}/processes/T1`);
  await page.locator('.react-flow__node[data-id="n3"]').click();
  await page.getByLabel('Hoeveel').first().fill('3');
  await page.locator('.react-flow__node[data-id="n3"]').getByText('3 wd').waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: /^Bewaard$/ })
    .waitFor();
  await page.getByRole('button', { name: 'In gebruik nemen' }).click();
  await page.getByLabel(/Wat is er veranderd/).fill('Een dag meer voor het eerste contact');
  await page.getByRole('dialog').getByRole('button', { name: 'In gebruik nemen' }).click();
  await page.getByText('Versie 2 is in gebruik.').waitFor();

  expect((await ask('/definitions/T1/versions')).items[0]).toMatchObject({ version: 2 });
  await page.context().close();
});

test('a resident registers by the public form, and gets a mail with the day we promise', async () => {
  const page = await opened(`${running.app.url}/register/T1`);
  await page.locator('[name=yourName]').fill('Bas de Wit');
  await page.locator('[name=contact]').fill(RESIDENT);
  await page.locator('[name=idea]').fill('Een geveltuin in de hele straat');
  await page.locator('[name=place]').fill('Kruiskamp');
  await page.getByText('Wil je al meer vertellen?').click();
  await page.locator('[name=title]').fill(TITLE);
  await page.getByRole('button', { name: 'Meld aan' }).click();
  await page.getByRole('heading', { name: 'Bedankt, je aanmelding is binnen' }).waitFor();
  await page.close();

  const { items } = await ask('/initiatives');
  const initiative = items.find(({ words }: { words?: { title: string } }) => words?.title === TITLE);
  instance = (await ask(`/initiatives/${initiative.id}`)).instances[0].id;
  const contact = await ask(`/tasks/${instance}/n3`);
  const counted = contact.due.ledger.filter(({ why }: { why: string }) => why === 'counted');
  expect(counted).toHaveLength(3);

  const confirmation = await arrival(mail, RESIDENT, /Bedankt, we hebben je idee ontvangen/);
  const day = Number(contact.due.date.slice(8));
  expect(confirmation.text).toMatch(new RegExp(`uiterlijk \\S+ ${day} `));
});

test('colleagues do what is in their work: the contact, the conversation, the note', async () => {
  const noor = await as('coordinator');
  await row(noor, 'Eerste contact').click();
  await noor.getByRole('button', { name: 'Gesproken' }).click();
  await noor.getByText(`Bij ${TITLE} is het nu aan anderen.`).waitFor();
  await noor.context().close();

  const sam = await as('supporter');
  await row(sam, 'Kennismaking').click();
  await sam.getByRole('button', { name: 'Klaar', exact: true }).click();
  await sam.getByRole('heading', { name: 'Notitie van de kennismaking' }).waitFor();
  for (const choice of [
    'Ja',
    'Licht',
    'Kennis',
    'Algemeen: mensen meekrijgen',
    'Ondersteuner',
    'Ja, zonder naam',
  ])
    await sam.getByRole('radio', { name: choice, exact: true }).first().check();
  await sam.getByRole('checkbox', { name: 'Past erbinnen' }).check();
  await sam.getByRole('button', { name: 'Klaar', exact: true }).click();
  await expect
    .poll(async () => (await ask(`/tasks/${instance}/n5`)).state, { timeout: 30_000 })
    .toBe('completed');
  await sam.context().close();
});

test('the resident chooses their support by the button in the mail; the supporter writes the agreement', async () => {
  const choice = await arrival(mail, RESIDENT, /steun/i);
  const page = await opened(choice.links[0] as string);
  await answered(page, 'our-contact');
  await page.close();

  const sam = await as('supporter');
  await row(sam, 'Onze afspraken').click();
  const promise = async (n: number, text: string, owner: string, add: string) => {
    await sam.getByRole('button', { name: add }).click();
    const one = sam.getByRole('group', { name: `Afspraak ${n}` });
    await one.getByLabel('Wat gebeurt er?').fill(text);
    await one.getByRole('combobox', { name: 'Wie doet het?' }).fill(owner);
    await sam.getByRole('option', { name: new RegExp(`^${owner}`) }).click();
    await one.getByLabel('Voor wanneer?').fill(await today());
  };
  await promise(1, 'de buren vragen', 'Bas de Wit', 'Eerste afspraak');
  await promise(2, 'een voorbeeld mailen', 'Sam de Boer', 'Nog een afspraak');
  await sam.getByLabel(/^Wij doen wel/).fill('Meedenken, en een voorbeeld mailen.');
  await sam.getByLabel(/^Wij doen niet/).fill('Tegels lichten.');
  await sam.getByRole('button', { name: 'Klaar', exact: true }).click();
  await expect
    .poll(async () => (await ask(`/tasks/${instance}/n9`)).state, { timeout: 30_000 })
    .toBe('completed');
  await sam.context().close();
});

test('the resident confirms it by the link, without script, and ticks off a step', async () => {
  const agreement = await arrival(mail, RESIDENT, /afspraken/i);
  expect(agreement.text).toContain('een voorbeeld mailen');
  const page = await opened(agreement.links[0] as string);
  await answered(page, 'confirm');
  await page.getByRole('button', { name: 'Klaar' }).first().click();
  await page.getByText('Gedaan: de buren vragen').waitFor();
  await page.close();
});

test('a promise of ours is kept, the resident hears so, and the overview counts it', async () => {
  const sam = await as('supporter');
  await row(sam, 'een voorbeeld mailen').click();
  await sam.getByRole('button', { name: 'Klaar', exact: true }).click();
  await sam.getByRole('dialog').getByRole('button', { name: 'Klaar' }).click();
  await sam.getByRole('dialog').waitFor({ state: 'detached' });
  await sam.context().close();
  await arrival(mail, RESIDENT, /gedaan|klaar/i);

  const max = await as('manager');
  await max.getByRole('link', { name: 'Overzicht' }).click();
  const kept = max.getByRole('listitem').filter({ hasText: 'beloften nagekomen op de dag die we noemden' });
  await kept.getByText('1 van 1').waitFor();
  await kept.getByText('Laat zien welke (1)').click();
  await kept.getByRole('link', { name: TITLE }).waitFor();
  await max.getByText('Wie zich meldde, sprak meestal dezelfde dag al iemand van ons.').waitFor();
  await max.context().close();
});

test('what takes days, in a rehearsal: a reminder arrives by mail, is answered by its link, and nothing more follows', async () => {
  const ria = 'ria@example.org';
  const page = await as('coordinator');
  await page.goto(`${running.app.url}/rehearsals/new`);
  await page.getByLabel('Hoe heet de oefening?').fill('Niemand kiest');
  await page.getByLabel('Wanneer begint het verhaal?').fill('2026-09-01T10:00');
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await page.waitForURL(/\/rehearsals\/wld_/);
  await page.getByRole('link', { name: 'Initiatieven' }).click();
  await page.getByRole('button', { name: 'Nieuw initiatief' }).first().click();
  await page.getByLabel('Naam', { exact: true }).fill('Ria Vos');
  await page.getByLabel('Hoe bereiken we je?').fill(ria);
  await page.getByLabel('Wat wil je doen, in je eigen woorden?').fill('Een koor');
  await page.getByLabel('Buurt of dorp').fill('Liendert');
  await page.getByLabel('Naam van je initiatief').fill('Het koor');
  await page.getByRole('button', { name: 'Inschrijven' }).click();
  await page.getByRole('heading', { name: 'Het koor' }).waitFor();
  const world = new URL(page.url()).pathname.split('/')[2] as string;
  const [koor] = (await ask(`/instances?world=${world}`)).items;
  const act = (body: object) =>
    running.app.ask('POST', `/worlds/${world}/instances/${koor.instance}/acts`, body);
  await act({ type: 'complete', task: 'n3', by: 'coordinator', outcome: 'reached' });
  await act({ type: 'complete', task: 'n4', by: 'supporter' });
  const note = {
    ownershipDiscussed: true,
    focus: ['within'],
    intensity: 'light',
    handsOrKnowledge: 'knowledge',
    supportKind: 'specific',
    ourRole: 'supporter',
    consentShare: 'anonymous',
  };
  await act({ type: 'complete', task: 'n5', by: 'supporter', data: note });

  const turnTo = async (moment: string) => {
    await page.getByRole('button', { name: 'Verder tot…' }).click();
    await page.getByLabel('Tot wanneer?').fill(moment);
    await page.getByRole('dialog').getByRole('button', { name: 'Draaien' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 60_000 });
  };
  const reminders = async () =>
    (await mailsTo(mail, ria)).filter(({ subject }) => subject.startsWith('Even horen'));
  await turnTo('2026-09-11T08:59');
  expect(await reminders()).toEqual([]);
  await turnTo('2026-09-11T09:00');
  await page.getByText('Er ging 1 bericht uit:').waitFor();
  const reminder = await arrival(mail, ria, /^Even horen/);

  const hers = await opened(reminder.links[0] as string);
  await answered(hers, 'our-contact');
  await hers.close();
  await turnTo('2026-10-20T09:00');
  expect(await reminders()).toHaveLength(1);

  // Nobody wrote the agreement meanwhile: that was ours to do, and the overview of the rehearsal says so.
  await page.getByRole('link', { name: 'Overzicht' }).click();
  await page.getByText('1 vraag ligt er nu', { exact: false }).waitFor();
  await page.getByRole('radio', { name: 'dit kwartaal' }).or(page.getByText('dit jaar')).last().click();
  await page.getByText('Wie zich meldde, sprak meestal dezelfde dag al iemand van ons.').waitFor();
  await page.context().close();
}, 180_000);

async function today(): Promise<string> {
  const { zone } = (await ask('/me')).organisation;
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}
