/** Holds that the OpenAPI document is one, keeps to the Dutch rules for APIs, and says everything that is served. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApi, type Deps, may, permissions, routes } from '../../api/index.ts';
import { openApi } from '../../api/openapi/document.ts';
import { bodyExamples, parameterExamples } from '../../api/openapi/examples.ts';
import { nouns } from '../../api/openapi/nouns.ts';
import type { Answer, Operation } from '../../contract/api/openapi.ts';
import { API_DOCS_WORDS } from '../../pages/api-docs-words.ts';

const document = openApi(routes, { publicUrl: 'https://speelruimte.example.org', mail: 'help@example.org' });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const placed = (path: string) => path.replace(/:(\w+)/g, '{$1}');
const answersOf = ({ responses }: Operation): [number, Answer][] =>
  Object.entries(responses).map(([status, answer]) => [
    Number(status),
    '$ref' in answer
      ? (document.components.responses[answer.$ref.split('/').at(-1) as string] as Answer)
      : answer,
  ]);

test('it is a valid OpenAPI 3.1 document, with every reference in it resolved', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));

  expect(errors).toBeUndefined();
  expect([valid, validator.version]).toEqual([true, '3.1']);
  expect(() => validator.resolveRefs()).not.toThrow();
});

describe('nothing is missing', () => {
  test('every route of the table is in it under its own name, and nothing else but the stream', () => {
    const said = operations.map(
      ({ path, method, operation }) => `${operation.operationId} ${method} ${path}`,
    );
    const table = routes.map(({ id, method, path }) => `${id} ${method} ${placed(path)}`);

    expect(said.sort()).toEqual([...table, 'stream get /stream'].sort());
  });

  test('every address that the application serves under /v1 is in it', () => {
    const aboutItself = ['/v1', '/v1/openapi.json', '/v1/docs'];

    const served = addresses(
      createApi({ store: {}, installation: { publicUrl: 'http://localhost' } } as Deps).app,
    );

    expect(served.length).toBeGreaterThan(40);
    const missing = served.filter(
      (path) => !aboutItself.includes(path) && !document.paths[placed(path).replace('/v1', '')],
    );
    expect(missing).toEqual([]);
  });

  test('every body and answer that the contract names is told by its name', async () => {
    const folder = new URL('../../contract/api/', import.meta.url);
    const modules = await Promise.all(
      readdirSync(fileURLToPath(folder)).map((file) => import(new URL(file, folder).href)),
    );
    const named = new Set(modules.flatMap((module) => Object.values(module)));
    const inline = operations.flatMap(({ operation: { operationId, requestBody, responses } }) => {
      const route = routes.find(({ id }) => id === operationId);
      const answer = responses[String(route?.status ?? 200)];
      const said = answer && 'content' in answer ? answer.content?.['application/json']?.schema : undefined;
      return [
        ...(named.has(route?.answer) && !said?.$ref ? [`answer of ${operationId}`] : []),
        ...(named.has(route?.body) && !requestBody?.content['application/json']?.schema.$ref
          ? [`body of ${operationId}`]
          : []),
      ];
    });

    expect(inline).toEqual([]);
  });

  test('every body has an example that the route accepts', () => {
    const without = routes.filter(({ id, body }) => body && !Object.hasOwn(bodyExamples, id));
    const refused = routes.flatMap(({ id, body }) =>
      body && !body.safeParse(bodyExamples[id]).success
        ? [`${id}: ${body.safeParse(bodyExamples[id]).error}`]
        : [],
    );

    expect(without.map(({ id }) => id)).toEqual([]);
    expect(refused).toEqual([]);
    const ids = new Set(routes.map(({ id }) => id));
    expect(Object.keys(bodyExamples).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('every placeholder has an example that the route accepts', () => {
    const refused = routes.flatMap(({ id, path, params }) => {
      const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
      const given = Object.fromEntries(names.map((name) => [name, parameterExamples[name]]));
      const result = (params ?? z.object({})).safeParse(given);
      return result.success && names.every((name) => parameterExamples[name] !== undefined) ? [] : [id];
    });

    expect(refused).toEqual([]);
  });

  test('every operation is told in Dutch as well, and every noun is used', () => {
    const dutch = API_DOCS_WORDS.nl.summaries ?? {};

    expect(Object.keys(dutch).sort()).toEqual(
      operations.map(({ operation }) => operation.operationId).sort(),
    );
    expect(Object.keys(nouns).sort()).toEqual(
      [...new Set(operations.flatMap(({ operation }) => operation.tags))].sort(),
    );
  });
});

describe('who may, and what can go wrong', () => {
  test.each(routes.map((route) => [route.id, route] as const))('%s', (id, { method, action, body }) => {
    const { operation } = operations.find(
      ({ operation }) => operation.operationId === id,
    ) as (typeof operations)[0];
    const statuses = answersOf(operation).map(([status]) => status);
    const isOpen = may('nobody', action);
    const needed = [
      401,
      403,
      500,
      503,
      ...(method === 'get' ? [] : [400, 404, 409]),
      ...(body ? [400, 413, 415] : []),
    ];

    expect(needed.filter((status) => !statuses.includes(status))).toEqual([]);
    expect(operation.security.length > 0).toBe(!isOpen);
    expect(
      operation['x-roles'].every((role) => (permissions[action] as readonly string[]).includes(role)),
    ).toBe(true);
    const hasKey = (operation.parameters ?? []).some(
      (one) => '$ref' in one && one.$ref.endsWith('/Idempotency-Key'),
    );
    expect(hasKey).toBe(method !== 'get' && !isOpen);
    if (method !== 'get' && !isOpen) expect(operation.security).toContainEqual({ session: [], csrf: [] });
  });
});

/** developer.overheid.nl, API Design Rules: what can be seen in a document. */
describe('the Dutch rules for APIs', () => {
  test('version: whole in the document and in every answer, its first number in the address', () => {
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(document.servers[0]?.url).toMatch(new RegExp(`/v${document.info.version.split('.')[0]}$`));
    const without = operations.filter(({ operation }) =>
      answersOf(operation).some(([, { headers }]) => headers?.['API-Version'] === undefined),
    );
    expect(without).toEqual([]);
  });

  test('contact: name, mail and address', () => {
    expect(document.info.contact).toEqual({
      name: 'Speelruimte',
      email: 'help@example.org',
      url: 'https://speelruimte.example.org/about',
    });
  });

  test('paths are in kebab-case without a last slash; fields in addresses are in camelCase', () => {
    const words = Object.keys(document.paths).flatMap((path) => path.slice(1).split('/'));
    const names = operations.flatMap(({ operation }) =>
      (operation.parameters ?? []).flatMap((one) => ('in' in one && one.in !== 'header' ? [one.name] : [])),
    );

    expect(words.filter((word) => !/^([a-z]+(-[a-z]+)*|\{[a-z][A-Za-z]*\})$/.test(word))).toEqual([]);
    expect(names.filter((name) => !/^[a-z][A-Za-z]*$/.test(name))).toEqual([]);
  });

  test('everything that goes wrong is problem+json, and only that', () => {
    const wrong = operations.flatMap(({ operation }) =>
      answersOf(operation).filter(
        ([status, { content }]) =>
          status >= 400 !== (Object.keys(content ?? {}).join() === 'application/problem+json'),
      ),
    );

    expect(wrong).toEqual([]);
  });

  test('every operation has a name of its own, a noun, a sentence and a 2xx answer', () => {
    const ids = operations.map(({ operation }) => operation.operationId);

    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) {
      expect(operation.summary).toMatch(/^[A-Z].*\.$/s);
      expect(Object.keys(operation.responses)[0]).toMatch(/^2/);
      expect(document.tags.map(({ name }) => name)).toContain(operation.tags[0]);
    }
  });
});

interface Layer {
  route?: { path: string };
  handle?: { stack?: Layer[] };
}

/** Addresses under /v1, also those of routers within. */
function addresses(app: unknown): string[] {
  const inside = (stack: Layer[]): string[] =>
    stack.flatMap(({ route, handle }) => (route ? [route.path] : inside(handle?.stack ?? [])));
  const all = inside((app as { router: { stack: Layer[] } }).router.stack);
  return [...new Set(all)].filter((path) => path.startsWith('/v1'));
}
