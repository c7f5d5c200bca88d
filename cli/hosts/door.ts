/** The door of a host: acts are parsed as the API parses them, so that a wrong one is refused alike everywhere. */
import { Act, type Rejection } from '../../contract/index.ts';

/** Why an act does not fit the contract; undefined when it does. */
export function misfit(act: Act): Rejection | undefined {
  const parsed = Act.safeParse(act);
  if (parsed.success) return undefined;
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const message = problems.map((problem) => `${problem.path}: ${problem.message}`).join('; ');
  return { code: 'INVALID_ARGUMENT', message, path: problems[0]?.path ?? act.type, problems };
}
