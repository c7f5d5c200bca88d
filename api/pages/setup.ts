/** Setting up an installation that others can reach: once, with the code that only who started it can read. */
import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { one } from '../../pages/form-data.ts';
import { type SetupProblem, setupDonePage, setupPage } from '../../pages/setup.ts';
import type { Deps } from '../deps.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../password.ts';
import { notFound } from '../problem.ts';
import { acceptedLanguage } from './opened.ts';
import { send, sentBy } from './reading.ts';

const TRIES = { most: 5, withinMs: 15 * 60_000 };

/** Open only while there is no organisation; afterwards there is no such page. */
async function needOpen({ setup, store }: Deps) {
  if (!setup || (await store.organisations.list()).length > 0) throw notFound('page', '/setup');
  return setup;
}

export const showSetup =
  (deps: Deps): RequestHandler =>
  async (request, response) => {
    await needOpen(deps);
    send(response, setupPage(acceptedLanguage(request)));
  };

export const takeSetup =
  (deps: Deps): RequestHandler =>
  async (request, response) => {
    const setup = await needOpen(deps);
    const { store, clock } = deps;
    const language = acceptedLanguage(request);
    const sent = sentBy(request);
    const value = (name: string) => one(sent, name).trim().slice(0, 320);
    const values = { organisation: value('organisation'), name: value('name'), mail: value('mail') };
    const password = one(sent, 'password');
    const wait = await store.tries.take(
      `set-up/${store.accounts.addressOf(request.ip ?? 'unknown')}`,
      TRIES,
      clock(),
    );
    const problems: SetupProblem[] =
      wait > 0
        ? ['tooMany']
        : [
            ...(isCode(value('code'), setup.code) ? [] : (['code'] as const)),
            ...(['organisation', 'name'] as const).filter((key) => values[key] === ''),
            ...(/\S@\S+\.\S/.test(values.mail) ? [] : (['mail'] as const)),
            ...(password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD
              ? []
              : (['password'] as const)),
          ];
    if (problems.length > 0)
      return send(response, setupPage(language, values, problems), wait > 0 ? 429 : 422);
    await setup.found({ ...values, password, language });
    send(response, setupDonePage(language));
  };

function isCode(given: string, code: string): boolean {
  const [a, b] = [Buffer.from(given.toLowerCase()), Buffer.from(code)];
  return a.length === b.length && timingSafeEqual(a, b);
}
