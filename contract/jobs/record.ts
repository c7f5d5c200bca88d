/** What the job `record` is asked. */
import { z } from 'zod';
import { RecordInput } from '../job.ts';
import { jobContract } from './job-contract.ts';

export const recordContract = jobContract({
  type: 'record',
  name: { nl: 'Vastleggen', en: 'Record' },
  about: {
    nl: 'Bewaart lessen, aantallen en andere uitkomsten, ook na afloop.',
    en: 'Keeps learnings, counts and other results, also afterwards.',
  },
  input: RecordInput,
  result: z.object({}),
});
