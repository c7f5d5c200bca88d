/** One designer in a browser with one drawing: how long until it can be worked with, what it weighs, and how it feels. */
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Designer } from './designers.ts';
import { type Handled, Hands } from './hands.ts';

export interface Load {
  /** Milliseconds from going there until the drawing is seen, and until an element that is pressed is chosen. */
  drawn: number;
  reacts: number;
}

export interface Weight {
  js: number;
  jsGzip: number;
  css: number;
  cssGzip: number;
}

export interface Sight {
  /** As somebody who has been here before, and as somebody who has not. */
  again: Load[];
  first: Load;
  weight: Weight;
  /** MB of the heap of JavaScript after collecting what is no longer used, and how many nodes the page has. */
  heap: number;
  nodes: number;
  handled: Handled[];
}

const script = new URL('in-page.js', import.meta.url).pathname;

export async function sight(
  browser: Browser,
  designer: Designer,
  size: number,
  ids: readonly string[],
  { loads, rounds }: { loads: number; rounds: number },
): Promise<Sight> {
  const context = await browser.newContext({
    ...designer.context,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  try {
    await context.addInitScript({ path: script });
    const { first, weight } = await firstLoad(context, designer, size, ids);
    const again: Load[] = [];
    for (let n = 0; n < loads; n += 1) {
      const page = await context.newPage();
      again.push(await load(page, designer, size, ids));
      await page.close();
    }
    const page = await context.newPage();
    await load(page, designer, size, ids);
    const wire = await context.newCDPSession(page);
    await page.waitForTimeout(SETTLE_MS);
    await wire.send('Performance.enable');
    await wire.send('HeapProfiler.enable');
    await wire.send('HeapProfiler.collectGarbage');
    const { metrics } = await wire.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    await wire.send('HeapProfiler.disable');
    await wire.send('Performance.disable');
    const handled: Handled[] = [];
    for (let n = 0; n < rounds; n += 1) handled.push(await new Hands(page, wire, designer, ids).all());
    return { again, first, weight, heap: of('JSHeapUsedSize') / 2 ** 20, nodes: of('Nodes'), handled };
  } finally {
    await context.close();
  }
}

/** What is loaded and worked out after one can begin is there by then. */
const SETTLE_MS = 3_000;

async function firstLoad(context: BrowserContext, designer: Designer, size: number, ids: readonly string[]) {
  const page = await context.newPage();
  const weight: Weight = { js: 0, jsGzip: 0, css: 0, cssGzip: 0 };
  const weighed: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind !== 'script' && kind !== 'stylesheet') return;
    const [raw, packed] = kind === 'script' ? (['js', 'jsGzip'] as const) : (['css', 'cssGzip'] as const);
    weighed.push(
      response.body().then((body) => {
        weight[raw] += body.length;
        weight[packed] += gzipSync(body, { level: 9 }).length;
      }),
    );
  });
  const first = await load(page, designer, size, ids);
  await page.waitForTimeout(SETTLE_MS);
  await Promise.all(weighed);
  await page.close();
  return { first, weight };
}

/** Goes there, waits for an element, presses one, and waits until it is chosen. */
async function load(page: Page, designer: Designer, size: number, ids: readonly string[]): Promise<Load> {
  const { board, element, chosen } = designer;
  await page.goto(designer.url(size), { waitUntil: 'commit' });
  const there = (selector: string) => page.evaluate<number>(`bench.there(${JSON.stringify(selector)})`);
  const drawn = await there(`${board} ${element(ids[0] as string)}`);
  const ones = ids.map((id) => [id, element(id)]);
  const { id, x, y } = await page.evaluate<{ id: string; x: number; y: number }>(
    `bench.hold(${JSON.stringify(board)}, ${JSON.stringify(ones)})`,
  );
  await page.mouse.click(x, y);
  return { drawn, reacts: await there(chosen(id)) };
}
