/** Holds, for every route and role from the table itself, who gets in; and that wrong requests are told what and where. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { may, ROLES, routes } from '../../api/index.ts';
import { draw, end, job, outcomes, split, start, task } from '../core/check/drawing.ts';
import { appForTests, type RunningForTests, registration } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

/** A path with placeholders that name nothing. */
const somewhere = (path: string) => path.replace(/:version/, '999').replace(/:\w+/g, 'nothing');

describe('route × role', () => {
  for (const { id, method, path, action } of routes) {
    const isOpen = may('nobody', action);
    test.skipIf(isOpen)(
      `${id} is refused to whoever has no token, an unknown one, or a wrong header`,
      async () => {
        const without = await app.ask(undefined, method.toUpperCase(), somewhere(path));
        const unknown = await app.ask(undefined, method.toUpperCase(), somewhere(path), undefined, {
          Authorization: 'Bearer spr_nothing',
        });

        expect([without.status, unknown.status]).toEqual([401, 401]);
        expect(without.body.code).toBe('UNAUTHENTICATED');
      },
    );

    test.each(ROLES)(`${id}: the table decides about %s`, async (role) => {
      const answer = await app.ask(
        role,
        method.toUpperCase(),
        somewhere(path),
        method === 'get' ? undefined : {},
      );

      if (may(role, action)) expect([401, 403]).not.toContain(answer.status);
      else expect([answer.status, answer.body.code]).toEqual([403, 'PERMISSION_DENIED']);
    });
  }
});

