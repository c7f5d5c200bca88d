/** Figures: a number with what it is out of and the list behind it. */
import { z } from 'zod';
import { Text } from '../text.ts';
import { LocalDate, listOf } from './common.ts';

export const Figures = listOf(z.object({ id: z.string(), name: Text }));
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

/** A round of a pilot that nobody decided about yet, with the window in which people look back. */
export const Pilot = z.object({
  instance: z.string(),
  initiative: z.string().optional(),
  round: z.number().int(),
  start: LocalDate,
  end: LocalDate,
  lookBackFrom: LocalDate,
  lookBackUntil: LocalDate,
  state: z.enum(['planned', 'running', 'lookingBack', 'overdue']),
});
export const Pilots = listOf(Pilot);

export const Figure = z.object({
  figure: z.string(),
  name: Text,
  period: z.string(),
  /** A count, a share's upper part, or working days; null when there is nothing to count. */
  value: z.number().nullable(),
  of: z.number().optional(),
  /** Ids that count in `value`. */
  list: z.array(z.string()),
  /** Ids that count in `of` but not in `value`. */
  rest: z.array(z.string()).optional(),
  more: z.record(z.string(), z.number().nullable()).optional(),
});
