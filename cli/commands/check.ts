/** `speelruimte check`: looks for mistakes in a process file, or in a scenario file with its processes. */
import { resolve } from 'node:path';
import type { Finding } from '../../contract/index.ts';
import { check, worstFirst } from '../../core/check/index.ts';
import { exit, type Io } from '../command.ts';
import { commands } from '../commands.ts';
import { findingLine } from '../finding-line.ts';
import { InvalidFile } from '../invalid-file.ts';
import { optionsOf } from '../options.ts';
import { loadProcess, meantIn } from '../process-file.ts';
import { loadScenario } from '../scenario-file.ts';

interface Checked {
  file: string;
  findings: (Finding & { line: number })[];
}

export async function run(args: string[], io: Io): Promise<number> {
  const { file: given, values } = optionsOf(commands.check?.usage ?? 'check FILE', args, {
    json: { type: 'boolean', default: false },
  });
  try {
    const { file, findings } = await (isScenario(given) ? checkScenario(given, io) : checkProcess(given, io));
    const ok = !findings.some(({ severity }) => severity === 'error');
    if (values.json) io.out(JSON.stringify({ ok, file, findings }, null, 2));
    else for (const line of linesOf(file, findings)) io.out(line);
    return ok ? exit.ok : exit.notOk;
  } catch (error) {
    if (!(error instanceof InvalidFile)) throw error;
    const problems = error.problems.map((problem) => ({ file: error.file, ...problem }));
    if (values.json) io.out(JSON.stringify({ ok: false, file: given, findings: [], problems }, null, 2));
    else io.err(error.message);
    return exit.invalid;
  }
}

const isScenario = (file: string) => /\.ya?ml$/.test(file);

async function checkProcess(given: string, { cwd }: Io): Promise<Checked> {
  const process = await loadProcess(resolve(cwd, given), cwd);
  const { file, findings, lineOf } = process;
  const checked = meantIn(process).flatMap((one) =>
    check(one).map((finding) => ({ ...finding, line: lineOf(finding.element) })),
  );
  return { file, findings: worstFirst([...checked, ...findings]) };
}

/** A scenario has no findings: it can be played or it cannot. */
async function checkScenario(given: string, { cwd }: Io): Promise<Checked> {
  const { file } = await loadScenario(given, cwd);
  return { file, findings: [] };
}

function linesOf(file: string, findings: Checked['findings']): string[] {
  const lines = findings.map((finding) => findingLine(file, finding));
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const verdict = errors ? `✗ ${file}: ${errors} to repair` : `✓ ${file}: nothing to repair`;
  return [...lines, warnings ? `${verdict}, ${warnings} to think about` : verdict];
}
