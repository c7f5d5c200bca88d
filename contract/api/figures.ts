/** Figures: a number with what it is out of and the list behind it. */
import { z } from 'zod';

export const FigureParams = z.object({ figure: z.string() });
/** `2026`, `2026-Q2` or `2026-04`; the present month without it. */
export const FigureQuery = z
  .object({
    period: z
      .string()
      .regex(/^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/, 'expected a year, quarter or month: 2026, 2026-Q2, 2026-04')
      .optional(),
    world: z.string().optional(),
  })
  .strict();
export const Figure = z.object({
  figure: z.string(),
  period: z.string(),
  value: z.number().nullable(),
  of: z.number().optional(),
  /** What was counted: each item with its instance and date. */
  list: z.array(z.looseObject({ instance: z.string() })),
});
