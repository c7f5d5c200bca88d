/**
 * Every screen of the staff in every state, in a real browser on the real servers: axe finds nothing, nothing scrolls sideways,
 * also on a small telephone, at four times its size everything can be reached, and the browser complains of nothing.
 */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { layoutTexts } from '../../designer/app/layout-texts.ts';
import { canvasTexts } from '../../designer/canvas/canvas-texts.ts';
import { initiativesTexts } from '../../designer/initiatives/initiatives-texts.ts';
import { monitorTexts } from '../../designer/monitor/monitor-texts.ts';
import { operationsTexts } from '../../designer/operations/operations-texts.ts';
import { outboxTexts } from '../../designer/outbox/outbox-texts.ts';
import { playTexts } from '../../designer/play/play-texts.ts';
import { processesTexts } from '../../designer/processes/processes-texts.ts';
import { rehearsalTexts } from '../../designer/rehearsal/rehearsal-texts.ts';
import { workTexts } from '../../designer/work/work-texts.ts';
import { models } from '../bpmn/support.ts';
import { axeFinds, DESK, openBrowser, overflow, PHONE } from '../pages/support/chromium.ts';
import { atFourTimes } from '../pages/support/reach.ts';
import { type FullRehearsal, fullRehearsal } from './support/full-rehearsal.ts';
import { lending } from './support/lending.ts';
import { onSharedServers, type Running } from './support/on-shared-servers.ts';
import { choose } from './support/on-the-canvas.ts';
import { quiet } from './support/quiet.ts';
import { signedIn, type Who } from './support/staff.ts';

const frame = layoutTexts.nl;
const work = workTexts.nl;
const initiatives = initiativesTexts.nl;
const processes = processesTexts.nl;
const canvas = canvasTexts.nl;
const play = playTexts.nl;
const monitor = monitorTexts.nl;
const operations = operationsTexts.nl;
const outbox = outboxTexts.nl;
const rehearsal = rehearsalTexts.nl;

let running: Running;
let browser: Browser;
let full: FullRehearsal;
/** A report that is being written. */
let report: string;

/** The month's report, as soon as it can be read. */
async function drafted(): Promise<string> {
  const { app } = running;
  const { instance } = (await app.ask('POST', '/instances', { process: 'T12' })).body;
  await vi.waitFor(
    async () => expect((await app.ask('GET', `/reports/${instance}`)).status).toBe(200),
    60_000,
  );
  return instance;
}

