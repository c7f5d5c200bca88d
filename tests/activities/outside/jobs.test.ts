/** Jobs that ask other systems, against a real HTTP server: what goes out, what comes back, and what each failure says. */
import { ApplicationFailure } from '@temporalio/common';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { httpRequest } from '../../../activities/jobs/http-request.ts';
import type { JobDeps } from '../../../activities/jobs/job.ts';
import { webhook } from '../../../activities/jobs/webhook.ts';
import { publicOnly } from '../../../activities/outside/addresses.ts';
import { asking } from '../../../activities/outside/ask.ts';
import { type OtherSystem, otherSystem } from './other-system.ts';

const SECRETS: Record<string, string> = {
  crm: 'a-very-secret-key',
  hook: 'a raw signing secret',
  standard: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
};
const AT = '2026-06-01T10:00:00.000Z';

let there: OtherSystem;
let deps: JobDeps;
beforeAll(async () => {
  there = await otherSystem();
  deps = {
    store: {
      secrets: {
        open: async (_org: string, name: string) =>
          SECRETS[name] ? { value: SECRETS[name], origins: [there.origin] } : undefined,
      },
    },
    clock: () => AT,
    outside: asking(publicOnly([there.host])),
  } as unknown as JobDeps;
});
afterAll(() => there.stop());
beforeEach(() => {
  there.heard.length = 0;
  there.says.splice(0, Infinity, {});
});

const call = (input: object, signal: AbortSignal = new AbortController().signal) => ({
  instance: 'pi_1',
  key: 'e7',
  home: { org: 'org_1', instance: 'pi_1', process: 'T1', hash: 'h', registeredAt: AT },
  at: AT,
  jobType: 'http.request',
  input,
  signal,
});
const ask = (input: object, signal?: AbortSignal) =>
  httpRequest.run(call(httpRequest.input.parse(input), signal) as never, deps);
const tell = (input: object) => webhook.run(call(webhook.input.parse(input)) as never, deps);

async function failure(promise: Promise<unknown>): Promise<ApplicationFailure> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(ApplicationFailure);
  return thrown as ApplicationFailure;
}

