/** What the job `webhook` is asked and answers. */
import { z } from 'zod';
import { jobContract } from './job-contract.ts';

export const webhookContract = jobContract({
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
});
