/** The first start on one's own machine: an example organisation with people, processes and initiatives, and a token for each role. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { type Deps, freshPassword, hashPassword, publish, register } from '../api/index.ts';
import { Registration } from '../contract/api/initiatives.ts';
import { type Language, parseDefinition } from '../contract/index.ts';
import { dutchCalendar } from '../core/calendar/index.ts';
import { defaultSettings } from '../core/settings.ts';
import type { Config } from '../servers/config.ts';
import { templateFiles } from '../templates/index.ts';
import { exampleRegistrations } from './example/initiatives.ts';
import {
  exampleAccounts,
  exampleCapacities,
  exampleOrganisation,
  examplePeople,
  exampleTokens,
} from './example/organisation.ts';

type Place = Pick<Config, 'HOST' | 'DATA_DIR' | 'ORG_ZONE' | 'PUBLIC_URL'>;

export const tokensFile = ({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string => join(DATA_DIR, 'tokens.json');

const accountsFile = ({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string => join(DATA_DIR, 'accounts.json');

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

/** Safe to repeat: what is there already is left alone. Gives the lines that say who may enter. */
export async function firstRun(deps: Deps, config: Place): Promise<string[]> {
  const isEmpty = (await deps.store.organisations.list()).length === 0;
  if (isEmpty && !isLoopback(config.HOST))
    return [
      `There is no organisation yet. Set it up at ${config.PUBLIC_URL}/setup with this one-time code:`,
      `  ${deps.setup?.code}`,
      'The example organisation is made only where nobody else can reach it (HOST=127.0.0.1).',
    ];
  const example = await begin(deps, isEmpty);
  if (!example) return [...(await accountsOfBefore(deps, config)), ...whereTokensAre(config)];
  await loadExample(deps, example, config.ORG_ZONE);
  const lines = [
    ...(await loadAccounts(deps, example, config)),
    ...(await loadTokens(deps, example, config)),
  ];
  await deps.store.requests.answered(keyOf('example'), 'done');
  return lines;
}

const keyOf = (key: string) => ({ org: '*', by: 'first-run', key });

/** An id that stays the same however often a first start is broken off. Ids differ per installation: Temporal may be shared. */
async function idFor({ store, clock }: Deps, key: string): Promise<{ id: string; done: boolean }> {
  const { id, answer } = await store.requests.claim(keyOf(key), { hash: key, id: ulid(), at: clock() });
  return { id, done: answer !== undefined };
}

/** Organisation of an example that is still to be loaded, or to be loaded further. */
async function begin(deps: Deps, isEmpty: boolean): Promise<string | undefined> {
  if (!isEmpty && !(await deps.store.requests.has(keyOf('example')))) return undefined;
  const { id, done } = await idFor(deps, 'example');
  return done ? undefined : `org_${id}`;
}

async function loadExample(deps: Deps, org: string, zone: string): Promise<void> {
  const { store, clock } = deps;
  await store.organisations.create(exampleOrganisation(org, zone));
  for (const person of examplePeople) await store.people.create({ org, ...person });
  for (const capacity of exampleCapacities) await store.capacities.define({ org, ...capacity, at: clock() });
  await loadTemplates(deps, org, exampleOrganisation(org, zone).language);
  for (const { key, registration } of exampleRegistrations) {
    const { id } = await idFor(deps, key);
    await register(deps, Registration.parse(registration), { org }, id);
  }
}

const AS_IT_WAS: Record<Language, string> = {
  nl: 'Overgenomen zoals het was',
  en: 'Taken over as it was',
};

async function loadTemplates(deps: Deps, org: string, language: Language): Promise<void> {
  const { store, clock } = deps;
  for (const file of templateFiles()) {
    const parsed = parseDefinition(file);
    if (!parsed.ok) throw new Error(`A template is no definition: ${JSON.stringify(parsed.findings)}`);
    const { definition } = parsed;
    await store.drafts.save({ org, definition, revision: 0, at: clock() });
    await publish(deps, { org }, definition, { revision: 1, note: AS_IT_WAS[language] });
  }
}

type First = Parameters<NonNullable<Deps['setup']>['found']>[0];

