/** `speelruimte check`: looks for mistakes in a process file, or in a scenario file with its processes. */
import { resolve } from 'node:path';
import type { Finding } from '../../contract/index.ts';
import { jobDescriptions } from '../../contract/jobs/describe.ts';
import { check, worstFirst } from '../../core/check/index.ts';
import { exit, type Io } from '../command.ts';
import { commands } from '../commands.ts';
import { findingLine, verdictLine } from '../finding-line.ts';
import { optionsOf } from '../options.ts';
import { loadProcess, meantIn } from '../process-file.ts';
import { refused } from '../refused.ts';
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
    return refused(error, { io, json: values.json, about: { file: given, findings: [] } });
  }
}

const isScenario = (file: string) => /\.ya?ml$/.test(file);

async function checkProcess(given: string, { cwd }: Io): Promise<Checked> {
  const process = await loadProcess(resolve(cwd, given), cwd);
  const { file, findings, lineOf } = process;
  const jobs = jobDescriptions();
  const checked = meantIn(process).flatMap((one) =>
    check(one, { jobs, jobsFollow: true }).map((finding) => ({ ...finding, line: lineOf(finding.element) })),
  );
  return { file, findings: worstFirst([...checked, ...findings]) };
}

/** A scenario has no findings: it can be played or it cannot. */
async function checkScenario(given: string, { cwd }: Io): Promise<Checked> {
  const { file } = await loadScenario(given, cwd);
  return { file, findings: [] };
}

function linesOf(file: string, findings: Checked['findings']): string[] {
  return [...findings.map((finding) => findingLine(file, finding)), verdictLine(file, findings)];
}
