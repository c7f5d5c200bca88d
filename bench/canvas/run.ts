/** Measures the designer with large drawings beside bpmn-js, in one browser, with the same drawings and the same hands. */
import { chromium as driver } from 'playwright-core';
import { writeBpmn } from '../../bpmn/index.ts';
import { chromium } from '../../servers/chromium.ts';
import { drawingOf } from '../drawing.ts';
import { cookies } from '../pages/screens.ts';
import { type Given, served } from '../pages/served.ts';
import { bpmnJs, idOf, ours } from './designers.ts';
import { modelerHost } from './modeler-host.ts';
import { placed } from './placed.ts';
import { type Sight, sights } from './sight.ts';

export interface CanvasSizes {
  elements: number[];
  /** How often each drawing is opened, and worked in. */
  loads: number;
  rounds: number;
}

export interface Compared {
  elements: number;
  flows: number;
  ours: Sight;
  theirs: Sight;
}

export async function runCanvas(
  given: Given,
  sizes: CanvasSizes,
  say: (what: string) => void,
): Promise<Compared[]> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    say('The application');
    const app = await served(given, 'coordinator');
    stops.push(app.stop);
    const drawings = sizes.elements.map((size) => ({
      size,
      drawing: { ...placed(drawingOf(size)), id: idOf(size) },
    }));
    for (const { drawing } of drawings) await app.send('/definitions', { definition: drawing });
    const host = await modelerHost(
      new Map(drawings.map(({ size, drawing }) => [String(size), writeBpmn([drawing])])),
    );
    stops.push(host.stop);
    const browser = await driver.launch({
      executablePath: await chromium(() => {}),
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
    stops.push(() => browser.close());
    const pair = [ours(app.url, await cookies(browser, app)), bpmnJs(host.url)] as const;
    const compared: Compared[] = [];
    for (const { size, drawing } of drawings) {
      const ids = drawing.elements
        .filter(({ type }) => type === 'userTask' || type === 'serviceTask')
        .map(({ id }) => id);
      const [mine, theirs] = await sights(browser, pair, size, ids, sizes, (what) =>
        say(`${drawing.elements.length} elements: ${what}`),
      );
      compared.push({ elements: drawing.elements.length, flows: drawing.flows.length, ours: mine, theirs });
    }
    return compared;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