/** The first organisation of an installation that others can reach, with its administrator. Safe to repeat. */
export async function foundOrganisation(deps: Deps, { ORG_ZONE: zone }: Place, first: First): Promise<void> {
  const { store, clock } = deps;
  const { id } = await idFor(deps, 'set-up');
  const [org, person] = [`org_${id}`, `per_${id}`];
  const { organisation: name, language, mail, password } = first;
  const passwordHash = await hashPassword(password);
  await store.people.create({
    id: person,
    org,
    name: first.name,
    mail,
    side: 'us',
    language,
    channel: 'mail',
  });
  await store.accounts.create({ person, org, passwordHash, createdAt: clock() }, mail);
  // Until there are colleagues everything falls to who set it up.
  const roles = Object.fromEntries(
    ['administrator', 'coordinator', 'manager'].map((role) => [role, [person]]),
  );
  const calendar = { ...dutchCalendar, zone };
  await store.organisations.create({
    id: org,
    name,
    zone,
    language,
    calendar,
    settings: defaultSettings,
    roles,
    teams: [],
  });
  await loadTemplates(deps, org, language);
  await store.audit.add({ org, at: clock(), by: person, action: 'organisation.founded', about: org });
}

/** One password for all of them, made here and shown once; afterwards only the file knows it. */
async function loadAccounts({ store, clock }: Deps, org: string, config: Place): Promise<string[]> {
  if (!isLoopback(config.HOST)) return [];
  const password = freshPassword();
  const passwordHash = await hashPassword(password);
  const who = examplePeople.filter(({ id }) => exampleAccounts.includes(id));
  for (const { id, mail } of who)
    if (!(await store.accounts.create({ person: id, org, passwordHash, createdAt: clock() }, mail as string)))
      await store.accounts.setPassword(id, passwordHash, false);
  const { roles } = exampleOrganisation(org, config.ORG_ZONE);
  const people = who.map(({ id, name, mail }) => ({
    role: Object.keys(roles).find((role) => roles[role]?.includes(id)),
    name,
    mail,
  }));
  const file = accountsFile(config);
  mkdirSync(config.DATA_DIR, { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify({ password, people }, null, 2)}\n`, { mode: 0o600 });
  return [
    `Sign in as one of the people below; their password, shown this once: ${password}`,
    ...people.map(
      ({ role, name, mail }) => `  ${(role ?? '').padEnd(13)} ${(mail ?? '').padEnd(30)} ${name}`,
    ),
    `It is kept in ${file}`,
  ];
}

/** An example from before there were accounts gets them now. */
async function accountsOfBefore(deps: Deps, config: Place): Promise<string[]> {
  const { store } = deps;
  const hasExample = await store.requests.has(keyOf('example'));
  if (!hasExample || !isLoopback(config.HOST) || (await store.accounts.count()) > 0)
    return whereAccountsAre(config);
  return loadAccounts(deps, `org_${(await idFor(deps, 'example')).id}`, config);
}

function whereAccountsAre(config: Place): string[] {
  const file = accountsFile(config);
  return existsSync(file) ? [`Who can sign in, and with which password, is in ${file}`] : [];
}

/** Tokens are shown once; afterwards only the file knows them. */
async function loadTokens({ store, clock }: Deps, org: string, config: Place): Promise<string[]> {
  const file = tokensFile(config);
  if (existsSync(file)) rmSync(file);
  const all = [];
  for (const { role, person, name } of exampleTokens) {
    const { token } = await store.tokens.mint({
      org,
      name: `example: ${name}`,
      role,
      createdAt: clock(),
      ...(person ? { person } : {}),
    });
    all.push({ role, name, token });
  }
  mkdirSync(config.DATA_DIR, { recursive: true });
  const byRole = Object.fromEntries(all.map(({ role, token }) => [role, token]));
  writeFileSync(file, `${JSON.stringify(byRole, null, 2)}\n`, { mode: 0o600 });
  return [
    'Tokens to enter with, shown this once (header "Authorization: Bearer …"):',
    ...all.map(({ role, name, token }) => `  ${role.padEnd(13)} ${token}  ${name}`),
    `They are kept in ${file}`,
  ];
}

function whereTokensAre(config: Place): string[] {
  const file = tokensFile(config);
  return existsSync(file) ? [`Tokens to enter with are in ${file}`] : [];
}
