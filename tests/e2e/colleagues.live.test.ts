/** Colleagues in a real browser: an administrator adds, gives roles, closes and erases; everybody sees who is away, and reports themselves. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, openBrowser } from '../pages/support/chromium.ts';
import { lookAt } from './support/look-at.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { signedIn } from './support/staff.ts';

let running: Running;
let browser: Browser;
beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers({}, 'administrator'), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

const accounts = async () => (await running.app.ask('GET', '/accounts')).body.items;
const accountOf = async (mail: string) =>
  (await accounts()).find((one: { mail?: string }) => one.mail === mail);
const row = (page: Page, name: string, of: 'there' | 'people' = 'people') =>
  page.locator(`section[aria-labelledby="${of}"]`).getByRole('listitem').filter({ hasText: name });
async function more(page: Page, name: string, item: string): Promise<void> {
  await row(page, name)
    .getByRole('button', { name: `Meer: ${name}` })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a colleague is added, signs in, gets another role in a new team, is closed, let in again and erased', async () => {
  const page = await signedIn({ url: running.app.url, folder: running.folder, browser }, 'administrator');
  await page.getByRole('button', { name: /^Jij: / }).click();
  await page.getByRole('menuitem', { name: 'Collega’s' }).click();
  await page.getByRole('heading', { name: 'Wie inlogt' }).waitFor();
  await row(page, 'dat ben jij').waitFor();
  await lookAt(page, 'colleagues');

  // A team, and somebody in it. What is missing is told first.
  await page.getByRole('button', { name: 'Nieuw team' }).click();
  await page.getByLabel('Naam van het team').fill('Zuid & West');
  await page.getByRole('button', { name: 'Maak het team' }).click();
  await page.getByText('Het team heet Zuid & West.').waitFor();
  expect((await running.app.ask('GET', '/teams')).body.items).toContainEqual(
    expect.objectContaining({ id: 'zuid-west', name: 'Zuid & West' }),
  );
  await page.getByRole('button', { name: 'Nieuwe collega' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await dialog.getByText('Dit is geen mailadres.').waitFor();
  await dialog.getByLabel('Naam', { exact: true }).fill('Iris Bakker');
  await dialog.getByLabel('Mailadres').fill('iris@delinde.example.org');
  await lookAt(page, 'colleague-add');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  const password = await page.getByLabel('Eerste wachtwoord').inputValue();
  await lookAt(page, 'colleague-password');
  await page.getByRole('button', { name: 'Ik heb het' }).click();
  await row(page, 'Iris Bakker').getByText('Nog niet ingelogd').waitFor();

  // They sign in with it, and have to choose another.
  const theirs = await browser.newPage({ ...DESK, locale: 'nl-NL' });
  await theirs.goto(running.app.url);
  await theirs.locator('input[type=email]').fill('iris@delinde.example.org');
  await theirs.locator('input[type=password]').fill(password);
  await theirs.keyboard.press('Enter');
  await theirs.getByRole('heading', { name: 'Kies je eigen wachtwoord' }).waitFor();
  await theirs.close();

  // Another role, in the team.
  await row(page, 'Iris Bakker').getByRole('button', { name: 'Rollen… Iris Bakker' }).click();
  await dialog.getByLabel('Rol', { exact: true }).selectOption('coordinator');
  await dialog.getByLabel('Waar').selectOption('zuid-west');
  await lookAt(page, 'colleague-roles');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await row(page, 'Iris Bakker').getByText('coördinator in Zuid & West').waitFor();
  expect((await accountOf('iris@delinde.example.org')).roles).toEqual([
    { role: 'coordinator', team: 'zuid-west' },
  ]);

  // Closed, and let in again.
  await more(page, 'Iris Bakker', 'Sluit af…');
  await dialog.getByRole('button', { name: 'Sluit af' }).click();
  await row(page, 'Iris Bakker').getByText('gesloten').waitFor();
  expect((await accountOf('iris@delinde.example.org')).disabled).toBe(true);
  await more(page, 'Iris Bakker', 'Geef weer toegang…');
  await dialog.getByRole('button', { name: 'Geef toegang' }).click();
  await expect.poll(async () => (await accountOf('iris@delinde.example.org')).disabled).toBe(false);

  // A new password is another.
  await more(page, 'Iris Bakker', 'Nieuw wachtwoord…');
  await dialog.getByRole('button', { name: 'Maak een nieuw wachtwoord' }).click();
  expect(await page.getByLabel('Eerste wachtwoord').inputValue()).not.toBe(password);
  await page.getByRole('button', { name: 'Ik heb het' }).click();

  // Erased only with a reason, and twice said.
  await more(page, 'Iris Bakker', 'Wis voorgoed…');
  await dialog.getByRole('button', { name: 'Wis voorgoed' }).click();
  await lookAt(page, 'colleague-erase');
  await dialog.getByLabel('Waarom').fill('Werkt hier niet meer');
  await dialog.getByLabel('Ik weet dat dit niet terug te draaien is').check();
  await dialog.getByRole('button', { name: 'Wis voorgoed' }).click();
  await page.getByText('De gegevens van Iris Bakker zijn gewist.').waitFor();
  await expect.poll(async () => await accountOf('iris@delinde.example.org')).toBeUndefined();
  await expect.poll(() => row(page, 'Iris Bakker').count()).toBe(0);

  // Nobody closes or erases themselves; the last administrator stays one.
  const [me] = (await accounts()).filter(({ roles }: { roles: { role: string }[] }) =>
    roles.some(({ role }) => role === 'administrator'),
  );
  await page.getByRole('button', { name: `Meer: ${me.name}` }).click();
  await expect.poll(() => page.getByRole('menuitem').allInnerTexts()).toEqual(['Nieuw wachtwoord…']);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Rollen… ${me.name}` }).click();
  await dialog.getByRole('button', { name: 'Haal weg: beheerder' }).click();
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await dialog.getByRole('alert').waitFor();
  expect((await accounts()).find(({ person }: { person: string }) => person === me.person).roles).toEqual(
    me.roles,
  );

  const english = await signedIn({ url: running.app.url, folder: running.folder, browser }, 'administrator', {
    locale: 'en-GB',
  });
  await english.goto(`${running.app.url}/colleagues`);
  await english.getByRole('heading', { name: 'Who signs in' }).waitFor();
  await lookAt(english, 'colleagues-english');
}, 180_000);

test('somebody reports that they are away, a coordinator sees who stands in and reports them back; a supporter reports only themselves', async () => {
  const screen = { url: running.app.url, folder: running.folder, browser };
  const noor = await signedIn(screen, 'coordinator');
  await noor.goto(`${running.app.url}/colleagues`);
  await noor.getByRole('button', { name: 'Meld afwezig… Noor van Dijk' }).click();
  const dialog = noor.getByRole('dialog');
  await dialog.getByLabel('Tot en met').fill('2020-01-01');
  await dialog.getByText('Deze dag is al geweest.').waitFor();
  await dialog.getByLabel('Tot en met').fill('2099-01-02');
  await dialog.getByLabel('Wie neemt waar?').selectOption({ label: 'Max Verhoeven' });
  await lookAt(noor, 'absence-report');
  await dialog.getByRole('button', { name: 'Meld afwezig' }).click();
  await row(noor, 'Noor van Dijk', 'there')
    .getByText(/Afwezig tot en met .*2099\. Max Verhoeven neemt waar/)
    .waitFor();
  await lookAt(noor, 'absence-away');
  // What only administrators keep is not here.
  expect(await noor.getByRole('heading', { name: 'Wie inlogt' }).count()).toBe(0);

  const sam = await signedIn(screen, 'supporter', { locale: 'en-GB' });
  await sam.goto(`${running.app.url}/colleagues`);
  await row(sam, 'Noor van Dijk', 'there')
    .getByText(/Away up to and including/)
    .waitFor();
  expect(await sam.getByRole('button', { name: /^(Report away|Back again)/ }).allInnerTexts()).toEqual([
    'Report away…',
  ]);
  await lookAt(sam, 'absence-english');

  await noor.getByRole('button', { name: 'Weer terug… Noor van Dijk' }).click();
  await dialog.getByRole('button', { name: 'Meld terug' }).click();
  await noor.getByText('Fijn dat je er weer bent.').waitFor();
  await row(noor, 'Noor van Dijk', 'there').getByText('Is er', { exact: true }).waitFor();
}, 120_000);
