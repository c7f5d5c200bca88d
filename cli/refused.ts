/** Says why a file cannot be used; what is anything else is a mistake in the program and goes on. */
import { exit, type Io } from './command.ts';
import { InvalidFile } from './invalid-file.ts';

/** @param about what the report with `--json` says besides */
export function refused(
  error: unknown,
  { io, json, about }: { io: Io; json: boolean; about: Record<string, unknown> },
): number {
  if (!(error instanceof InvalidFile)) throw error;
  const problems = error.problems.map((problem) => ({ file: error.file, ...problem }));
  if (json) io.out(JSON.stringify({ ok: false, ...about, problems }, null, 2));
  else io.err(error.message);
  return exit.invalid;
}
