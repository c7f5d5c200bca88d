/** Job `webhook`: tells another system that something happened, signed as Standard Webhooks has it. */
import { Webhook } from 'standardwebhooks';
import { webhookContract } from '../../contract/jobs/webhook.ts';
import { asked, refused } from '../outside/refused.ts';
import { secretFor } from '../outside/secret-for.ts';
import { job } from './job.ts';

export const webhook = job({
  ...webhookContract,
  async run({ input, home, instance, key, signal }, deps) {
    const url = new URL(input.url);
    const secret = await secretFor(deps, home.org, input.secret, url);
    const now = new Date(deps.clock());
    const id = `${instance}/${key}`;
    const body = JSON.stringify({ type: input.type, timestamp: now.toISOString(), data: input.data });
    const signing = secret.startsWith('whsec_')
      ? new Webhook(secret)
      : new Webhook(secret, { format: 'raw' });
    const question = {
      method: 'POST',
      url,
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signing.sign(id, now, body),
      },
      body,
      signal,
    };
    const reply = await asked(deps.outside, question);
    if (reply.status < 200 || reply.status >= 300) throw refused(reply, question, [secret]);
    return { result: { status: reply.status } };
  },
});
