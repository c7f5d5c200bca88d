/** T2 drawn whole, from an empty canvas to what was saved; and whether what was saved does what the template does. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Definition } from '../../../../contract/index.ts';
import { check } from '../../../../core/check/index.ts';
import { difference } from '../../../../core/difference/index.ts';
import { canvasTexts } from '../../../../designer/canvas/canvas-texts.ts';
import { readTemplate } from '../../../templates/read-template.ts';
import type { Running } from '../on-shared-servers.ts';
import { quiet } from '../quiet.ts';
import { signedIn } from '../staff.ts';
import { build } from './build.ts';
import type { Hands } from './hands.ts';
import { calledAs, inNamesOf, plain } from './same-behaviour.ts';
import { toldWith } from './stories.ts';
import { T2_STEPS } from './t2.ts';

const T2 = readTemplate('T2');

/** With SCREENSHOTS the drawings are kept there to be looked at. */
const pictures = process.env.SCREENSHOTS;

export async function atTheGallery(running: Running, browser: Browser): Promise<Page> {
  const page = await signedIn({ url: running.app.url, folder: running.folder, browser }, 'coordinator');
  await page.goto(`${running.app.url}/processes`);
  return page;
}

/** Drawn step by step, tidied, saved, and read back. Where it stopped is told, and kept to be looked at. */
export async function drawnWhole(hands: Hands, running: Running, name: string): Promise<Definition> {
  const { page, count } = hands;
  let at = 'the beginning';
  try {
    await build(hands, T2, T2_STEPS, (step) => {
      at = JSON.stringify(step);
    });
    at = 'tidying and saving';
    await hands.press(page.getByRole('button', { name: canvasTexts.nl.tidy, exact: true }));
    await page.getByText(canvasTexts.nl.said.tidied).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^Bewaard$/ })
      .waitFor();
    await look(page, `t2-${name}`);
    console.info(`T2 ${name}: ${count.gestures} gestures, ${count.typed} fields typed in`);
  } catch (error) {
    await look(page, `t2-${name}-stopped`);
    throw new Error(`Expected to draw on at ${at}`, { cause: error });
  }
  const id = new URL(page.url()).pathname.split('/').at(-1);
  return (await running.app.ask('GET', `/definitions/${id}`)).body.definition;
}

async function look(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await quiet(page);
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** The same in everything but names that nobody sees and places, sound in the same way, and every story of a pilot holds with it. */
export async function doesWhatT2Does(made: Definition): Promise<void> {
  expect(difference(plain(T2), inNamesOf(T2, made))).toEqual([]);
  const known = { processes: ['T1', 'T2', 'T7'] };
  const wrong = (definition: Definition) =>
    check(definition, known)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule);
  expect(wrong(made)).toEqual(wrong(T2));
  const { stories, failed } = await toldWith(calledAs(T2, made), 'T2');
  expect(stories.length).toBeGreaterThan(5);
  expect(failed).toEqual({});
}
