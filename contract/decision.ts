// Decision tables: rules on data as a table that people can read (DMN 1.3 §8).
import { z } from 'zod';
import { Feel } from './feel.ts';
import { Text } from './text.ts';

/** Which rows count when several fit, and what then comes out. */
export const HitPolicy = z.enum([
  'unique',
  'first',
  'any',
  'priority',
  'collect',
  'ruleOrder',
  'outputOrder',
]);
export type HitPolicy = z.infer<typeof HitPolicy>;

export const Decision = z
  .object({
    id: z.string().min(1),
    name: Text.optional(),
    hitPolicy: HitPolicy.default('unique'),
    /** Of `collect` with one output. */
    aggregation: z.enum(['sum', 'min', 'max', 'count']).optional(),
    /** FEEL worked out first, each under its id: other decisions of the same file that this one rests on. */
    needs: z.array(z.string()).optional(),
    inputs: z.array(z.object({ value: Feel, label: Text.optional() }).strict()),
    outputs: z
      .array(
        z
          .object({
            name: z.string(),
            label: Text.optional(),
            /** FEEL, where no row fits. */
            default: Feel.optional(),
            /** Allowed values, the most important first (`priority`, `outputOrder`). */
            values: z.array(z.json()).optional(),
          })
          .strict(),
      )
      .min(1),
    rules: z.array(
      z
        .object({
          /** FEEL unary test per input; '' or '-' fits everything. */
          when: z.array(Feel),
          /** FEEL per output. */
          gives: z.array(Feel),
          note: z.string().optional(),
        })
        .strict(),
    ),
    /** Instead of a table: one FEEL expression (then `inputs` and `rules` are empty). */
    value: Feel.optional(),
  })
  .strict();
export type Decision = z.infer<typeof Decision>;
