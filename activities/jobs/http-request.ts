/** Job `http.request`: asks another system, and brings back what it answers. */
import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import { asked, refused } from '../outside/refused.ts';
import { secretFor } from '../outside/secret-for.ts';
import { type JobDeps, job } from './job.ts';

const Secret = z.string().min(1).describe('Name of a secret; its value is nowhere in the process.');

const Auth = z.union(
  [
    z.object({ bearer: Secret }).strict(),
    z.object({ user: z.string(), password: Secret }).strict(),
    z.object({ header: z.string(), secret: Secret }).strict(),
  ],
  'expected { bearer }, { user, password } or { header, secret }, each naming a secret',
);

/** What speaks of the connection is ours to say. */
const RESERVED = /^(host|connection|content-length|transfer-encoding|upgrade|te|trailer|proxy-.*|expect)$/i;
const Header = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'expected the name of a header')
  .refine((name) => !RESERVED.test(name), 'this header cannot be set');

const HeaderValue = z
  .string()
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'expected one line of letters, digits and signs');

const Input = z
  .object({
    url: z
      .url({ protocol: /^https?$/, error: 'expected an address that begins with https://' })
      .describe('Address that is asked.'),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
    query: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('Added to the address.'),
    headers: z.record(Header, HeaderValue).optional(),
    body: z.json().optional().describe('Sent as JSON.'),
    auth: Auth.optional().describe(
      '{ bearer }, { user, password } or { header, secret }: each names a secret.',
    ),
    accept: z.array(z.number().int()).optional().describe('Answers that are a result as well, such as 404.'),
    errors: z
      .record(z.string().regex(/^\d{3}$/), z.string())
      .optional()
      .describe('Error of the process by number of the answer: { "404": "unknown" }.'),
  })
  .strict();
type Input = z.infer<typeof Input>;

export const httpRequest = job({
  type: 'http.request',
  name: { nl: 'Ander systeem vragen', en: 'Ask another system' },
  about: {
    nl: 'Stuurt een verzoek naar een ander systeem en neemt het antwoord mee.',
    en: 'Sends a request to another system and brings back its answer.',
  },
  input: Input,
  result: z.object({
    status: z.number().int(),
    body: z.json().describe('JSON as it is, anything else as text.'),
  }),
  outside: true,
  async run({ input, home, instance, key, signal }, deps) {
    const { method, query = {}, headers = {}, body, accept = [], errors = {} } = input;
    const url = new URL(input.url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const { header, secret } = await authorised(deps, home.org, input.auth, url);
    const question = {
      method,
      url,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        // Asked again after a failure it is the same request.
        ...(method === 'GET' ? {} : { 'Idempotency-Key': `${instance}/${key}` }),
        ...headers,
        ...header,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    };
    const reply = await asked(deps.outside, question);
    const { status, text } = reply;
    const result = { status, body: read(text, reply.headers['content-type']) };
    if ((status >= 200 && status < 300) || accept.includes(status)) return { result };
    const code = errors[String(status)];
    if (code !== undefined)
      throw ApplicationFailure.nonRetryable(`${url.host} answered ${status}`, 'BPMN_ERROR', code, result);
    throw refused(reply, question, secret === undefined ? [] : [secret]);
  },
});

async function authorised(
  deps: JobDeps,
  org: string,
  auth: Input['auth'],
  url: URL,
): Promise<{ header?: Record<string, string>; secret?: string }> {
  if (!auth) return {};
  if ('bearer' in auth) {
    const secret = await secretFor(deps, org, auth.bearer, url);
    return { header: { Authorization: `Bearer ${secret}` }, secret };
  }
  if ('user' in auth) {
    const secret = await secretFor(deps, org, auth.password, url);
    const pair = Buffer.from(`${auth.user}:${secret}`).toString('base64');
    return { header: { Authorization: `Basic ${pair}` }, secret };
  }
  const secret = await secretFor(deps, org, auth.secret, url);
  return { header: { [auth.header]: secret }, secret };
}

function read(text: string, type = '') {
  if (!/[/+]json\b/i.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
