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
  })
  .strict();
export type Finding = z.infer<typeof Finding>;
