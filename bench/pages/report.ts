/** The tables of pages and lists, each figure beside what is wanted of it. */
import { goals, verdict } from '../goals.ts';
import type { PagesResult } from './run.ts';

const NAME = 38;
const kB = (bytes: number) => (bytes / 1_024).toFixed(0).padStart(8);
const ms = (value: number) => value.toFixed(0).padStart(8);

export function reportPages({ pages, listed }: PagesResult, { mongo }: { mongo: string }): string[] {
  const [bare] = pages;
  const scripted = pages.slice(1);
  const heaviest = Math.max(...scripted.map(({ bytes }) => bytes.all)) / 1_024;
  return [
    'Pages opened for the first time, kB as compressed, and ms until one can begin',
    `  ${''.padEnd(NAME)}    page scripts  styles   fonts    data     all   usable  ÷ without script`,
    ...pages.map(
      ({ name, bytes, usable }) =>
        `  ${name.padEnd(NAME)}${[bytes.page, bytes.scripts, bytes.styles, bytes.fonts, bytes.data, bytes.all].map(kB).join('')} ${ms(usable)}  ${(usable / (bare?.usable ?? usable)).toFixed(1)}`,
    ),
    '',
    goal('the heaviest screen, kB', goals.screenKb, heaviest, 0),
    goal('a page of residents, kB', goals.residentKb, (bare?.bytes.all ?? 0) / 1_024, 0),
    '',
    `Lists of tasks, ms (database: ${mongo}); by hand: plain rows, one query, no rights, nothing sealed`,
    `  ${''.padEnd(NAME)}       p50     p95   first   by hand p50     p95   ÷`,
    ...listed.flatMap(({ tasks, lists }) =>
      lists.map(
        ({ what, ours, byHand, first }) =>
          `  ${`${what}, ${tasks.toLocaleString('en')}`.padEnd(NAME + 6)}${ms(ours.p50).slice(2)}${ms(ours.p95)}${ms(first)}      ${ms(byHand.p50)}${ms(byHand.p95)}   ${(ours.p50 / byHand.p50).toFixed(2)}`,
      ),
    ),
    '',
    'The inbox for who has been there before, ms until one can begin, beside a page without script',
    ...listed.map(
      ({ tasks, inbox, inboxBare }) =>
        `  ${`${tasks.toLocaleString('en')} tasks`.padEnd(NAME)}${ms(inbox)} ${ms(inboxBare)}   ${(inbox / inboxBare).toFixed(1)}`,
    ),
    '',
    ...growth(listed),
  ];
}

function growth(listed: PagesResult['listed']): string[] {
  const [few, many] = [listed[0], listed.at(-1)];
  if (!few || !many || few === many) return [];
  return [
    `${many.tasks.toLocaleString('en')} tasks ÷ ${few.tasks.toLocaleString('en')}`,
    ...many.lists.flatMap(({ what, ours, byHand }, i) => {
      const before = few.lists[i];
      if (!before) return [];
      return [
        goal(what, goals.listGrowth, ours.p50 / before.ours.p50, 2),
        `  ${'  the same by hand'.padEnd(NAME)} ${(byHand.p50 / before.byHand.p50).toFixed(2).padStart(7)}`,
      ];
    }),
    goal('the inbox on the screen', goals.listGrowth, many.inbox / few.inbox, 2),
    goal(
      'GET /v1/tasks ÷ by hand',
      goals.listByHand,
      (many.lists[0]?.ours.p50 ?? 0) / (many.lists[0]?.byHand.p50 ?? 1),
      2,
    ),
  ];
}

const goal = (what: string, wanted: Parameters<typeof verdict>[0], value: number, digits: number) =>
  `  ${what.padEnd(NAME)} ${value.toFixed(digits).padStart(7)}   ${verdict(wanted, value)}`;
