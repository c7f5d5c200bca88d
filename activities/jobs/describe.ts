/** All jobs as data: for who draws, for checks, for the documentation of the API. */
import { z } from 'zod';
import type { JobDescription } from '../../contract/api/outside.ts';
import { jobs } from './index.ts';

export const jobDescriptions = (): JobDescription[] =>
  [...jobs.values()].map(({ type, name, about, outside = false, input, result }) => ({
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
