/** Staff at their screens, in a real browser on the real servers: registering, a day's work by keyboard, live lists, a killed server; nothing acts by being looked at. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../servers/index.ts';
import { DESK, openBrowser } from '../pages/support/chromium.ts';
import { type Application, application } from './support/application.ts';
import { quiet } from './support/quiet.ts';

type Who = 'coordinator' | 'supporter' | 'manager';

let folder: string;
let app: Application;
let browser: Browser;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  app = await application({ DATA_DIR: folder }, 'coordinator');
  [browser] = await Promise.all([openBrowser(), app.start()]);
}, 240_000);

afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  expect(complaints.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** What the browser complains of: refused styles and scripts, errors, broken promises. */
const complaints: string[] = [];

async function opened(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ ...DESK, reducedMotion: 'reduce', locale: 'nl-NL', ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/status of (401|409|400)/.test(text)) complaints.push(text);
  });
  return page;
}

async function signedIn(who: Who, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await opened(options);
  await page.goto(app.url);
  const { people, password } = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8'));
  await page
    .locator('input[type=email]')
    .fill(people.find(({ role }: { role: string }) => role === who).mail);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  return page;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const row = (page: Page, what: string, initiative: string) =>
  page.locator('[id^="row-"]').filter({ hasText: what }).filter({ hasText: initiative });

/** Registers by the API and gives initiative and instance. */
async function registered(title: string) {
  const answer = await app.ask('POST', '/initiatives', {
    data: {
      yourName: 'Lotte Bakker',
      contact: 'lotte@example.org',
      idea: 'Een bankje',
      place: 'Liendert',
      title,
    },
  });
  return answer.body as { initiative: string; instance: string };
}

describe('a day of work', () => {
  test('an initiative is registered, and work goes from hand to hand by keyboard alone', async () => {
    const noor = await signedIn('coordinator');
    await noor.goto(`${app.url}/initiatives`);
    await noor.getByRole('button', { name: 'Nieuw initiatief' }).press('Enter');
    await noor.getByRole('button', { name: 'Inschrijven' }).press('Enter');
    await noor.getByText('Nog 4 dingen voordat dit af is').waitFor();

    await noor.getByLabel('Naam', { exact: true }).fill('Ada de Wit');
    await noor.getByLabel('Hoe bereiken we je?').fill('ada@example.org');
    await noor.getByLabel('Wat wil je doen, in je eigen woorden?').fill('Samen soep koken voor de flat');
    await noor.getByLabel('Buurt of dorp').fill('Kruiskamp');
    await noor.getByLabel('Naam van je initiatief').fill('Soep voor de flat');
    await noor.getByRole('button', { name: 'Inschrijven' }).press('Enter');
    await heading(noor, 'Soep voor de flat').waitFor();
    await noor.getByText('Samen soep koken voor de flat').waitFor();
    await noor.getByText(/^Loopt: Eerste contact · uiterlijk .+ · contact is /).waitFor();

    // Down the list by keyboard until it is there, and into the work.
    await noor.goto(app.url);
    await row(noor, 'Eerste contact', 'Soep voor de flat').waitFor();
    await expect
      .poll(
        async () => {
          await noor.keyboard.press('j');
          return noor.getByRole('link', { name: 'Soep voor de flat' }).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await noor.getByRole('button', { name: 'Gesproken' }).waitFor();
    await noor.keyboard.press('c');
    await noor.keyboard.press('Enter');
    await noor.getByText('Bij Soep voor de flat is het nu aan anderen.').waitFor();
    expect(await row(noor, 'Eerste contact', 'Soep voor de flat').count()).toBe(0);
  });

  test('completing slides on to what is next in the same initiative; a form checks, keeps a draft, and is done', async () => {
    const { instance } = await registered('Het bankje');
    await app.ask('POST', `/tasks/${instance}/n3/complete`, { outcome: 'reached' });
    const sam = await signedIn('supporter');
    await row(sam, 'Kennismaking', 'Het bankje').click();
    await sam.getByRole('button', { name: 'Gesprek plannen' }).click();
    await sam.getByLabel('Wanneer?').fill('2027-03-04T19:30');
    await sam.getByLabel('Waar?').fill('bij Lotte thuis');
    await sam.getByRole('button', { name: 'Plannen en uitnodigen' }).click();
    await sam.getByText('Gepland: donderdag 4 maart 2027 om 19.30 uur, bij Lotte thuis').waitFor();

    await sam.getByRole('button', { name: 'Klaar', exact: true }).click();
    await sam.getByText('Het volgende bij Het bankje: Notitie van de kennismaking.').waitFor();
    await expect
      .poll(
        () => heading(sam, 'Notitie van de kennismaking').evaluate((one) => one === document.activeElement),
        { timeout: 20_000 },
      )
      .toBe(true);

    await sam.getByRole('button', { name: 'Klaar', exact: true }).click();
    await sam.getByText('Vul “Regie besproken” nog in.').first().waitFor();
    await sam.getByLabel(/^Welke speerpunten\?/).fill('groen in de wijk');
    await sam.reload();
    await sam.getByText('Je was hier al mee bezig').waitFor();
    expect(await sam.getByLabel(/^Welke speerpunten\?/).inputValue()).toBe('groen in de wijk');

    await sam.getByRole('group').or(sam.getByRole('radiogroup')).first().waitFor();
    for (const choice of ['Ja', 'Licht', 'Kennis', 'Algemeen: mensen meekrijgen', 'Ondersteuner'])
      await sam.getByRole('radio', { name: choice, exact: true }).first().check();
    await sam.getByRole('checkbox', { name: 'Past erbinnen' }).check();
    for (const name of await sam.getByRole('radio', { name: /^(Nee|Niet delen|Anoniem)/ }).all())
      await name.check();
    await sam.getByRole('button', { name: 'Klaar', exact: true }).click();
    await expect
      .poll(async () => (await app.ask('GET', `/tasks/${instance}/n5`)).body.state, { timeout: 20_000 })
      .toBe('completed');
  });

  test('why a day is that day opens with each day counted; a promise is moved with its reason', async () => {
    const { instance, initiative } = await registered('De heg');
    const { body } = await app.ask('GET', `/initiatives/${initiative}`);
    const owner = body.roles.supporter[0];
    await app.ask('POST', '/commitments', {
      instance,
      commitment: { text: 'de heg meten', owner, due: '2027-03-01' },
    });
    const sam = await signedIn('supporter');
    await row(sam, 'de heg meten', 'De heg').click();
    await sam.keyboard.press('r');
    await sam.getByRole('button', { name: 'Beloven' }).click();
    await sam.getByText('Vul dit nog in.').first().waitFor();
    await sam.getByLabel('Nieuwe dag').fill('2027-03-08');
    await sam.getByLabel('Waarom?').fill('de ladder is stuk');
    await sam.getByRole('button', { name: 'Beloven' }).click();
    await sam
      .getByText('De dag is één keer verzet; eerst was het maandag 1 maart 2027. “de ladder is stuk”')
      .waitFor();

    const noor = await signedIn('coordinator');
    await row(noor, 'Eerste contact', 'De heg').waitFor();
    const line = noor.getByRole('listitem').filter({ has: row(noor, 'Eerste contact', 'De heg') });
    await line.getByRole('button', { name: /Laat zien hoe dit is geteld/ }).click();
    await noor.getByText('dag 2', { exact: true }).waitFor();
  });

  test('work that arrives shows without loading again', async () => {
    const noor = await signedIn('coordinator');
    await noor.getByRole('heading', { name: 'Mijn werk' }).waitFor();

    await registered('Vanzelf in beeld');

    await row(noor, 'Eerste contact', 'Vanzelf in beeld').waitFor({ timeout: 15_000 });
  });

  test('a server that dies is said, costs nothing that was typed, and everything goes on when it is back', async () => {
    const { instance } = await registered('Over de storing');
    const noor = await signedIn('coordinator');
    await row(noor, 'Eerste contact', 'Over de storing').click();
    await noor.getByRole('button', { name: 'Contact vastleggen' }).click();
    await noor.getByLabel('Wat hoorde je?').fill('Lotte belt morgen terug');
    app.kill();
    await app.stop();
    await noor.getByText('We hebben even geen verbinding').waitFor({ timeout: 30_000 });
    await noor.getByRole('radio', { name: 'Gesproken' }).check();
    await noor.getByRole('button', { name: 'Vastleggen', exact: true }).click();
    await app.start();

    // Either the waiting request got through by itself, or one says so once more.
    await expect
      .poll(
        async () => {
          const again = noor.getByRole('button', { name: 'Vastleggen', exact: true });
          if (await again.isEnabled({ timeout: 200 }).catch(() => false))
            await again.click().catch(() => undefined);
          return (await app.ask('GET', `/tasks/${instance}/n3`)).body.contacts.reached;
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBe(1);
    await noor.getByText('We hebben even geen verbinding').waitFor({ state: 'hidden', timeout: 30_000 });
    complaints.length = 0; // While it was away the browser rightly complained.
  }, 240_000);
});

describe('a screen that is looked at', () => {
  test('changes nothing by being opened', async () => {
    const { items } = (await app.ask('GET', '/initiatives')).body;
    const { initiative, instance } = await registered('Alleen kijken');
    const facts = async () => (await app.ask('GET', `/instances/${instance}`)).body.n;
    const before = await facts();
    const page = await signedIn('coordinator');

    for (const screen of [
      '/',
      `/?item=task:${instance}/3`,
      `/initiatives/${initiative}`,
      '/monitor',
      '/outbox',
    ]) {
      await page.goto(`${app.url}${screen}`);
      // What a screen fetches, and whatever else it would do, has come.
      await quiet(page);
    }

    expect(await facts()).toBe(before);
    expect((await app.ask('GET', '/initiatives')).body.items.length).toBe(items.length + 1);
  });

  test('leaves nothing in the browser to read after signing out', async () => {
    const page = await signedIn('supporter');
    await page.evaluate(() =>
      localStorage.setItem('speelruimte.draft.per_sam.pi_1/3', '{"at":1,"data":{"note":"x"}}'),
    );
    await page.getByRole('button', { name: /^Jij:/ }).click();
    await page.getByRole('menuitem', { name: 'Uitloggen', exact: true }).click();
    await page.locator('input[type=email]').waitFor();

    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
    ).toEqual([]);
    expect((await page.context().cookies()).filter(({ value }) => value !== '')).toEqual([]);
  });
});
