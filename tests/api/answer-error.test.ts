/** Holds what an error becomes: without an answer in time nothing is claimed, and our own mistakes are told in general words. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { answerError } from '../../api/answer-error.ts';
import { EngineDefect, EngineUnavailable } from '../../worker/client.ts';

async function answerTo(
  error: Error,
): Promise<{ response: Response; body: Record<string, unknown>; logged: string }> {
  const logged: string[] = [];
  const log = (about: object, message: string) => void logged.push(JSON.stringify(about) + message);
  const app = express();
  app.get('/', () => {
    throw error;
  });
  app.use(answerError({ info: log, warn: log, error: log }));
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return { response, body: (await response.json()) as Record<string, unknown>, logged: logged.join() };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test('no answer of the engine in time is 503 with Retry-After, and says that the act may still be carried out', async () => {
  const { response, body } = await answerTo(new EngineUnavailable('No answer'));

  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(body.code).toBe('UNAVAILABLE');
  expect(body.detail).toContain('may still be carried out');
});

test.each([new EngineDefect('Ada lives at 5 Elm Street'), new TypeError('Ada lives at 5 Elm Street')])(
  'a mistake of ours (%s) is 500 in general words, and nobody’s words are logged',
  async (error) => {
    const { response, body, logged } = await answerTo(error);

    expect([response.status, body.code]).toEqual([500, 'DEFECT']);
    expect(JSON.stringify(body)).not.toContain('Elm Street');
    expect(logged).toContain(error.name);
    expect(logged).not.toContain('Elm Street');
  },
);
