/** Files of other programs through the API: what one would become, and versions as BPMN and DMN. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readBpmn } from '../../bpmn/index.ts';
import { model } from '../bpmn/support.ts';
import { appForTests, type RunningForTests } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

const XML = { 'Content-Type': 'application/xml' };
const text = (name: string) => new TextDecoder().decode(model(name));
const imported = (body: unknown, headers: Record<string, string> = XML) =>
  app.ask('coordinator', 'POST', '/definitions/import', body, headers);

async function published(name: string): Promise<string> {
  const { body } = await imported(text(name));
  const [definition] = body.definitions;
  const saved = await app.ask('coordinator', 'POST', '/definitions', { definition });
  const version = await app.ask('coordinator', 'POST', `/definitions/${definition.id}/versions`, {
    revision: saved.body.revision,
    note: 'from a file',
  });
  expect([version.status, version.body.problems]).toEqual([201, undefined]);
  return definition.id;
}

async function got(path: string) {
  const { status, headers, body } = await app.ask('coordinator', 'GET', path);
  return { status, type: headers.get('content-type'), text: body as string };
}

describe('import', () => {
  test('says what a file becomes, with what came over in part, and makes nothing', async () => {
    const before = (await app.ask('coordinator', 'GET', '/definitions')).body.items.length;

    const { status, body } = await imported(text('camunda-7.bpmn'));

    expect(status).toBe(200);
    expect(body.definitions.map(({ id }: { id: string }) => id)).toEqual(['Permit']);
    expect(body.executable).toEqual(['Permit']);
    expect(body.findings).toContainEqual(
      expect.objectContaining({ rule: 'bpmn-listener', element: 'Review', line: 39 }),
    );
    expect((await app.ask('coordinator', 'GET', '/definitions')).body.items).toHaveLength(before);
  });

  test('takes JSON too, one or several', async () => {
    const { definitions } = (await imported(text('call-activity.bpmn'))).body;

    expect((await imported(definitions[0], {})).body.definitions).toEqual([definitions[0]]);
    expect((await imported(definitions, {})).body.definitions).toEqual(definitions);
    expect((await imported({ elements: [] }, {})).body).toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  test('reads the letters a file says it is written in', async () => {
    const file = `<?xml version="1.0" encoding="ISO-8859-1"?>${text('timers.bpmn')
      .replace(/<\?xml[^>]*\?>/, '')
      .replace(/ name="[^"]*"/, ' name="Één"')}`;
    const response = await fetch(`${app.url}/v1/definitions/import`, {
      method: 'POST',
      headers: { ...XML, Authorization: `Bearer ${app.tokens.coordinator}` },
      body: Buffer.from(file, 'latin1'),
    });

    expect(JSON.stringify(await response.json())).toContain('Één');
  });

  test.each([
    [
      'a DOCTYPE',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      400,
      'INVALID_ARGUMENT',
    ],
    ['what is no XML', 'hello', 400, 'INVALID_ARGUMENT'],
    ['too much', ' '.repeat(4 * 1024 * 1024 + 1), 413, 'TOO_LARGE'],
  ])('refuses %s', async (_what, body, status, code) => {
    const answer = await imported(body);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('XML is taken here only', async () => {
    const answer = await app.ask('coordinator', 'POST', '/definitions', '<a/>', XML);

    expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

describe('export', () => {
  test('a version goes out as BPMN that reads back as what it is', async () => {
    const id = await published('decision.bpmn');
    const { definition } = (await app.ask('coordinator', 'GET', `/definitions/${id}/versions/1`)).body;

    const out = await got(`/definitions/${id}/versions/1/bpmn`);

    expect([out.status, out.type]).toEqual([200, 'application/xml; charset=utf-8']);
    const back = readBpmn(out.text);
    expect(back.ok && back.definitions).toEqual([definition]);
  });

  test('decision tables go out as DMN; where there is nothing to write, that is said', async () => {
    const id = await published('grant.dmn');

    const out = await got(`/definitions/${id}/versions/1/dmn`);

    const back = readBpmn(out.text);
    expect(back.ok && back.definitions[0]?.decisions).toHaveLength(2);
    expect((await app.ask('coordinator', 'GET', `/definitions/${id}/versions/1/bpmn`)).body).toMatchObject({
      code: 'INVALID_STATE',
      detail: expect.stringContaining('Expected a process'),
    });
    expect((await got(`/definitions/${id}/versions/9/dmn`)).status).toBe(404);
  });
});