beforeAll(async () => {
  [running, browser] = await Promise.all([onSharedServers(), openBrowser()]);
  report = await drafted();
  full = await fullRehearsal(running.app);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

/** With SCREENSHOTS the screens are kept there to be looked at. */
const folder = process.env.SCREENSHOTS;
if (folder) mkdirSync(folder, { recursive: true });

type Sight = readonly [name: string, size: { width: number; height: number }, scheme: 'light' | 'dark'];

const [desk, phone] = [DESK.viewport, PHONE.viewport] as { width: number; height: number }[];
const DUTCH: Sight[] = [
  ['wide', desk, 'light'],
  ['narrow', phone, 'dark'],
] as Sight[];
/** Taken in turns: only the words differ. */
const ENGLISH: Sight[] = [
  ['narrow', phone, 'light'],
  ['wide', desk, 'dark'],
] as Sight[];
/** A small telephone. */
const SMALL = { width: 320, height: 640 };

interface Walk {
  page: Page;
  to(path: string): Promise<void>;
  /** Looks at what is there now, in every light and size unless one is named. */
  look(name: string, only?: Sight): Promise<void>;
  found: string[];
}

async function walk(who: Who, language: 'nl' | 'en', sights: Sight[]): Promise<Walk> {
  const { app } = running;
  const page = await signedIn({ url: app.url, folder: running.folder, browser }, who, {
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
  });
  const found: string[] = [];
  const note = (where: string) => (message: string) => found.push(`${where}: ${message}`);
  page.on('pageerror', (error) => note(page.url())(error.message));
  page.on('console', (message) => {
    const isRefusal = /status of (400|401|404|409)/.test(message.text());
    if (message.type() === 'error' && !isRefusal) note(page.url())(message.text());
  });
  return {
    page,
    found,
    to: async (path) => {
      await page.goto(`${app.url}${path}`);
    },
    async look(name, only) {
      for (const [size, viewport, colorScheme] of only ? [only] : sights) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await quiet(page);
        const where = `${name}, ${size}, ${language}`;
        if (folder) await page.screenshot({ path: `${folder}/${name}-${size}-${language}.png` });
        // All of it at once: what the bar of a telephone happens to cover is a matter of scrolling.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        if (height > viewport.height) await page.setViewportSize({ ...viewport, height });
        (await axeFinds(page, await inFront(page))).forEach(note(where));
        if (height > viewport.height) await page.setViewportSize(viewport);
        if ((await overflow(page)) > 0) note(where)('scrolls sideways');
      }
      await page.setViewportSize(SMALL);
      // What floats takes its new place a moment later.
      if ((await overflow(page)) > 0) await quiet(page);
      if ((await overflow(page)) > 0) note(`${name}, small, ${language}`)('scrolls sideways');
      // Both languages have words of much the same length: once is enough.
      if (language === 'nl') {
        const where = `${name}, at four times its size`;
        (await atFourTimes(page)).forEach(note(where));
        if (folder) await page.screenshot({ path: `${folder}/${name}-four-times.png` });
      }
      await page.setViewportSize(sights[0]?.[1] ?? SMALL);
    },
  };
}

/** A dialog hides what is behind it from everybody; that was looked at without it. */
const inFront = async (page: Page): Promise<string | undefined> =>
  (await page.locator('[role=dialog][aria-modal=true]').count()) > 0 ? '[role=dialog]' : undefined;

/** Opens what can be opened. */
async function unfold(page: Page): Promise<void> {
  const closed = page.locator('main details:not([open]) > summary');
  for (let left = await closed.count(); left > 0; left = await closed.count()) await closed.first().click();
}

describe('in Dutch, in every state', () => {
  test('signing in', async () => {
    const { page, to, look, found } = await walk('supporter', 'nl', DUTCH);
    await page.context().clearCookies();
    await to('/');
    await page.locator('input[type=email]').fill('sam@example.org');
    await look('sign-in');
    await page.locator('input[type=password]').fill('not this one');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await look('sign-in-refused');
    expect(found).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('work: none, much, late, each thing one can do with it, what was refused', async () => {
    const { page, to, look, found } = await walk('supporter', 'nl', DUTCH);
    await page.getByText(work.empty.title).waitFor();
    await look('work-none');
    await page.getByRole('button', { name: new RegExp(`^${frame.you.split(':')[0]}:`) }).click();
    await page.getByRole('menuitem', { name: frame.signOut, exact: true }).waitFor();
    await look('person-menu');
    await page.keyboard.press('Escape');

    await to(`/rehearsals/${full.world}`);
    const rows = page.locator('[id^="row-"]');
    await rows.first().waitFor();
    await look('work-full');
    await page.getByRole('searchbox').fill('zzzz');
    await page.getByText('zzzz').waitFor();
    await look('work-not-found');
    await page.getByRole('searchbox').fill('');

    const late = rows.filter({ hasText: 'Bel de gemeente' }).first();
    await late.click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await look('commitment-late');
    const detail = page.getByRole('region', { name: work.detail });
    await detail.getByRole('button', { name: work.complete, exact: true }).waitFor();
    const moves = [
      [work.moves.newDate, work.newDate.go],
      [work.moves.handOver, work.handOver.go],
      [work.moves.drop, work.drop.go],
    ] as const;
    for (const [open, send] of moves) {
      const button = detail.getByRole('button', { name: open, exact: true });
      if ((await button.count()) > 0) await button.click();
      else {
        await detail.getByRole('button', { name: work.moves.more }).click();
        await page.getByRole('menuitem', { name: open, exact: true }).click();
      }
      await page.getByRole('dialog').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: send, exact: true }).click();
      await look(`dialog-${open.toLowerCase().replaceAll(' ', '-')}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(found).toEqual([]);
    await page.context().close();
  }, 240_000);

  test('a task with its form, its days and its moves', async () => {
    const { page, to, look, found } = await walk('coordinator', 'nl', DUTCH);
    await page.locator('[id^="row-"]').first().waitFor();
    await look('work-some');
    await page.locator('[id^="row-task"]').first().click();
    await page.getByText(work.next.title).waitFor();
    await look('task');
    await page
      .getByRole('region', { name: work.detail })
      .getByRole('button', { name: /Laat zien hoe dit is geteld/ })
      .first()
      .click();
    await page.getByText(/^dag 1$/).waitFor();
    await look('days-counted');
    await page.keyboard.press('Escape');
    for (const move of [work.moves.log, work.moves.plan]) {
      const button = page.getByRole('button', { name: move, exact: true });
      if ((await button.count()) === 0) continue;
      await button.click();
      await page.getByRole('dialog').waitFor();
      await look(`dialog-${move.toLowerCase().replaceAll(' ', '-')}`);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: work.keys.title }).waitFor();
    await look('keys');
    await page.keyboard.press('Escape');

    await to(`/?item=task:pi_nothing/9`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await look('task-gone');
    expect(found).toEqual([]);
    await page.context().close();
  }, 240_000);

  test('initiatives: the list, one that runs, one on pause, one that is stuck, what one can change, registering', async () => {
    const { page, to, look, found } = await walk('coordinator', 'nl', DUTCH);
    const at = (path: string) => to(`/rehearsals/${full.world}${path}`);
    await to('/initiatives');
    await page.getByRole('link', { name: 'Moestuin De Groene Kring' }).waitFor();
    await look('initiatives');
    await page.getByRole('searchbox').fill('zzzz');
    await page.getByText('zzzz').waitFor();
    await look('initiatives-not-found');
    await at('/initiatives');
    await page.getByRole('link', { name: 'Speelplek' }).waitFor();
    await look('initiatives-full');

    for (const [which, words] of [
      ['waiting', 'Zoek een schuurtje'],
      ['paused', 'Gepauzeerd tot'],
      ['stuck', 'Vastgelopen bij'],
      ['agreed', 'Zoek een schuurtje'],
    ] as const) {
      await at(`/initiatives/${full.initiatives[which]}`);
      await page.getByText(words).first().waitFor();
      await unfold(page);
      await look(`initiative-${which}`);
      if (which === 'stuck') {
        await page.getByRole('button', { name: initiatives.stuck.name }).click();
        await page.getByRole('dialog').getByRole('button', { name: initiatives.stuck.nameGo }).click();
        await look('dialog-name-somebody');
        await page.keyboard.press('Escape');
      }
    }
    for (const move of ['begin', 'pause', 'handOver', 'stop', 'add'] as const) {
      await page.getByRole('button', { name: initiatives.page[move], exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      if (move === 'stop' || move === 'handOver' || move === 'add')
        await dialog.getByRole('button').last().click();
      await look(`dialog-${move}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await at('/initiatives/ini_nothing');
    await page.getByText(initiatives.page.missing).waitFor();
    await look('initiative-missing');

    await to('/initiatives/new');
    await page.getByRole('button', { name: initiatives.registerPage.go }).click();
    await page.getByText(/voordat dit af is/).waitFor();
    await look('register-wrong');
    expect(found).toEqual([]);
    await page.context().close();
  }, 300_000);

  test('processes: the gallery, the canvas with all that opens on it, play, versions', async () => {
    const { page, to, look, found } = await walk('coordinator', 'nl', DUTCH);
    await to('/processes');
    await page.getByRole('button', { name: 'Neem over: Proefperiode' }).waitFor();
    await look('gallery');
    await page.getByRole('button', { name: 'Neem over: Proefperiode' }).click();
    await page.waitForURL(/\/processes\/.+/);
    const nodes = page.locator('.react-flow__node');
    await nodes.first().waitFor();
    await look('canvas');
    await choose(page, 'n1');
    await page.locator('#property-name').waitFor();
    await look('canvas-chosen');
    await page.locator('.react-flow__node[data-id="n1"]').focus();
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: canvas.appendTitle }).waitFor();
    await look('canvas-pick');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: processes.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: processes.keys }).waitFor();
    await look('canvas-menu');
    await page.getByRole('menuitem', { name: processes.keys }).click();
    await page.getByRole('dialog').waitFor();
    await look('canvas-keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: processes.publish }).click();
    await page.getByRole('dialog').getByRole('button', { name: processes.publish }).click();
    await look('publish-refused');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText(processes.versions, { exact: true }).click();
    await page.getByText(processes.versionsNone).waitFor();
    await look('versions-none');
    await page.getByText(processes.play, { exact: true }).first().click();
    await page.getByRole('button', { name: play.begin, exact: true }).waitFor();
    await look('play');
    await page.getByRole('button', { name: play.begin, exact: true }).click();
    await page.getByRole('button', { name: play.nextThing }).click();
    await page.getByText(/De klok ging naar/).waitFor();
    await look('play-running');

    // What does not fit, and publishing that it holds up.
    await page.getByText(processes.draw, { exact: true }).click();
    await page.getByRole('button', { name: 'Taak', exact: true }).click();
    await page.getByRole('button', { name: /aandachtspunten/ }).waitFor();
    await page.getByText(new RegExp(`^${processes.checks}`)).click();
    await look('checks');
    await page.getByRole('button', { name: processes.publish }).click();
    await page.getByText(/Los die eerst/).waitFor();
    await look('publish-blocked');
    await to('/processes/nothing');
    await page.getByText(processes.unknown.title).waitFor();
    await look('process-missing');
    expect(found).toEqual([]);
    await page.context().close();
  }, 300_000);

  test('the overview, messages and reports: none, many, opened', async () => {
    const { page, to, look, found } = await walk('manager', 'nl', DUTCH);
    await to('/monitor');
    await page.getByRole('heading', { name: monitor.title, exact: true }).waitFor();
    await page.getByText(monitor.pilots.none).waitFor();
    await look('monitor-none');
    await to(`/rehearsals/${full.world}/monitor`);
    await page.getByRole('heading', { name: monitor.stuck.title, exact: true }).waitFor();
    await page.getByText(monitor.pilots.table, { exact: true }).waitFor();
    await unfold(page);
    await look('monitor-full');
    await page.getByText(monitor.pilots.table, { exact: true }).click();
    await page.getByRole('table').last().waitFor();
    await look('monitor-table');

    await to(`/rehearsals/${full.world}/outbox`);
    await page.getByRole('main').getByRole('link').first().waitFor();
    await look('messages');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Bedankt/ })
      .first()
      .click();
    await page.locator('iframe').waitFor();
    await look('message');
    await page.getByText(outbox.text, { exact: true }).click();
    await page.locator('iframe').waitFor({ state: 'detached' });
    await look('message-text');
    await page.getByRole('searchbox').fill('zzzz');
    await page.getByText('zzzz').waitFor();
    await look('messages-not-found');

    await to('/reports');
    await page.getByRole('main').getByRole('link').first().waitFor();
    await look('reports');
    await to(`/reports/${report}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look('report');
    expect(found).toEqual([]);
    await page.context().close();
  }, 240_000);

  test('rehearsals: the list, a new one, its clock, what happened, somebody’s page, its end', async () => {
    const { page, to, look, found } = await walk('coordinator', 'nl', DUTCH);
    await to('/rehearsals');
    await page.getByText('Een vol jaar').waitFor();
    await look('rehearsals');
    await page.getByRole('button', { name: rehearsal.make }).click();
    await page.getByLabel(rehearsal.newPage.invented).check();
    await page.getByLabel(rehearsal.newPage.name).fill('');
    await page.getByRole('button', { name: rehearsal.newPage.go }).click();
    await look('rehearsal-new');
    await page.getByLabel(rehearsal.newPage.own).check();
    await page.getByLabel(rehearsal.newPage.name).fill('Kort');
    await page.getByRole('button', { name: rehearsal.newPage.go }).click();
    await page.waitForURL(/\/rehearsals\/wld_/);
    await page.getByRole('button', { name: rehearsal.strip.more }).click();
    await page.getByRole('menuitem', { name: rehearsal.strip.begin }).click();
    await page.getByText(rehearsal.begin.nobody).waitFor();
    await look('rehearsal-begin');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const dialogOf = async (item: string) => {
      await page.getByRole('button', { name: rehearsal.strip.more }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByRole('dialog').waitFor();
    };
    await dialogOf(rehearsal.strip.close);
    await look('rehearsal-close');
    await page.getByRole('dialog').getByRole('button', { name: rehearsal.closeDialog.go }).click();
    await page.getByText(rehearsal.strip.over).waitFor();
    await look('rehearsal-over');

    await to(`/rehearsals/${full.world}`);
    await page.getByRole('button', { name: rehearsal.strip.turn }).click();
    await page.getByRole('dialog').getByLabel(rehearsal.turnDialog.to).fill('2026-01-01T09:00');
    await page.getByRole('dialog').getByRole('button', { name: rehearsal.turnDialog.go }).click();
    await page.getByText(rehearsal.turnDialog.ahead).waitFor();
    await look('turn-refused');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: rehearsal.strip.next }).click();
    await page.getByText(/^Van .+ tot /).waitFor({ timeout: 60_000 });
    await look('turned');
    await page
      .getByLabel(rehearsal.strip.part, { exact: true })
      .selectOption({ label: 'Anouk Jansen, initiatiefnemer' });
    await page
      .getByRole('heading', { name: rehearsal.theirs.title.replace('{{who}}', 'Anouk Jansen') })
      .waitFor();
    await look('their-part');
    expect(found).toEqual([]);
    await page.context().close();
  }, 300_000);

  test('files of other programs, repairing, taking along to another version', async () => {
    const { process, stuck, initiative } = await lending(running.app, 'seen', { second: true });
    const { page, to, look, found } = await walk('coordinator', 'nl', DUTCH);
    await to('/processes');
    const file = page.locator('input[type=file]');
    await file.setInputFiles(`${models}camunda-7.bpmn`);
    await page.getByRole('dialog', { name: processes.file.title }).waitFor();
    await page.getByRole('dialog').locator('summary').click();
    await look('file-opened');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await file.setInputFiles({ name: 'half.bpmn', mimeType: 'text/xml', buffer: Buffer.from('<a') });
    await page.getByRole('dialog', { name: processes.file.refused }).waitFor();
    await page.getByRole('dialog').locator('summary').click();
    await look('file-refused');

    await to(`/initiatives/${initiative}`);
    await page.getByRole('link', { name: initiatives.stuck.repair }).waitFor();
    await look('initiative-to-repair');
    await to(`/repair/${stuck}`);
    await page.locator('.react-flow__node[data-id="hand"]').click();
    await look('repair');
    await page
      .getByRole('button', { name: operations.repair.moveHere.replace('{{name}}', 'Zoek het op') })
      .click();
    await page.getByRole('button', { name: operations.repair.valueAdd }).click();
    await page.getByRole('combobox', { name: operations.repair.valueName, exact: true }).fill('street');
    await page.getByRole('textbox', { name: operations.repair.valueIs, exact: true }).fill('Elm');
    await page.getByRole('button', { name: operations.repair.look }).click();
    await page.getByRole('button', { name: operations.repair.go }).click();
    await look('repair-foreseen');
    await to('/repair/pi_nothing');
    await page.getByText(operations.repair.missing).waitFor();
    await look('repair-missing');

    await to(`/processes/${process}`);
    await page.getByText(processes.versions, { exact: true }).click();
    await page.getByRole('link', { name: /meenemen naar deze versie/ }).waitFor();
    await look('versions-move');
    await to(`/processes/${process}/versions/2/move`);
    await page.getByText(operations.move.verdict.choice, { exact: true }).last().waitFor();
    await unfold(page);
    await look('move');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('textbox', { name: operations.why }).fill('Meer tijd');
    await page.getByRole('button', { name: /^Neem/ }).click();
    await page.getByText(/ van \d+ is mee\./).waitFor();
    await look('moved');
    expect(found).toEqual([]);
    await page.context().close();
  }, 300_000);

  test('connections with other systems, and the log', async () => {
    const { page, to, look, found } = await walk('administrator', 'nl', DUTCH);
    await to('/connections');
    await page.getByText(operations.secrets.none).waitFor();
    await look('connections');
    const dialog = page.getByRole('dialog');
    for (const [open, send] of [
      [operations.secrets.add, 'Bewaren'],
      [operations.tokens.make, operations.tokens.make],
    ] as const) {
      await page.getByRole('button', { name: open }).click();
      await dialog.getByRole('button', { name: send, exact: true }).click();
      await look(`dialog-${open.toLowerCase().replaceAll(' ', '-')}`);
      if (open === operations.tokens.make) {
        await dialog.getByRole('textbox', { name: operations.tokens.name }).fill('Website');
        await dialog.getByRole('button', { name: send, exact: true }).click();
        await dialog.getByText(operations.tokens.madeLead).waitFor();
        await look('token-made');
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: `${operations.tokens.end}: Website` }).click();
    await dialog.waitFor();
    await look('dialog-token-end');
    await to('/log');
    await page.getByRole('listitem').first().waitFor();
    await look('log');
    expect(found).toEqual([]);
    await page.context().close();
  }, 240_000);

  test('an address that leads nowhere', async () => {
    const { page, to, look, found } = await walk('coordinator', 'nl', DUTCH);
    await to('/nowhere');
    await page.getByText(frame.nothingHere.title).waitFor();
    await look('nowhere');
    await to('/rehearsals/wld_nothing');
    await page.getByText(rehearsal.missing.title).waitFor();
    await look('rehearsal-missing');
    expect(found).toEqual([]);
    await page.context().close();
  }, 60_000);
});

test('in English', async () => {
  const { page, to, look, found } = await walk('coordinator', 'en', ENGLISH);
  const inRehearsal = `/rehearsals/${full.world}`;
  const screens = [
    '/',
    inRehearsal,
    '/initiatives',
    `${inRehearsal}/initiatives/${full.initiatives.agreed}`,
    `${inRehearsal}/initiatives/${full.initiatives.stuck}`,
    '/initiatives/new',
    '/processes',
    `${inRehearsal}/monitor`,
    `${inRehearsal}/outbox`,
    '/reports',
    `/reports/${report}`,
    '/rehearsals',
    '/rehearsals/new',
  ];
  for (const [i, screen] of screens.entries()) {
    await to(screen);
    await page.locator('main h1, main h2').first().waitFor();
    const name = screen.replace(inRehearsal, '/full').replace(/ini_\w+/, '');
    await look(name.replaceAll('/', '-'), ENGLISH[i % ENGLISH.length]);
  }
  expect(found).toEqual([]);
  await page.context().close();
}, 240_000);
