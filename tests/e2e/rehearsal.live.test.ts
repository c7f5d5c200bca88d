/**
 * S2 (docs/stories.md) told in a rehearsal in a real browser: staff on their screens, residents on their pages without script,
 * the clock turned by hand. The world must tell what the engine alone tells.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOutRemotely } from '../../cli/hosts/temporal.ts';
import { loadScenario } from '../../cli/scenario-file.ts';
import type { Act } from '../../contract/index.ts';
import { toLocal } from '../../core/calendar/index.ts';
import { coreHost } from '../../core/scenario/core-host.ts';
import { carryOut, type Played, play, type Setup, setupOf } from '../../core/scenario/index.ts';
import { rehearsalTexts } from '../../designer/rehearsal/rehearsal-texts.ts';
import { openBrowser } from '../pages/support/chromium.ts';
import { type BrowserHands, browserHands } from './support/browser-hands.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { playedByHttp } from './support/played-by-http.ts';
import { signedIn } from './support/staff.ts';

const S2 = fileURLToPath(new URL('../scenarios/s2.scenario.yaml', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const words = rehearsalTexts.nl;

let running: Running;
let browser: Browser;
let page: Page;
let hands: BrowserHands;
let alone: Played;
let played: Played;

beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
  const { app, folder, store, temporal } = running;
  const { stage } = await loadScenario(S2, root);
  const setup = setupOf(stage);
  alone = carryOut(play(stage), throughPages(coreHost(setup), setup));

  page = await signedIn({ url: app.url, folder, browser }, 'coordinator');
  const world = await openRehearsal(setup);
  hands = await browserHands({ app, browser, page, world, zone: setup.zone });
  const host = await playedByHttp({ app, store, temporal, setup, opened: { world, hands } });
  played = await carryOutRemotely(play(stage), host);
}, 600_000);

afterAll(async () => {
  await hands?.close();
  await browser?.close();
  await running?.stop();
});

/**
 * The acts as screens and pages send them: what residents do they do by their link, and whose side the owner of a commitment
 * is on is left to the engine.
 */
function throughPages(host: ReturnType<typeof coreHost>, { people, roles }: Setup): typeof host {
  const ours = new Set(['supporter', 'coordinator', 'manager'].flatMap((role) => roles[role] ?? []));
  const sent = (act: Act): Act => {
    const bare = JSON.parse(
      JSON.stringify(act, (key, value) => (key === 'ownerSide' ? undefined : value)),
    ) as Act;
    const byLink = bare.by !== undefined && people[bare.by] && !ours.has(bare.by);
    return byLink ? ({ ...bare, channel: 'link' } as Act) : bare;
  };
  return { ...host, act: (instance, act) => host.act(instance, sent(act)) };
}

/** Opens the world of the story on the screens; gives its id. */
async function openRehearsal({ at, zone, roles, people }: Setup): Promise<string> {
  const { app } = running;
  const cast = Object.entries(roles).flatMap(([role, ids]) =>
    ids.map((id) => ({ role, name: people[id]?.name ?? id })),
  );
  await page.goto(`${app.url}/rehearsals`);
  await page.getByRole('button', { name: words.make }).click();
  await page.getByLabel(words.newPage.name).fill('De gedeelde tafel');
  const { date, time } = toLocal(zone, at);
  await page.getByLabel(words.newPage.at).fill(`${date}T${time}`);
  await page.getByLabel(words.newPage.invented).check();
  const rows = page.getByRole('group', { name: words.newPage.invented }).getByRole('listitem');
  while ((await rows.count()) < cast.length)
    await page.getByRole('button', { name: words.newPage.add }).click();
  for (const [i, { role, name }] of cast.entries()) {
    await rows.nth(i).getByLabel(words.newPage.role).selectOption(role);
    await rows.nth(i).getByLabel(words.newPage.who).fill(name);
    // Vic reads English, so that refusals are met in both languages.
    await rows
      .nth(i)
      .getByLabel(words.newPage.language)
      .selectOption(name === 'Vic' ? 'en' : 'nl');
  }
  await page.getByRole('button', { name: words.newPage.go }).click();
  await page.waitForURL(/\/rehearsals\/wld_/);
  return new URL(page.url()).pathname.split('/')[2] as string;
}

describe('S2 in a rehearsal in the browser', () => {
  test('everything that the story expects holds', () => {
    expect(alone.failures).toEqual([]);
    expect(played.failures).toEqual([]);
  });

  test('the facts are those of the engine alone', () => {
    expect(played.facts).toEqual(alone.facts);
    expect(played.facts.length).toBeGreaterThan(150);
  });

  test('the overview of the rehearsal counts what happened in it, by its clock', async () => {
    await page.getByRole('link', { name: 'Overzicht' }).click();
    await page.getByText('Er loopt geen proefperiode.').waitFor();
    await page.getByText('Er ligt niets te wachten op een besluit.').waitFor();
  });

  test('nothing of it is among real work', async () => {
    const { app } = running;
    const { items } = (await app.ask('GET', '/tasks?limit=500')).body;
    const messages = (await app.ask('GET', '/messages?limit=500')).body.items;

    expect([...items, ...messages].filter(({ world }: { world?: string }) => world !== undefined)).toEqual(
      [],
    );
  });
});
