/** A prepared store on a database of its own for a test file, and a registered instance with facts to project. */
import { afterAll } from 'vitest';
import type { Fact, FactBody } from '../../contract/index.ts';
import { liveServers } from '../../servers/in-tests.ts';
import { openStore, prepareStore, type Registration, type Store } from '../../store/index.ts';

export const SECRET = 'a secret for tests, long enough';
export const ORG = 'org_test';
export const AT = '2026-09-07T08:00:00.000Z';

/** Closed, with its database dropped, when the file's tests are over. */
export async function storeForTests(): Promise<Store> {
  const store = await openStore(liveServers().mongoUri, { secretKey: SECRET, maxPoolSize: 60 });
  await prepareStore(store);
  afterAll(async () => {
    await store.connection.dropDatabase();
    await store.close();
  });
  return store;
}

export const registration = (
  instance: string,
  more: Partial<Registration> = {},
): Registration & { instance: string } => ({
  org: ORG,
  instance,
  process: 'T1',
  version: 1,
  hash: 'h1',
  registeredAt: AT,
  ...more,
});

/** Numbers facts from 1 (or `from`), all at one moment unless they say otherwise. */
export function story(
  instance: string,
  bodies: (FactBody & { at?: string; by?: string })[],
  from = 1,
): Fact[] {
  return bodies.map((body, i) => ({ at: AT, ...body, instance, n: from + i }) as Fact);
}

export const begin: FactBody = {
  type: 'instance.started',
  process: 'T1',
  version: 1,
  hash: 'h1',
  engine: 1,
  element: 'n1',
};

export const task = (
  key: string,
  more: Partial<Extract<FactBody, { type: 'task.created' }>> = {},
): FactBody => ({
  type: 'task.created',
  element: 'n3',
  key,
  task: 'n3',
  roles: ['coordinator'],
  owner: 'per_cor',
  side: 'us',
  due: '2026-09-09T15:00:00.000Z',
  ...more,
});

export const promise = (
  id: string,
  more: Partial<Extract<FactBody, { type: 'commitment.made' }>> = {},
): FactBody => ({
  type: 'commitment.made',
  commitment: id,
  text: 'open the hall',
  owner: 'per_bo',
  side: 'us',
  due: '2026-09-14',
  ...more,
});
