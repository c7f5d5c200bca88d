/** The first start on one's own machine: an example organisation with people, processes and initiatives, and a token for each role. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Deps, publish, register } from '../api/index.ts';
import { Registration } from '../contract/api/initiatives.ts';
import { parseDefinition } from '../contract/index.ts';
import type { Config } from '../servers/config.ts';
import { templateFiles } from '../templates/index.ts';
import { exampleRegistrations } from './example/initiatives.ts';
import {
  EXAMPLE_ORG,
  exampleCapacities,
  exampleOrganisation,
  examplePeople,
  exampleTokens,
} from './example/organisation.ts';

type Place = Pick<Config, 'HOST' | 'DATA_DIR' | 'ORG_ZONE'>;

export const tokensFile = ({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string => join(DATA_DIR, 'tokens.json');

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

/** Safe to repeat: what is there already is left alone. Gives the lines that say who may enter. */
export async function firstRun(deps: Deps, config: Place): Promise<string[]> {
  const organisations = await deps.store.organisations.list();
  const begun = organisations.length > 0 && !organisations.some(({ id }) => id === EXAMPLE_ORG);
  if (begun) return [];
  if (!isLoopback(config.HOST)) {
    if (organisations.length > 0) return [];
    return [
      'There is no organisation yet. The example and its tokens are made only where nobody else can reach them:',
      'start once with HOST=127.0.0.1, then start again on this address.',
    ];
  }
  await loadExample(deps, config.ORG_ZONE);
  return loadTokens(deps, config);
}

async function loadExample(deps: Deps, zone: string): Promise<void> {
  const { store, clock } = deps;
  if (await store.initiatives.get(idOf(exampleRegistrations.at(-1)?.key ?? ''))) return;
  await store.organisations.create(exampleOrganisation(zone));
  for (const person of examplePeople) await store.people.create(person);
  for (const capacity of exampleCapacities)
    await store.capacities.define({ org: EXAMPLE_ORG, ...capacity, at: clock() });
  for (const file of templateFiles()) {
    const parsed = parseDefinition(file);
    if (!parsed.ok) throw new Error(`A template is no definition: ${JSON.stringify(parsed.findings)}`);
    const { definition } = parsed;
    const draft = { org: EXAMPLE_ORG, definition, revision: 0, at: clock() };
    await store.drafts.save(draft);
    await publish(deps, { org: EXAMPLE_ORG }, definition, { revision: 1, note: 'As the template has it' });
  }
  for (const { key, registration } of exampleRegistrations)
    await register(deps, Registration.parse(registration), { org: EXAMPLE_ORG }, key);
}

const idOf = (key: string) => `ini_${key}`;

/** Tokens are shown once; afterwards only the file knows them. */
async function loadTokens({ store, clock }: Deps, config: Place): Promise<string[]> {
  const file = tokensFile(config);
  if (existsSync(file)) return [`Tokens to enter with are in ${file}`];
  const all = [];
  for (const { role, person, name } of exampleTokens) {
    const { token } = await store.tokens.mint({
      org: EXAMPLE_ORG,
      name: `example: ${name}`,
      role,
      createdAt: clock(),
      ...(person ? { person } : {}),
    });
    all.push({ role, name, token });
  }
  mkdirSync(config.DATA_DIR, { recursive: true });
  const byRole = Object.fromEntries(all.map(({ role, token }) => [role, token]));
  writeFileSync(file, `${JSON.stringify(byRole, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return [
    'Tokens to enter with, shown this once (header "Authorization: Bearer …"):',
    ...all.map(({ role, name, token }) => `  ${role.padEnd(13)} ${token}  ${name}`),
    `They are kept in ${file}`,
  ];
}
