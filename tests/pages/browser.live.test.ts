/** Holds the pages in a real browser: everything goes without script, scripts that only look change nothing, axe finds nothing. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from '../api/support/app.ts';
import { axeFinds, DESK, openBrowser, overflow, PHONE } from './support/chromium.ts';
import { atFourTimes } from './support/reach.ts';
import { confirming, story, toChoosing, toConfirming } from './support/story.ts';

let app: RunningForTests;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([appForTests(), openBrowser()]);
});
afterAll(() => browser.close());

async function withPage<T>(options: Parameters<Browser['newContext']>[0], use: (page: Page) => Promise<T>) {
  const context = await browser.newContext(options);
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const withoutScript = { ...PHONE, javaScriptEnabled: false };

describe('without script', () => {
  test('the initiator confirms the agreement from the mail, and ticks off a step', async () => {
    const told = await confirming(app);

    await withPage(withoutScript, async (page) => {
      await page.goto(await told.link('initiator', 'n9.confirm'));
      await page.getByRole('link', { name: 'Geef antwoord' }).click();
      await page.getByText('Ja', { exact: true }).first().click();
      await page.getByRole('button', { name: 'Akkoord' }).click();
      await page.getByRole('status').getByText('Dank je wel voor je antwoord').waitFor();
      await page.getByRole('button', { name: 'Klaar' }).first().click();
      await page.getByText('Gedaan: Vraag de buren wie meedoet').waitFor();
    });

    const { body } = await app.ask('coordinator', 'GET', `/commitments?instance=${told.instance}`);
    expect(body.items.map(({ status }: { status: string }) => status).sort()).toEqual([
      'done',
      'open',
      'open',
    ]);
    expect(await told.open()).not.toContain('n9.confirm');
  });

  test('a wish to change something is kept in their words', async () => {
    const told = await confirming(app);

    await withPage(withoutScript, async (page) => {
      await page.goto(
        await told
          .link('initiator', 'n9.confirm', 'answer')
          .catch(() => told.link('initiator', 'n9.confirm')),
      );
      const answer = page.getByRole('link', { name: 'Geef antwoord' });
      if ((await answer.count()) > 0) await answer.click();
      await page.locator('textarea').first().fill('Liever na de vakantie');
      await page.getByRole('button', { name: 'Iets veranderen' }).click();
      await page.getByRole('status').waitFor();
    });

    expect(JSON.stringify(await told.everything())).toContain('Liever na de vakantie');
  });

  test('a resident registers; a mistake costs nothing, pressing twice registers once', async () => {
    const initiatives = async () =>
      (await app.ask('coordinator', 'GET', '/initiatives?limit=500')).body.items;
    const before = (await initiatives()).length;

    await withPage(withoutScript, async (page) => {
      await page.goto(`${app.url}/register/T1?lang=nl`);
      await page.getByLabel('naam', { exact: false }).first().fill('Bas de Wit');
      await page.locator('[name=contact]').fill('geen adres');
      await page.locator('[name=idea]').fill('Een geveltuin in de hele straat');
      await page.locator('[name=place]').fill('Kruiskamp');
      await page.getByRole('button', { name: 'Meld aan' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.locator('[name=idea]').inputValue()).toBe('Een geveltuin in de hele straat');
      await page.locator('[name=contact]').fill('bas@example.org');
      await page.getByRole('button', { name: 'Meld aan' }).click();
      await page.getByRole('heading', { name: 'Bedankt, je aanmelding is binnen' }).waitFor();
      expect(await page.locator('main').innerText()).toMatch(/neemt contact met je op, uiterlijk/);
      await page.reload();
      await page.getByRole('heading', { name: 'Bedankt, je aanmelding is binnen' }).waitFor();
    });

    const after = await initiatives();
    expect(after).toHaveLength(before + 1);
    expect(JSON.stringify(after)).toContain('Een geveltuin in de hele straat');
  });
});

test('a browser that runs scripts and follows every address, but clicks nothing, changes nothing', async () => {
  const told = await confirming(app);
  const link = await told.link('initiator', 'n9.confirm');
  const before = await told.everything();

  await withPage({}, async (page) => {
    const seen = new Set<string>();
    const todo = [
      link,
      `${link}?button=confirm`,
      `${link}?button=helpMe`,
      `${link}?button=done`,
      `${link}?button=answer`,
    ];
    for (let url = todo.pop(); url !== undefined && seen.size < 40; url = todo.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      await page.goto(url);
      await page.waitForLoadState('networkidle');
      const found = await page.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href));
      todo.push(...found.filter((href) => href.startsWith(app.url)).map((href) => href.replace(/#.*/, '')));
    }
    expect(seen.size).toBeGreaterThan(8);
  });

  expect(await told.everything()).toEqual(before);
});

