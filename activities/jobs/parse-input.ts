/** Reads a job's input, which an expression of a definition made: what does not fit is said by field. */
import type { ZodType } from 'zod';
import { lasting } from '../failures.ts';

export function parseInput<T>(schema: ZodType<T>, jobType: string, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  throw lasting('INVALID_INPUT', `The input of '${jobType}' does not fit (${problems.join('; ')})`);
}
