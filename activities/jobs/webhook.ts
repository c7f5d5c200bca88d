/** Job `webhook`: tells another system that something happened, signed as Standard Webhooks has it. */
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { asked, refused } from '../outside/refused.ts';
import { secretFor } from '../outside/secret-for.ts';
import { job } from './job.ts';

export const webhook = job({
  type: 'webhook',
  name: { nl: 'Ander systeem inlichten', en: 'Tell another system' },
  about: {
    nl: 'Meldt een ander systeem wat er gebeurd is, met een handtekening.',
    en: 'Tells another system what happened, with a signature.',
  },
  input: z
    .object({
      url: z
        .url({ protocol: /^https?$/, error: 'expected an address that begins with https://' })
        .describe('Address that is told.'),
      type: z.string().min(1).describe('What happened, such as initiative.agreed.'),
      data: z.json().default({}).describe('What goes along; ids rather than words of people.'),
      secret: z.string().min(1).describe('Name of the secret it is signed with.'),
    })
    .strict(),
  result: z.object({ status: z.number().int() }),
  outside: true,
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