type Show = string | ((page: Page) => Promise<unknown>);

/** Without the browser's own checks, so that the page says what is missing. */
async function sendAsItIs(page: Page, button: string): Promise<void> {
  await page.evaluate(() => {
    for (const form of document.forms) form.noValidate = true;
  });
  await page.locator(button).first().click();
}

/** One story, and every page in it in every state, as it comes to it. */
async function everyPage(language: 'nl' | 'en', look: (name: string, show: Show) => Promise<void>) {
  const followed = (url: string, link: string): Show => {
    return async (page) => {
      await page.goto(url);
      await page.locator(link).first().click();
    };
  };
  await look('register', `${app.url}/register/T1?lang=${language}`);
  await look('register-wrong', async (page) => {
    await page.goto(`${app.url}/register/T1?lang=${language}`);
    await sendAsItIs(page, 'main form button');
  });
  await look('register-closed', `${app.url}/register/T99?lang=${language}`);
  await look('unknown', `${app.url}/p/unknown?lang=${language}`);
  await look('missing', `${app.url}/p/x/y/z?lang=${language}`);
  await look('new-link', `${app.url}/p/new?lang=${language}`);

  const told = await story(app, language);
  await look('started', await told.link('initiator', 'n2'));
  await toChoosing(told);
  const choice = await told.link('initiator', 'n8');
  await look('choosing', choice);
  await look('pressed', `${choice}?button=our-contact`);
  await told.act({ type: 'pause', by: 'initiator', until: '2026-05-11' });
  await look('paused', choice);
  await told.act({ type: 'resume', by: 'initiator' });
  await toConfirming(told);
  const agreement = await told.link('initiator', 'n9.confirm');
  await look('confirming', agreement);
  await look('answer', followed(agreement, 'a[href*="/answer/"]'));
  await told.act({ type: 'complete', task: 'n9.confirm', by: 'initiator', outcome: 'confirm' });
  await look('agreed', agreement);
  await look('other-day', followed(agreement, 'a[href*="/date/"]'));
  await look('other-day-wrong', async (page) => {
    await page.goto(agreement);
    await page.locator('a[href*="/date/"]').first().click();
    await sendAsItIs(page, '[name=button]');
  });
  await look('words', `${agreement}/words`);
  await app.ask('coordinator', 'POST', `/worlds/${told.world}/jump`, { to: '2026-04-22T12:00' });
  await look('late', agreement);
  await app.ask('coordinator', 'POST', `/people/${told.people.initiator}/links/revocation`);
  await look('revoked', agreement);
}

/** With SCREENSHOTS the pages are kept there to be looked at. */
const folder = process.env.SCREENSHOTS;

const SIGHTS = [
  ['390', { ...PHONE, colorScheme: 'light' }],
  ['1440', { ...DESK, colorScheme: 'dark' }],
] as const;

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test('axe finds nothing on any page in any state, light and dark, and nothing scrolls sideways or is cut off', async () => {
    if (folder) mkdirSync(folder, { recursive: true });
    const found: string[] = [];
    await withPage({}, (page) =>
      everyPage(language, async (name, show) => {
        if (typeof show === 'string') await page.goto(show);
        else await show(page);
        await page.waitForLoadState('load');
        for (const [size, { viewport, colorScheme }] of SIGHTS) {
          const where = `${name} ${size} ${language}`;
          await page.setViewportSize(viewport as { width: number; height: number });
          await page.emulateMedia({ colorScheme });
          if (folder)
            await page.screenshot({ path: `${folder}/${name}-${size}-${language}.png`, fullPage: true });
          expect(await page.locator('html').getAttribute('lang'), where).toBe(language);
          expect(await overflow(page), where).toBe(0);
          found.push(...(await axeFinds(page)).map((one) => `${where}: ${one}`));
        }
        found.push(...(await atFourTimes(page)).map((one) => `${name} four times ${language}: ${one}`));
        if (folder) await page.screenshot({ path: `${folder}/${name}-four-times-${language}.png` });
        // A small telephone, with text twice as large.
        await page.setViewportSize({ width: 320, height: 640 });
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        expect(await overflow(page), `${name} 320 ${language}`).toBe(0);
      }),
    );

    expect(found).toEqual([]);
  }, 300_000);
});
