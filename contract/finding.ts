// Findings: what `check` says about a definition. One rule, one file; codes are stable.
import { z } from 'zod';
import { Text } from './text.ts';

export const Finding = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'hint']),
    /** Element id, flow id, form field (`form:plan.start`) or `definition`. */
    element: z.string(),
    message: Text,
    /**
     * A story that plays to what was found, as the steps of a scenario (docs/scenarios.md). The last one expects what was found;
     * where it is missing, the story could not be played to the end.
     */
    story: z.array(z.record(z.string(), z.json())).optional(),
  })
  .strict();
export type Finding = z.infer<typeof Finding>;
