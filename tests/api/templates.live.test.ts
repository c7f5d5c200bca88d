/** Own templates: kept from a draft or a version, begun with, changed, removed; by who may, and seen by one organisation. */
import { beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../store/index.ts';
import { appForTests, type RunningForTests } from './support/app.ts';
import { oneCall } from './support/one-call.ts';
import { type Browser, signedIn } from './support/sign-in.ts';

let app: RunningForTests;
let noor: Browser;
beforeAll(async () => {
  app = await appForTests();
  noor = await signedIn(app, 'coordinator');
});

const words = {
  name: { nl: 'Straatfeest', en: 'Street party' },
  summary: { nl: 'Van vergunning tot opruimen.', en: 'From permit to tidying up.' },
};

/** A process of its own for each story. */
async function drawn(id: string, name = 'Call'): Promise<number> {
  const definition = oneCall(id, name);
  const before = await noor.ask('GET', `/definitions/${id}`);
  const saved =
    before.status === 200
      ? await noor.ask('PUT', `/definitions/${id}`, { definition, revision: before.body.revision })
      : await noor.ask('POST', '/definitions', { definition });
  return saved.body.revision;
}
const keep = async (id: string, more: object = {}) => {
  const kept = await noor.ask('POST', `/definitions/${id}/templates`, { ...words, ...more });
  expect([kept.status, kept.body]).toEqual([201, expect.objectContaining({ name: words.name })]);
  return kept.body as { id: string; own: { revision: number; from: object } };
};
const nameOfCall = (definition: { elements: { id: string; name?: unknown }[] }) =>
  definition.elements.find(({ id }) => id === 'call')?.name;

describe('keeping', () => {
  test('a template of the draft says of which revision, and stands before the ready-made ones', async () => {
    const revision = await drawn('fromDraft');

    const { id, own } = await keep('fromDraft');

    expect(own.from).toEqual({ process: 'fromDraft', revision });
    const { body } = await app.ask('supporter', 'GET', '/templates');
    const ids = body.items.map((one: { id: string }) => one.id);
    expect(ids).toContain('T1');
    expect(ids.indexOf(id)).toBeLessThan(ids.indexOf('T1'));
    expect(body.items.find((one: { id: string }) => one.id === 'T1')).not.toHaveProperty('own');
  });

  test('a template of a version has what that version had, whatever the draft became', async () => {
    const revision = await drawn('fromVersion');
    await noor.ask('POST', '/definitions/fromVersion/versions', { revision, note: 'First' });
    await drawn('fromVersion', 'Not finished');

    const { id, own } = await keep('fromVersion', { version: 1 });

    expect(own.from).toEqual({ process: 'fromVersion', version: 1 });
    const { body } = await noor.ask('GET', `/templates/${id}`);
    expect(nameOfCall(body.definition)).toBe('Call');
    expect(body.definition).toMatchObject({ id, ...words });
  });

  test.each([
    ['a process that is not there', 'nothing', {}, 404, 'definition'],
    ['a version that is not there', 'fromDraft', { version: 9 }, 404, 'version'],
    ['words in one language', 'fromDraft', { summary: { nl: 'Alleen dit', en: ' ' } }, 400, 'summary.en'],
  ])('is refused for %s', async (_, process, more, status, path) => {
    const answer = await noor.ask('POST', `/definitions/${process}/templates`, { ...words, ...more });

    expect([answer.status, answer.body.path]).toEqual([status, path]);
  });

  test('a repeated request keeps it once', async () => {
    await drawn('once');
    const again = { 'Idempotency-Key': 'keep-once' };
    const first = await noor.ask('POST', '/definitions/once/templates', words, again);
    const second = await noor.ask('POST', '/definitions/once/templates', words, again);

    expect(second.body).toEqual(first.body);
  });
});

describe('a kept template', () => {
  test('can be begun with: a draft of its own, that stays when the template goes', async () => {
    await drawn('source');
    const { id } = await keep('source');

    const begun = await noor.ask('POST', '/definitions', { template: id, id: 'begun' });
    const removed = await noor.ask('DELETE', `/templates/${id}`);

    expect(begun.status).toBe(201);
    expect(removed.body.items.some((one: { id: string }) => one.id === id)).toBe(false);
    expect((await noor.ask('GET', `/templates/${id}`)).status).toBe(404);
    expect((await noor.ask('POST', '/definitions', { template: id, id: 'later' })).status).toBe(404);
    const { body } = await noor.ask('GET', '/definitions/begun');
    expect(body.definition).toMatchObject({ id: 'begun', ...words });
    expect(nameOfCall(body.definition)).toBe('Call');
  });

  test('is edited as a process and kept over itself; what somebody else kept meanwhile is not lost', async () => {
    await drawn('edited');
    const { id } = await keep('edited');
    await noor.ask('POST', '/definitions', { template: id, id });
    const { body: draft } = await noor.ask('GET', `/definitions/${id}`);
    const elements = draft.definition.elements.map((one: { id: string }) =>
      one.id === 'call' ? { ...one, name: 'Visit' } : one,
    );
    await noor.ask('PUT', `/definitions/${id}`, {
      definition: { ...draft.definition, elements },
      revision: draft.revision,
    });

    const change = { ...words, revision: 1, from: { process: id } };
    const changed = await noor.ask('PUT', `/templates/${id}`, change);
    const late = await noor.ask('PUT', `/templates/${id}`, change);

    expect(changed.body.own).toMatchObject({ revision: 2, from: { process: id, revision: 2 } });
    expect(late.status).toBe(409);
    expect(nameOfCall((await noor.ask('GET', `/templates/${id}`)).body.definition)).toBe('Visit');
  });

  test('can get other words and keep what is in it', async () => {
    await drawn('worded');
    const { id } = await keep('worded');

    const name = { nl: 'Buurtfeest', en: 'Neighbourhood party' };
    const { body } = await noor.ask('PUT', `/templates/${id}`, { ...words, name, revision: 1 });

    expect(body).toMatchObject({ name, own: { revision: 2, from: { process: 'worded' } } });
    expect(nameOfCall((await noor.ask('GET', `/templates/${id}`)).body.definition)).toBe('Call');
  });

  test('ready-made ones can be looked at, not changed and not removed', async () => {
    expect((await noor.ask('GET', '/templates/T2')).body.definition.elements.length).toBeGreaterThan(10);
    expect((await noor.ask('PUT', '/templates/T2', { ...words, revision: 1 })).status).toBe(404);
    expect((await noor.ask('DELETE', '/templates/T2')).status).toBe(404);
  });

  test('what happened to it is in the audit trail', async () => {
    await drawn('told');
    const { id } = await keep('told');
    await noor.ask('PUT', `/templates/${id}`, { ...words, revision: 1 });
    await noor.ask('DELETE', `/templates/${id}`);

    const { body } = await app.ask('manager', 'GET', `/audit?about=${id}`);

    expect(body.items.map(({ action }: { action: string }) => action)).toEqual([
      'template.removed',
      'template.changed',
      'template.kept',
    ]);
  });

  test('of another organisation is not there', async () => {
    const { body } = await noor.ask('GET', '/templates/T2');
    const store = await openStore(app.mongoUri, { secretKey: app.secretKey });
    await store.ownTemplates.add({
      id: 'tpl_elsewhere',
      org: 'org_elsewhere',
      definition: { ...body.definition, id: 'tpl_elsewhere' },
      from: { process: 'theirs', version: 1 },
      savedBy: 'per_theirs',
      savedAt: '2026-01-01T00:00:00Z',
    });
    await store.close();

    expect((await noor.ask('GET', '/templates/tpl_elsewhere')).status).toBe(404);
    expect((await noor.ask('DELETE', '/templates/tpl_elsewhere')).status).toBe(404);
    expect(JSON.stringify((await noor.ask('GET', '/templates')).body)).not.toContain('tpl_elsewhere');
  });
});
