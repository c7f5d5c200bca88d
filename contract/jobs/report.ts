/** What jobs of a report are asked and answer. */
import { z } from 'zod';
import { FreezeInput, FreezeResult, ReportNoteInput } from '../job.ts';
import { jobContract } from './job-contract.ts';

export const reportFreeze = jobContract({
  type: 'report.freeze',
  name: { nl: 'Rapport opmaken', en: 'Draw up a report' },
  about: {
    nl: 'Telt een maand, kwartaal of jaar en legt de uitkomst voorgoed vast.',
    en: 'Counts a month, quarter or year and keeps the result for good.',
  },
  input: FreezeInput,
  result: FreezeResult,
});

export const reportNote = jobContract({
  type: 'report.note',
  name: { nl: 'Rapport aanvullen', en: 'Add to a report' },
  about: {
    nl: 'Voegt de toelichting toe, en wat initiatieven antwoordden.',
    en: 'Adds the comment, and what initiatives answered.',
  },
  input: ReportNoteInput,
  result: z.object({}),
});

export const reportPublish = jobContract({
  type: 'report.publish',
  name: { nl: 'Rapport versturen', en: 'Publish a report' },
  about: {
    nl: 'Maakt er een verstuurd rapport van, dat ook anderen kunnen lezen.',
    en: 'Makes it a report that was sent, which others can read too.',
  },
  input: z.object({}),
  result: z.object({}),
});
