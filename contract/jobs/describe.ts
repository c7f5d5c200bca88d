/** All jobs as data: for who draws, for checks, for the command line, for the documentation of the API. */
import { z } from 'zod';
import type { JobDescription } from '../api/outside.ts';
import { capacityQueue, capacityRelease, capacityTake } from './capacity.ts';
import { httpRequestContract } from './http-request.ts';
import type { JobContract } from './job-contract.ts';
import { mailContract } from './mail.ts';
import { recordContract } from './record.ts';
import { reportFreeze, reportNote, reportPublish } from './report.ts';
import { webhookContract } from './webhook.ts';

// biome-ignore lint/suspicious/noExplicitAny: a list holds jobs of every input; each parses its own
export const jobContracts: readonly JobContract<any>[] = [
  capacityTake,
  capacityRelease,
  capacityQueue,
  recordContract,
  reportFreeze,
  reportNote,
  reportPublish,
  httpRequestContract,
  webhookContract,
  mailContract,
];

export const jobDescriptions = (): JobDescription[] =>
  jobContracts.map(({ type, name, about, outside = false, input, result }) => ({
    type,
    name: both(name),
    about: both(about),
    outside,
    input: schemaOf(input, 'input'),
    result: schemaOf(result, 'output'),
  }));

const both = (text: string | { nl?: string | undefined; en?: string | undefined }) =>
  typeof text === 'string' ? { nl: text, en: text } : { nl: text.nl ?? '', en: text.en ?? '' };

/** Without `$schema`: it stands inside another document. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest as JobDescription['input'];
}
