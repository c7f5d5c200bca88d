/** `speelruimte explore`: plays every way a process can go, and tells what may go wrong, each time with a story that shows it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Definition, Finding } from '../../contract/index.ts';
import { modelOf } from '../../core/check/index.ts';
import { castFor, explore, isPlayed, USUAL_STATES } from '../../core/explore/index.ts';
import { InvalidDefinition } from '../../core/index.ts';
import { exit, type Io } from '../command.ts';
import { commands } from '../commands.ts';
import { InvalidFile } from '../invalid-file.ts';
import { optionsOf } from '../options.ts';
import { loadProcess, type ProcessFile, problemOf } from '../process-file.ts';
import { UsageProblem } from '../usage-problem.ts';

type Found = Finding & { line: number; file?: string };

export async function run(args: string[], io: Io): Promise<number> {
  const { file: given, values } = optionsOf(commands.explore?.usage ?? 'explore FILE', args, {
    json: { type: 'boolean', default: false },
    'max-states': { type: 'string', default: String(USUAL_STATES) },
    write: { type: 'string' },
  });
  const maxStates = Number(values['max-states']);
  if (!Number.isInteger(maxStates) || maxStates < 1)
    throw new UsageProblem(`Expected --max-states to be a number from 1, but got '${values['max-states']}'.`);
  try {
    const process = await loadProcess(resolve(io.cwd, given), io.cwd);
    const { findings, complete, states, steps } = exploring(process, maxStates);
    const placed: Found[] = findings.map((one) => ({ ...one, line: process.lineOf(one.element) }));
    const found = values.write === undefined ? placed : await written(placed, process, values.write, io.cwd);
    const ok = !found.some(({ severity }) => severity === 'error');
    const { file } = process;
    if (values.json) io.out(JSON.stringify({ ok, file, complete, states, steps, findings: found }, null, 2));
    else for (const line of linesOf(file, found, { states, complete })) io.out(line);
    return ok ? exit.ok : exit.notOk;
  } catch (error) {
    if (!(error instanceof InvalidFile)) throw error;
    const problems = error.problems.map((problem) => ({ file: error.file, ...problem }));
    if (values.json) io.out(JSON.stringify({ ok: false, file: given, findings: [], problems }, null, 2));
    else io.err(error.message);
    return exit.invalid;
  }
}

/** @throws InvalidFile where the drawing cannot be carried out at all. */
function exploring({ file, definition, lineOf }: ProcessFile, maxStates: number) {
  try {
    return explore(modelOf(definition), { maxStates });
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) throw error;
    const message = `${error.message}. Repair what 'check' says first.`;
    throw new InvalidFile(file, [{ line: lineOf(error.element), message }]);
  }
}

/** Each story that could be played as a scenario file beside the others, named after what it shows. */
async function written(found: Found[], process: ProcessFile, folder: string, cwd: string): Promise<Found[]> {
  const target = resolve(cwd, folder);
  await mkdir(target, { recursive: true });
  const path = relative(target, resolve(cwd, process.file));
  const all: Found[] = [];
  for (const one of found) {
    if (!isPlayed(one)) {
      all.push(one);
      continue;
    }
    const name = `${one.rule}-${one.element.replace(/\W+/g, '-')}.scenario.yaml`;
    await writeFile(join(target, name), scenarioOf(one, process.definition, path));
    all.push({ ...one, file: join(folder, name) });
  }
  return all;
}

function scenarioOf(finding: Finding, definition: Definition, process: string): string {
  const { story = [], rule, element } = finding;
  const said = problemOf(finding, () => 0).message;
  const head = `# ${said}\n# It holds for as long as the process can go this way (docs/rules/${rule}.md).\n`;
  const body = {
    scenario: `${rule} at ${element}`,
    process,
    people: castFor(modelOf(definition)),
    steps: story,
  };
  return head + stringify(body);
}

function linesOf(
  file: string,
  found: Found[],
  { states, complete }: { states: number; complete: boolean },
): string[] {
  const lines = found.flatMap((one) => {
    const { message, line } = problemOf(one, () => one.line);
    const said = `${line ? `${file}:${line}` : file}  ${one.severity}  ${one.rule}  ${message}`;
    if (one.file !== undefined) return [said, `    ${one.file}`];
    return [said, ...(one.story ?? []).map((step) => `    ${stepInWords(step)}`)];
  });
  const count = (severity: Finding['severity']) => found.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const looked = `${states} ${states === 1 ? 'state' : 'states'}${complete ? '' : ', not all there are'}`;
  const verdict = errors ? `✗ ${file}: ${errors} to repair` : `✓ ${file}: nothing to repair`;
  return [...lines, `${verdict}${warnings ? `, ${warnings} to think about` : ''} (${looked})`];
}

const stepInWords = (step: Record<string, unknown>): string =>
  stringify(step, { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .replace(/^\{ ?| ?}$/g, '');