describe('what every answer holds to', () => {
  test('problems are problem+json with type, title, status, detail and code', async () => {
    const { status, headers, body } = await app.ask('supporter', 'GET', '/tasks/nothing/n3');

    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toEqual({
      type: 'urn:speelruimte:problem:not-found',
      title: 'Not found',
      status,
      detail: "There is no instance 'nothing'",
      code: 'NOT_FOUND',
      path: 'instance',
    });
  });

  test('security headers are there and nothing says what the server is made of', async () => {
    const { headers } = await fetch(app.url);

    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('a method that is not offered is answered 405 with those that are', async () => {
    const answer = await app.ask('supporter', 'DELETE', '/tasks');

    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('an address that is not there is answered 404, to strangers 401', async () => {
    expect((await app.ask('supporter', 'GET', '/nothing')).status).toBe(404);
    expect((await app.ask(undefined, 'GET', '/nothing')).status).toBe(401);
  });

  test('tokens are kept where only their owner reads them, and the store has none of them', async () => {
    const file = join(app.dataDir, 'tokens.json');

    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort()).toEqual([...ROLES].sort());
    expect(app.whoMayLogIn.join('\n')).toContain(app.tokens.supporter);
  });
});

describe('wrong requests', () => {
  test('malformed JSON: line and column', async () => {
    const answer = await app.ask('supporter', 'POST', '/initiatives', '{\n  "data": { "title": }\n}');

    expect(answer.body).toMatchObject({ status: 400, code: 'MALFORMED_JSON', path: 'line 2, column 22' });
  });

  test('another type of body', async () => {
    const answer = await app.ask('supporter', 'POST', '/initiatives', 'title=bench', {
      'Content-Type': 'application/x-www-form-urlencoded',
    });

    expect(answer.body).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test('a body that is too large', async () => {
    const answer = await app.ask('supporter', 'POST', '/initiatives', {
      data: { idea: 'x'.repeat(1_100_000) },
    });

    expect(answer.body).toMatchObject({ status: 413, code: 'TOO_LARGE' });
  });

  test('an unknown field, and a wrong value in the address: each by name', async () => {
    const body = await app.ask('supporter', 'POST', '/initiatives', { data: {}, colour: 'red' });
    const query = await app.ask('supporter', 'GET', '/tasks?limit=many&late=perhaps');

    expect(body.body).toMatchObject({ status: 400, code: 'INVALID_ARGUMENT' });
    expect(body.body.detail).toContain('colour');
    expect(query.body.problems.map(({ path }: { path: string }) => path).sort()).toEqual(['late', 'limit']);
  });

  test('a registration without an address, with a wrong type in its form: every field is named and nothing is kept', async () => {
    const before = await everything();

    const nobody = await app.ask('supporter', 'POST', '/initiatives', {
      data: { yourName: 'Lotte', contact: 'nowhere' },
    });
    const wrong = await app.ask(
      'supporter',
      'POST',
      '/initiatives',
      registration({ size: 'enormous', idea: undefined }),
    );

    expect(nobody.body).toMatchObject({ status: 400, path: 'data.contact' });
    expect(wrong.body).toMatchObject({ status: 400, code: 'INVALID_ARGUMENT' });
    expect(wrong.body.problems.map(({ path }: { path: string }) => path).sort()).toEqual([
      'data.idea',
      'data.size',
    ]);
    expect(await everything()).toEqual(before);
  });

  test('a process that was not published', async () => {
    const answer = await app.ask('supporter', 'POST', '/instances', { process: 'T99' });

    expect(answer.body).toMatchObject({ status: 404, path: 'process' });
  });

  test('a period that does not exist, a figure that does not exist', async () => {
    expect((await app.ask('supporter', 'GET', '/figures/promises-kept?period=2026-13')).body.path).toBe(
      'period',
    );
    expect((await app.ask('supporter', 'GET', '/figures/happiness')).status).toBe(404);
  });
});

async function everything() {
  const lists = ['/initiatives?limit=500', '/instances?limit=500', '/people'];
  const found = await Promise.all(lists.map((path) => app.ask('supporter', 'GET', path)));
  return found.map(({ body }) =>
    body.items.map((item: { id?: string; instance?: string }) => item.id ?? item.instance),
  );
}

describe('definitions', () => {
  const note = 'First version';

  test('a copy of a template is checked, changed, published and found again', async () => {
    const created = await app.ask('coordinator', 'POST', '/definitions', { template: 'T2', id: 'ourPilot' });
    expect([created.status, created.body.revision]).toEqual([201, 1]);

    const draft = await app.ask('coordinator', 'GET', '/definitions/ourPilot');
    const named = { ...draft.body.definition, name: { nl: 'Onze proef', en: 'Our pilot' } };
    const saved = await app.ask('coordinator', 'PUT', '/definitions/ourPilot', {
      definition: named,
      revision: 1,
    });
    expect([saved.status, saved.body.revision]).toEqual([200, 2]);

    const published = await app.ask('coordinator', 'POST', '/definitions/ourPilot/versions', {
      revision: 2,
      note,
    });
    expect(published.body).toMatchObject({ id: 'ourPilot', version: 1, note, publishedBy: 'per_noor' });

    const version = await app.ask('supporter', 'GET', '/definitions/ourPilot/versions/1');
    expect(version.body.definition.name).toEqual(named.name);
  });

  test('a stale revision is refused at saving and at publishing, and nothing changes', async () => {
    await app.ask('coordinator', 'POST', '/definitions', { template: 'T2', id: 'twice' });
    const { body } = await app.ask('coordinator', 'GET', '/definitions/twice');
    const save = (name: string) =>
      app.ask('coordinator', 'PUT', '/definitions/twice', {
        definition: { ...body.definition, name },
        revision: 1,
      });

    expect((await save('first')).status).toBe(200);
    expect((await save('second')).body).toMatchObject({ status: 409, code: 'STALE', path: 'revision' });
    const publish = await app.ask('coordinator', 'POST', '/definitions/twice/versions', {
      revision: 1,
      note,
    });
    expect(publish.body).toMatchObject({ status: 409, code: 'STALE' });
    expect((await app.ask('coordinator', 'GET', '/definitions/twice')).body.definition.name).toBe('first');
  });

  test('a draft with a dead end can be kept but not published: the element is named', async () => {
    await app.ask('coordinator', 'POST', '/definitions', { template: 'T2', id: 'deadEnd' });
    const { body } = await app.ask('coordinator', 'GET', '/definitions/deadEnd');
    const elements = [...body.definition.elements, { id: 'nowhere', type: 'userTask', roles: ['supporter'] }];
    const flows = [...body.definition.flows, { id: 'lost', from: 'n9m', to: 'nowhere', outcome: 'lost' }];

    const saved = await app.ask('coordinator', 'PUT', '/definitions/deadEnd', {
      definition: { ...body.definition, elements, flows },
      revision: 1,
    });
    const published = await app.ask('coordinator', 'POST', '/definitions/deadEnd/versions', {
      revision: 2,
      note,
    });

    expect(saved.status).toBe(200);
    expect(published.body).toMatchObject({ status: 422, code: 'CHECK_FAILED' });
    expect(published.body.problems.map(({ path }: { path: string }) => path)).toContain('nowhere');
    expect((await app.ask('coordinator', 'GET', '/definitions/deadEnd/versions')).status).toBe(404);
  });

  test('what is drawn is played on request: what can go wrong comes with its story, and others are answered meanwhile', async () => {
    const definition = draw(
      [
        start(),
        split('s'),
        task('a', { outcomes: outcomes('yes', 'no') }),
        task('b'),
        split('j'),
        end(),
        end('not'),
      ],
      'start > s > a; a > j [yes]; a > not [no]; s > b > j > end',
    );
    const checking = (more: Record<string, unknown>) =>
      app.ask('coordinator', 'POST', '/definitions/drawn/check', { definition, ...more });

    const [alone, played, other] = await Promise.all([
      checking({}),
      checking({ explore: true }),
      app.ask('coordinator', 'GET', '/definitions'),
    ]);

    expect(alone.body).not.toHaveProperty('explored');
    expect(other.status).toBe(200);
    expect(played.body.findings).toEqual(alone.body.findings);
    expect(played.body.explored).toMatchObject({
      complete: true,
      states: 5,
      findings: [
        {
          rule: 'improper-end',
          severity: 'error',
          element: 'j',
          story: [
            { at: expect.any(String), start: {} },
            { complete: { task: 'a', outcome: 'no' } },
            { complete: { task: 'b' } },
            { expect: [{ running: true }, { open: [] }, { where: ['j'] }] },
          ],
        },
      ],
    });
  });

  test('what can go in more ways than are played says so, and what cannot be played is only checked', async () => {
    const ids = 'abcdefghij'.split('');
    const wide = draw(
      [
        start(),
        split('s'),
        ...ids.map((id) => task(id, { outcomes: outcomes('y', 'n') })),
        split('j'),
        end(),
      ],
      `start > s; j > end; ${ids.map((id) => `s > ${id}; ${id} > j [y]; ${id} > ${id} [n]`).join('; ')}`,
    );
    const elements = wide.elements.map((one) => (one.id === 'b' ? { ...one, parent: 'a' } : one));
    const broken = { ...wide, elements };
    const explored = async (definition: unknown) =>
      (await app.ask('coordinator', 'POST', '/definitions/wide/check', { definition, explore: true })).body;

    expect((await explored(wide)).explored).toMatchObject({
      complete: false,
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'too-large-to-explore' })]),
    });
    const body = await explored(broken);
    expect(body).not.toHaveProperty('explored');
    expect(body.findings).toContainEqual(expect.objectContaining({ rule: 'parent', element: 'b' }));
  });

  test('work that nobody here can do is an error; work without what it needs is something to think about', async () => {
    const definition = draw(
      [start(), job('ask', { job: 'http.request' }), job('pay', { job: 'org.example.Pay' }), end()],
      'start > ask > pay > end',
    );
    const { body } = await app.ask('coordinator', 'POST', '/definitions/jobs/check', { definition });

    expect(body.publishable).toBe(false);
    expect(body.findings).toContainEqual(
      expect.objectContaining({ rule: 'unknown-job', severity: 'error', element: 'pay' }),
    );
    expect(body.findings).toContainEqual(
      expect.objectContaining({ rule: 'job-input', severity: 'warning', element: 'ask' }),
    );
  });

  test('what is no definition is refused with the element and the field', async () => {
    const answer = await app.ask('coordinator', 'POST', '/definitions', {
      definition: {
        v: 1,
        id: 'x',
        name: 'x',
        roles: [],
        flows: [],
        elements: [{ id: 'a', type: 'userTask', roles: 'all' }],
      },
    });

    expect(answer.body).toMatchObject({ status: 400, path: 'a' });
    expect(answer.body.detail).toContain('roles');
  });
});
