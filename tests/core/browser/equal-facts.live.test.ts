/** The same bytes in Chromium and in Node: stories give the very same facts and messages, whatever zone and language the browser has. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../../cli/read-text.ts';
import { loadScenario } from '../../../cli/scenario-file.ts';
import { yamlSource } from '../../../cli/yaml-source.ts';
import { chromium, silent } from '../../../servers/index.ts';
import { blocks, processOf } from '../engine/random-process.ts';
import * as here from './tell.ts';

type Tell = typeof here;

const folder = dirname(fileURLToPath(import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const ZONE = 'America/New_York';
const GENERATED = 40;

let browser: Browser;
let page: Page;

/** Calls a function of tell.ts as it is loaded in the browser. */
async function there<K extends keyof Tell>(
  name: K,
  ...args: Parameters<Tell[K]>
): Promise<ReturnType<Tell[K]>> {
  const answer = await page.evaluate(
    ([name, args]) => {
      const { tell } = globalThis as unknown as { tell: Record<string, (...args: unknown[]) => unknown> };
      return JSON.stringify(tell[name]?.(...args));
    },
    [name, args] as [string, unknown[]],
  );
  return JSON.parse(answer);
}

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [`${folder}/tell.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'tell',
    platform: 'browser',
  });
  browser = await driver.launch({
    executablePath: await chromium(silent),
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, TZ: ZONE },
  });
  page = await browser.newPage({ locale: 'ar-EG' });
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
});

afterAll(() => browser?.close());

describe('the engine in Chromium', () => {
  it('is somewhere else than here: another zone, another way to write', async () => {
    const place = await there('surroundings');

    expect(place.zone).toBe(ZONE);
    expect(place).not.toEqual(here.surroundings());
    expect(place.firstOfMay).toMatch(/[٠-٩]/);
  });

  it.each(['s1', 's2', 's3'])('gives the facts and messages of %s as Node does', async (name) => {
    const story = await scenario(name);

    const told = await there('tellScenario', story);

    expect(told).toEqual(here.tellScenario(story));
    expect(told.failures).toEqual([]);
    expect(told.facts.length).toBeGreaterThan(50);
  });

  it(`gives the facts and messages of ${GENERATED} generated processes as Node does`, async () => {
    const stories = generated();

    for (const story of stories) {
      const told = await there('tellAtRandom', story);
      expect(told, JSON.stringify(story.definition)).toEqual(here.tellAtRandom(story));
    }
    expect(new Set(stories.map((story) => here.tellAtRandom(story).hash)).size).toBeGreaterThan(
      GENERATED / 2,
    );
  });
});

async function scenario(name: string): Promise<here.ScenarioStory> {
  const file = `tests/scenarios/${name}.scenario.yaml`;
  const { stage } = await loadScenario(file, root);
  const source = yamlSource(file, await readText(`${root}/${file}`, file));
  return { source, definitions: [...stage.definitions] };
}

function generated(): here.RandomStory[] {
  const dice = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 8, maxLength: 60 });
  const stories = fc.record({ block: blocks, dice });
  return fc.sample(stories, { numRuns: GENERATED, seed: 20260501 }).map(({ block, dice }) => {
    const { definition, called } = processOf(block);
    return { definition, called, dice };
  });
}
