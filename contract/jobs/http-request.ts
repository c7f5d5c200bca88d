/** What the job `http.request` is asked and answers. */
import { z } from 'zod';
import { jobContract } from './job-contract.ts';

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

const HttpRequestInput = z
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
export type HttpRequestInput = z.infer<typeof HttpRequestInput>;

export const httpRequestContract = jobContract({
  type: 'http.request',
  name: { nl: 'Ander systeem vragen', en: 'Ask another system' },
  about: {
    nl: 'Stuurt een verzoek naar een ander systeem en neemt het antwoord mee.',
    en: 'Sends a request to another system and brings back its answer.',
  },
  input: HttpRequestInput,
  result: z.object({
    status: z.number().int(),
    body: z.json().describe('JSON as it is, anything else as text.'),
  }),
  outside: true,
});
