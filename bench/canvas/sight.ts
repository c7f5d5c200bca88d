/** Both designers in a browser with one drawing: how long until it can be worked with, what it weighs, and how it feels. */
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

/** Each of the designers in turn, so that what else the machine does falls on both alike. */
export async function sights(
  browser: Browser,
  designers: readonly [Designer, Designer],
  size: number,
  ids: readonly string[],
  { loads, rounds }: { loads: number; rounds: number },
  say: (what: string) => void,
): Promise<[Sight, Sight]> {
  const [one, other] = designers.map((designer) => new Sitting(browser, designer, size, ids)) as [
    Sitting,
    Sitting,
  ];
  const inTurn = async (what: string, part: (sitting: Sitting) => Promise<void>) => {
    for (const sitting of [one, other]) {
      say(`${what}, ${sitting.designer.name}`);
      await part(sitting);
    }
  };
  try {
    await inTurn('opened for the first time', (sitting) => sitting.begin());
    for (let n = 1; n <= loads; n += 1) await inTurn(`opened again, ${n}`, (sitting) => sitting.again());
    await inTurn('weighed', (sitting) => sitting.sitDown());
    for (let n = 1; n <= rounds; n += 1) await inTurn(`worked in, ${n}`, (sitting) => sitting.work());
    return [one.sight(), other.sight()];
  } finally {
    for (const sitting of [one, other]) await sitting.end();
  }
}

/** Somebody with one designer and one drawing. */
class Sitting {
  private context?: BrowserContext;
  private hands?: Hands;
  private seen: Partial<Sight> & Pick<Sight, 'again' | 'handled'> = { again: [], handled: [] };

  constructor(
    private browser: Browser,
    readonly designer: Designer,
    private size: number,
    private ids: readonly string[],
  ) {}

  async begin(): Promise<void> {
    this.context = await this.browser.newContext({
      ...this.designer.context,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
    });
    await this.context.addInitScript({ path: script });
    Object.assign(this.seen, await firstLoad(this.context, this.designer, this.size, this.ids));
  }

  async again(): Promise<void> {
    const page = await this.page();
    this.seen.again.push(await load(page, this.designer, this.size, this.ids));
    await page.close();
  }

  /** Opens the drawing that is worked in, and weighs it once all of it is there. */
  async sitDown(): Promise<void> {
    const page = await this.page();
    await load(page, this.designer, this.size, this.ids);
    const wire = await page.context().newCDPSession(page);
    await page.waitForTimeout(SETTLE_MS);
    await wire.send('Performance.enable');
    await wire.send('HeapProfiler.enable');
    await wire.send('HeapProfiler.collectGarbage');
    const { metrics } = await wire.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    await wire.send('HeapProfiler.disable');
    await wire.send('Performance.disable');
    this.seen.heap = of('JSHeapUsedSize') / 2 ** 20;
    this.seen.nodes = of('Nodes');
    this.hands = new Hands(page, wire, this.designer, this.ids);
  }

  async work(): Promise<void> {
    if (!this.hands) throw new Error('Expected to sit down before work');
    this.seen.handled.push(await this.hands.all());
  }

  sight(): Sight {
    const { again, handled, first, weight, heap, nodes } = this.seen;
    if (!first || !weight || heap === undefined || nodes === undefined)
      throw new Error(`Expected all of ${this.designer.name} to be seen`);
    return { again, handled, first, weight, heap, nodes };
  }

  async end(): Promise<void> {
    await this.context?.close();
  }

  private async page(): Promise<Page> {
    if (!this.context) throw new Error('Expected to begin first');
    return this.context.newPage();
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
