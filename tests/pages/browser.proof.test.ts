/** Holds the pages in a real browser: everything goes without script, scripts that only look change nothing, axe finds nothing. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests } from '../api/support/app.ts';
import { axeFinds, DESK, openBrowser, overflow, PHONE } from './support/chromium.ts';
import { choosing, confirming, type Story, story } from './support/story.ts';

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

/** Every page in every state, by name. */
async function everyPage(
  language: 'nl' | 'en',
): Promise<Record<string, string | ((page: Page) => Promise<void>)>> {
  // One after the other: a rehearsal each is work enough for a small machine.
  const started = await story(app, language);
  const chosen = await choosing(app, language);
  const confirm = await confirming(app, language);
  const agreed = await confirming(app, language).then(confirmed);
  const paused = await choosing(app, language);
  const pausedPage = await paused.link('initiator', 'n8');
  await paused.act({ type: 'pause', by: 'initiator', until: '2026-05-11' });
  const revoked = await started.link('initiator', 'n2');
  const [confirmPage, agreedPage] = [
    await confirm.link('initiator', 'n9.confirm'),
    await agreed.link('initiator', 'n9.confirm'),
  ];
  const late = await confirming(app, language).then(confirmed);
  const latePage = await late.link('initiator', 'n9.confirm');
  await app.ask('coordinator', 'POST', `/worlds/${late.world}/jump`, { to: '2026-04-22T12:00' });
  const answerOf = async (page: Page, url: string) => {
    await page.goto(url);
    await page.locator('a[href*="/answer/"]').first().click();
  };
  const pages = {
    started: `${revoked}`,
    choosing: await chosen.link('initiator', 'n8'),
    pressed: `${await chosen.link('initiator', 'n8')}?button=our-contact`,
    confirming: confirmPage,
    answer: (page: Page) => answerOf(page, confirmPage),
    agreed: agreedPage,
    late: latePage,
    'other-day': (page: Page) =>
      page.goto(agreedPage).then(() => page.locator('a[href*="/date/"]').first().click()),
    'other-day-wrong': async (page: Page) => {
      await page.goto(agreedPage);
      await page.locator('a[href*="/date/"]').first().click();
      await page.evaluate(() => {
        for (const form of document.forms) form.noValidate = true;
      });
      await page.locator('[name=button]').click();
    },
    words: `${agreedPage}/words`,
    paused: pausedPage,
    unknown: `${app.url}/p/unknown?lang=${language}`,
    'new-link': `${app.url}/p/new?lang=${language}`,
    register: `${app.url}/register/T1?lang=${language}`,
    'register-wrong': async (page: Page) => {
      await page.goto(`${app.url}/register/T1?lang=${language}`);
      await page.evaluate(() => {
        for (const form of document.forms) form.noValidate = true;
      });
      await page.locator('main form button').click();
    },
    'register-closed': `${app.url}/register/T99?lang=${language}`,
    missing: `${app.url}/p/x/y/z?lang=${language}`,
  };
  return pages;
}

async function confirmed(told: Story): Promise<Story> {
  await told.act({ type: 'complete', task: 'n9.confirm', by: 'initiator', outcome: 'confirm' });
  return told;
}

/** With SCREENSHOTS the pages are kept there to be looked at. */
const folder = process.env.SCREENSHOTS;

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test('axe finds nothing on any page in any state, light and dark, and nothing scrolls sideways', async () => {
    const pages = await everyPage(language);
    if (folder) mkdirSync(folder, { recursive: true });
    const found: string[] = [];
    for (const [size, options] of [
      ['390', { ...PHONE, colorScheme: 'light' }],
      ['1440', { ...DESK, colorScheme: 'dark' }],
    ] as const)
      for (const [name, target] of Object.entries(pages))
        await withPage(options, async (page) => {
          if (typeof target === 'string') await page.goto(target);
          else await target(page);
          await page.waitForLoadState('load');
          const where = `${name} ${size} ${language}`;
          if (folder)
            await page.screenshot({ path: `${folder}/${name}-${size}-${language}.png`, fullPage: true });
          expect(await page.locator('html').getAttribute('lang'), where).toBe(language);
          expect(await overflow(page), where).toBe(0);
          found.push(...(await axeFinds(page)).map((one) => `${where}: ${one}`));
        });

    expect(found).toEqual([]);
  }, 300_000);

  test('at 320 px and with text twice as large nothing is cut off', async () => {
    const told = await confirming(app, language).then(confirmed);
    const link = await told.link('initiator', 'n9.confirm');

    await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const url of [link, `${link}/words`, `${app.url}/register/T1?lang=${language}`]) {
        await page.goto(url);
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        expect(await overflow(page), url).toBe(0);
      }
    });
  });
});
