/** What a page weighs when it is opened for the first time, and how long it takes until one can work with it, in a real browser. */
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core';
import { chromium } from '../../servers/chromium.ts';
import { median } from '../statistics.ts';
import type { Served } from './served.ts';

export interface Screen {
  name: string;
  path: string;
  /** What is there once one can begin: a selector. */
  ready: string;
}

export interface Weighed extends Screen {
  /** Over the line, as it was compressed, in bytes. */
  bytes: { page: number; scripts: number; styles: number; fonts: number; data: number; all: number };
  /** Milliseconds from going there, with nothing kept by the browser. */
  usable: number;
}

type Kind = keyof Weighed['bytes'];

const KINDS: Record<string, Kind> = {
  Document: 'page',
  Script: 'scripts',
  Stylesheet: 'styles',
  Font: 'fonts',
};

export interface Watching {
  /** Opened for the first time by somebody who is signed in. */
  weigh(screen: Screen, times: number): Promise<Weighed>;
  /** Opened by who has been here before. */
  again(screen: Screen, times: number): Promise<number>;
  stop(): Promise<void>;
}

export async function watching(app: Served): Promise<Watching> {
  const browser = await driver.launch({
    executablePath: await chromium(() => {}),
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const signedIn = await cookies(browser, app);
    const fresh = () => browser.newContext({ ...signedIn, viewport: { width: 1440, height: 900 } });
    return {
      async weigh(screen, times) {
        const seen: Weighed[] = [];
        for (let n = 0; n < times; n++) seen.push(await firstLoad(await fresh(), app.url, screen));
        const [first] = seen as [Weighed];
        return { ...first, usable: median(seen.map(({ usable }) => usable)) };
      },
      async again(screen, times) {
        const context = await fresh();
        const page = await context.newPage();
        const taken: number[] = [];
        await usable(page, app.url, screen);
        for (let n = 0; n < times; n++) taken.push(await usable(page, app.url, screen));
        await context.close();
        return median(taken);
      },
      stop: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** What a browser keeps of somebody who has signed in. */
export async function cookies(browser: Browser, { url, account }: Served) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('input[type=email]').fill(account.mail);
  await page.locator('input[type=password]').fill(account.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  const storageState = await context.storageState();
  await context.close();
  return { storageState };
}

async function firstLoad(context: BrowserContext, url: string, screen: Screen): Promise<Weighed> {
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const kinds = new Map<string, Kind>();
  const bytes = { page: 0, scripts: 0, styles: 0, fonts: 0, data: 0, all: 0 };
  const coming = new Set<string>();
  let last = Date.now();
  wire.on('Network.requestWillBeSent', ({ requestId }) => {
    coming.add(requestId);
    last = Date.now();
  });
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, KINDS[type] ?? 'data');
    // Changes come for as long as the page is there.
    if (response.mimeType === 'text/event-stream') coming.delete(requestId);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'data'] += encodedDataLength;
    bytes.all += encodedDataLength;
    coming.delete(requestId);
    last = Date.now();
  });
  wire.on('Network.loadingFailed', ({ requestId }) => coming.delete(requestId));
  const taken = await usable(page, url, screen);
  // What loads after one can begin still belongs to the page: a map, a preview. On a busy machine that takes a while to be asked for.
  const until = Date.now() + 30_000;
  while ((coming.size > 0 || Date.now() - last < QUIET_MS) && Date.now() < until) {
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await page.waitForTimeout(100);
  }
  await context.close();
  return { ...screen, bytes, usable: taken };
}

/** Nothing more comes once it was quiet for so long. */
const QUIET_MS = 1_500;

/** Until it is there and painted. */
async function usable(page: Page, url: string, { path, ready }: Screen): Promise<number> {
  await page.goto(`${url}${path}`, { waitUntil: 'commit' });
  await page.waitForFunction((selector) => document.querySelector(selector) !== null, ready, {
    polling: 'raf',
    timeout: 60_000,
  });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
      ),
  );
}
