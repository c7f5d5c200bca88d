/** A definition as somebody sent it, or a problem that names what is wrong with it. */
import { type Definition, parseDefinition } from '../contract/index.ts';
import { Problem } from './problem.ts';
import { inEnglish } from './publish.ts';

/** A draft may be wrong in every way but one: it must be a definition. */
export function parsedDefinition(unknown: unknown): Definition {
  const result = parseDefinition(unknown);
  if (result.ok) return result.definition;
  const problems = result.findings.map(({ element, message }) => ({
    path: element,
    message: inEnglish(message),
  }));
  throw new Problem('INVALID_ARGUMENT', problems.map(({ message }) => message).join(' '), {
    path: problems[0]?.path ?? 'definition',
    problems,
  });
}