describe('http.request', () => {
  test('asks, and brings back JSON as it is and anything else as text', async () => {
    there.says.splice(
      0,
      1,
      {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: '{"houses":12}',
      },
      { headers: { 'content-type': 'text/plain' }, body: 'twelve' },
    );

    const json = await ask({ url: `${there.origin}/streets?city=A`, query: { name: 'Elm & Co', n: 3 } });
    const text = await ask({ url: `${there.origin}/streets` });

    expect(json).toEqual({ result: { status: 200, body: { houses: 12 } } });
    expect(text).toEqual({ result: { status: 200, body: 'twelve' } });
    expect(there.heard[0]).toMatchObject({
      method: 'GET',
      path: '/streets?city=A&name=Elm+%26+Co&n=3',
      body: '',
    });
  });

  test('sends JSON, and the same request again is known by its key', async () => {
    const input = {
      url: there.origin,
      method: 'POST',
      body: { amount: 250 },
      headers: { 'X-Kind': 'voucher' },
    };

    await ask(input);
    await ask(input);

    expect(there.heard.map(({ headers, body }) => [headers['idempotency-key'], body])).toEqual([
      ['pi_1/e7', '{"amount":250}'],
      ['pi_1/e7', '{"amount":250}'],
    ]);
    expect(there.heard[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-kind': 'voucher',
    });
  });

  test('shows a secret to the addresses it is for, in each of three ways', async () => {
    await ask({ url: there.origin, auth: { bearer: 'crm' } });
    await ask({ url: there.origin, auth: { user: 'speelruimte', password: 'crm' } });
    await ask({ url: there.origin, auth: { header: 'X-Api-Key', secret: 'crm' } });

    const pair = Buffer.from('speelruimte:a-very-secret-key').toString('base64');
    expect(there.heard.map(({ headers }) => headers.authorization ?? headers['x-api-key'])).toEqual([
      'Bearer a-very-secret-key',
      `Basic ${pair}`,
      'a-very-secret-key',
    ]);
  });

  test('sends no secret anywhere else, and nothing at all then', async () => {
    const elsewhere = await otherSystem();
    const open = { ...deps, outside: asking(publicOnly(['127.0.0.1'])) };

    const refused = await failure(
      httpRequest.run(
        call(httpRequest.input.parse({ url: elsewhere.origin, auth: { bearer: 'crm' } })) as never,
        open,
      ),
    );
    const unknown = await failure(ask({ url: there.origin, auth: { bearer: 'nothing' } }));
    await elsewhere.stop();

    expect([refused.type, refused.nonRetryable]).toEqual(['SECRET_ELSEWHERE', true]);
    expect([unknown.type, unknown.message]).toEqual([
      'UNKNOWN_SECRET',
      "Expected a secret named 'nothing', but there is none",
    ]);
    expect([...there.heard, ...elsewhere.heard]).toEqual([]);
  });

  test.each([400, 401, 403, 404, 409, 410, 422, 301, 302])(
    '%i is a no: trying again would not help, and nothing is followed',
    async (status) => {
      there.says.splice(0, 1, { status, headers: { location: `${there.origin}/else` }, body: 'because' });

      const refused = await failure(ask({ url: there.origin }));

      expect([refused.type, refused.nonRetryable]).toEqual(['REFUSED', true]);
      expect(refused.message).toBe(`Expected a success of ${there.host}, but it answered ${status}: because`);
      expect(there.heard).toHaveLength(1);
    },
  );

  test.each([408, 425, 429, 500, 502, 503, 504])('%i may pass', async (status) => {
    there.says.splice(0, 1, { status, headers: { 'retry-after': '120' } });

    const refused = await failure(ask({ url: there.origin }));

    expect([refused.type, refused.nonRetryable, refused.nextRetryDelay]).toEqual(['PASSING', false, 120_000]);
  });

  test('an answer that is said to be one is a result; one with a code is an error of the process', async () => {
    there.says.splice(0, 1, { status: 404, body: 'no such street' });

    const result = await ask({ url: there.origin, accept: [404] });
    const error = await failure(ask({ url: there.origin, errors: { 404: 'unknown-street' } }));

    expect(result).toEqual({ result: { status: 404, body: 'no such street' } });
    expect([error.type, error.details]).toEqual([
      'BPMN_ERROR',
      ['unknown-street', { status: 404, body: 'no such street' }],
    ]);
  });

  test('no failure repeats a secret, also when the other side does', async () => {
    there.says.splice(0, 1, { status: 400, body: 'bad key a-very-secret-key!' });

    const refused = await failure(ask({ url: there.origin, auth: { bearer: 'crm' } }));

    expect(refused.message).toContain('bad key •••!');
  });

  test('takes no longer than it may, and reads no more than it should', async () => {
    const late = new Error('late');
    there.says.splice(0, 1, { afterMs: 5_000 });
    const controller = new AbortController();
    const asked = ask({ url: there.origin }, controller.signal);
    setTimeout(() => controller.abort(late), 50);

    await expect(asked).rejects.toBe(late);

    there.says.splice(0, 1, { body: 'x'.repeat(300 * 1024) });
    const long = await failure(ask({ url: there.origin }));
    expect([long.type, long.nonRetryable]).toEqual(['ANSWER_TOO_LONG', true]);
  });

  test('nobody there may pass; an address inside never does', async () => {
    const gone = await otherSystem();
    await gone.stop();

    const nobody = await failure(
      httpRequest.run(call(httpRequest.input.parse({ url: gone.origin })) as never, {
        ...deps,
        outside: asking(publicOnly([gone.host])),
      }),
    );
    const inside = await failure(ask({ url: 'http://169.254.169.254/latest/meta-data' }));

    expect([nobody.type, nobody.nonRetryable]).toEqual(['NO_ANSWER', false]);
    expect(nobody.message).toBe(`Expected an answer of ${gone.host}, but: ECONNREFUSED`);
    expect([inside.type, inside.nonRetryable]).toEqual(['NOT_REACHABLE', true]);
  });

  test.each([
    [{ url: 'ftp://example.org' }, 'url'],
    [{ url: 'https://example.org', headers: { Host: 'other' } }, 'headers.Host'],
    [{ url: 'https://example.org', headers: { 'X-A': 'b', 'bad header': 'x' } }, 'headers.bad header'],
    [{ url: 'https://example.org', headers: { 'X-A': 'b\r\nX-B: c' } }, 'headers.X-A'],
    [{ url: 'https://example.org', auth: { token: 'crm' } }, 'auth'],
  ])('%j does not fit, and the place is named', (input, place) => {
    const parsed = httpRequest.input.safeParse(input);

    expect(parsed.error?.issues[0]?.path.join('.')).toBe(place);
  });
});

describe('webhook', () => {
  test.each(['hook', 'standard'])('is signed with %s so that the receiver can prove it', async (secret) => {
    await tell({
      url: `${there.origin}/hooks`,
      type: 'initiative.agreed',
      data: { instance: 'pi_1' },
      secret,
    });

    const [heard] = there.heard;
    const value = SECRETS[secret] as string;
    const verifier = value.startsWith('whsec_') ? new Webhook(value) : new Webhook(value, { format: 'raw' });
    const now = Math.floor(Date.parse(AT) / 1000);
    expect(heard?.headers).toMatchObject({ 'webhook-id': 'pi_1/e7', 'webhook-timestamp': String(now) });
    expect(heard?.headers['webhook-signature']).toBe(
      verifier.sign('pi_1/e7', new Date(AT), heard?.body as string),
    );
    expect(JSON.parse(heard?.body as string)).toEqual({
      type: 'initiative.agreed',
      timestamp: AT,
      data: { instance: 'pi_1' },
    });
  });

  test('gone is gone; trouble may pass', async () => {
    there.says.splice(0, 1, { status: 410 }, { status: 503 });
    const input = { url: there.origin, type: 'x', secret: 'hook' };

    expect((await failure(tell(input))).nonRetryable).toBe(true);
    expect((await failure(tell(input))).nonRetryable).toBe(false);
  });
});
