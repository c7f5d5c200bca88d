/** Measures what people wait for: the weight of pages, when one can begin, and lists and the inbox with many tasks. */
import { openStore } from '../../store/index.ts';
import { listByHand } from './by-hand.ts';
import { fill } from './fill.ts';
import { firstLook, type Latency, LISTS, latency } from './lists.ts';
import { type Screen, type Weighed, watching } from './screens.ts';
import { type Given, served } from './served.ts';

export interface PagesSizes {
  /** How many tasks are open, one after another. */
  tasks: number[];
  /** How often each list is asked, each page opened, each first look waited for. */
  lists: number;
  loads: number;
  looks: number;
}

export interface Listed {
  tasks: number;
  lists: { what: string; ours: Latency; byHand: Latency; first: number }[];
  /** The inbox of somebody who has been there before, and a page without a script in the same browser. */
  inbox: number;
  inboxBare: number;
}

export interface PagesResult {
  pages: Weighed[];
  listed: Listed[];
}

const WORK: Screen = { name: 'my work', path: '/', ready: '[id^="row-"]' };
const REGISTER: Screen = { name: 'registering (residents)', path: '/register/T1', ready: 'form button' };

export async function runPages(
  given: Given,
  sizes: PagesSizes,
  say: (what: string) => void,
): Promise<PagesResult> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    say('The application');
    const app = await served(given);
    stops.push(app.stop);
    const store = await openStore(given.mongoUri, { secretKey: given.secretKey });
    stops.push(store.close);
    const byHand = await listByHand(given.mongoUri);
    stops.push(byHand.stop);
    const browser = await watching(app);
    stops.push(browser.stop);

    say('Pages');
    const [{ id: initiative }] = (await app.ask('/initiatives')).items;
    const pages: Weighed[] = [];
    for (const screen of [REGISTER, ...screensOf(initiative)])
      pages.push(await browser.weigh(screen, sizes.loads));

    const [like] = (await app.ask('/tasks?limit=1')).items;
    const listed: Listed[] = [];
    let there = 0;
    for (const tasks of sizes.tasks) {
      say(`${tasks.toLocaleString('en')} tasks`);
      await byHand.add(await fill({ store, org: like.org, person: app.account.person, like }, there, tasks));
      there = tasks;
      const lists: Listed['lists'] = [];
      for (const { what, path, limit } of LISTS)
        lists.push({
          what,
          first: await firstLook(`${app.url}/v1${path}`, app.token, sizes.looks),
          ours: await latency(`${app.url}/v1${path}`, app.token, sizes.lists),
          byHand: await latency(`${byHand.url}/?limit=${limit}`, undefined, sizes.lists),
        });
      listed.push({
        tasks,
        lists,
        inbox: await browser.again(WORK, sizes.loads),
        inboxBare: await browser.again(REGISTER, sizes.loads),
      });
    }
    return { pages, listed };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

const screensOf = (initiative: string): Screen[] => [
  WORK,
  { name: 'initiatives', path: '/initiatives', ready: 'main a[href^="/initiatives/ini"]' },
  { name: 'an initiative', path: `/initiatives/${initiative}`, ready: 'main h1' },
  { name: 'processes', path: '/processes', ready: 'main h1' },
  { name: 'overview', path: '/monitor', ready: 'main h2' },
  { name: 'messages', path: '/outbox', ready: 'main a[href*="message="]' },
  { name: 'rehearsals', path: '/rehearsals', ready: 'main h1' },
];
