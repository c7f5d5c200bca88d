/** Job `http.request`: asks another system, and brings back what it answers. */
import { ApplicationFailure } from '@temporalio/common';
import { type HttpRequestInput, httpRequestContract } from '../../contract/jobs/http-request.ts';
import { asked, refused } from '../outside/refused.ts';
import { secretFor } from '../outside/secret-for.ts';
import { type JobDeps, job } from './job.ts';

export const httpRequest = job({
  ...httpRequestContract,
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
  auth: HttpRequestInput['auth'],
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
