/** Holds that less goes over the line to who can read it: files as the build compressed them, long lists as they go. */
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { appForTests, type RunningForTests, registration } from './support/app.ts';

let app: RunningForTests;
beforeAll(async () => {
  app = await appForTests();
});

/** As it came over the line. */
async function raw(path: string, headers: Record<string, string>) {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`${app.url}${path}`, { headers }, resolve).on('error', reject),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

describe('a file of the screens', () => {
  test('comes in the smallest way the browser reads, with the type of the file itself', async () => {
    const page = (await raw('/', { Accept: 'text/html' })).body.toString();
    for (const [ending, type] of [
      ['js', 'text/javascript; charset=utf-8'],
      ['css', 'text/css; charset=utf-8'],
    ]) {
      const path = new RegExp(`/assets/[^"]+\\.${ending}`).exec(page)?.[0] as string;
      const plain = await raw(path, {});
      const zipped = await raw(path, { 'Accept-Encoding': 'gzip' });
      const smallest = await raw(path, { 'Accept-Encoding': 'gzip, deflate, br' });

      expect([plain, zipped, smallest].map(({ status }) => status)).toEqual([200, 200, 200]);
      expect([plain, zipped, smallest].map(({ headers }) => headers['content-type'])).toEqual([
        type,
        type,
        type,
      ]);
      expect([plain, zipped, smallest].map(({ headers }) => headers['content-encoding'])).toEqual([
        undefined,
        'gzip',
        'br',
      ]);
      expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
      expect(brotliDecompressSync(smallest.body).equals(plain.body)).toBe(true);
      expect(smallest.body.length).toBeLessThan(plain.body.length / 2);
      expect(zipped.headers.vary).toContain('Accept-Encoding');
    }
  });

  test('that is asked for as it lies there is no secret door', async () => {
    expect((await raw('/assets/..%2findex.html.br', { 'Accept-Encoding': 'br' })).status).toBe(404);
  });
});

test('a long list is compressed for who reads that, and the same for who does not', async () => {
  for (let n = 0; n < 5; n++) await app.ask('supporter', 'POST', '/initiatives', registration());
  const headers = { Authorization: `Bearer ${app.tokens.supporter}` };
  const plain = await raw('/v1/tasks?limit=500', headers);
  const zipped = await raw('/v1/tasks?limit=500', { ...headers, 'Accept-Encoding': 'gzip' });

  expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([
    undefined,
    'gzip',
  ]);
  expect(gunzipSync(zipped.body).toString()).toBe(plain.body.toString());
  expect(zipped.headers['content-type']).toBe('application/json; charset=utf-8');
});
