/** `speelruimte explore`: plays every way a process can go, and tells what may go wrong, each time with a story that shows it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Definition, Finding } from '../../contract/index.ts';
import { modelOf, worstFirst } from '../../core/check/index.ts';
import {
  castFor,
  type Explored,
  explore,
  isPlayed,
  type StoryItem,
  USUAL_STATES,
} from '../../core/explore/index.ts';
import { InvalidDefinition } from '../../core/index.ts';
import { exit, type Io } from '../command.ts';
import { commands } from '../commands.ts';
import { findingLine, verdictLine } from '../finding-line.ts';
import { InvalidFile } from '../invalid-file.ts';
import { optionsOf } from '../options.ts';
import { loadProcess, meantIn, type ProcessFile, problemOf } from '../process-file.ts';
import { refused } from '../refused.ts';
import { UsageProblem } from '../usage-problem.ts';

type Found = Finding & { line: number; file?: string };
/** What was found in one of the processes of a file. */
interface ExploredProcess extends Explored {
  definition: Definition;
}

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
    const { file } = process;
    const explored = meantIn(process).map((definition) => exploring(process, definition, maxStates));
    const found: Found[] = [...process.findings];
    for (const one of explored)
      found.push(
        ...(await foundIn(one, process, values.write === undefined ? {} : { folder: values.write }, io)),
      );
    const findings = worstFirst(found);
    const ok = !findings.some(({ severity }) => severity === 'error');
    const total = {
      complete: explored.every((one) => one.complete),
      states: explored.reduce((sum, one) => sum + one.states, 0),
      steps: explored.reduce((sum, one) => sum + one.steps, 0),
    };
    if (values.json) io.out(JSON.stringify({ ok, file, ...total, findings }, null, 2));
    else for (const line of linesOf(file, findings, total)) io.out(line);
    return ok ? exit.ok : exit.notOk;
  } catch (error) {
    return refused(error, { io, json: values.json, about: { file: given, findings: [] } });
  }
}

/** @throws InvalidFile where the drawing cannot be carried out at all. */
function exploring(
  { file, lineOf }: ProcessFile,
  definition: Definition,
  maxStates: number,
): ExploredProcess {
  try {
    return { definition, ...explore(modelOf(definition), { maxStates }) };
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) throw error;
    const message = `${error.message}. Repair what 'check' says first.`;
    throw new InvalidFile(file, [{ line: lineOf(error.element), message }]);
  }
}

/** Each story that could be played is written to the folder, where one is given, as a scenario file named after what it shows. */
async function foundIn(
  { definition, findings }: ExploredProcess,
  process: ProcessFile,
  { folder }: { folder?: string },
  { cwd }: Io,
): Promise<Found[]> {
  const placed: Found[] = findings.map((one) => ({ ...one, line: process.lineOf(one.element) }));
  if (folder === undefined) return placed;
  const target = resolve(cwd, folder);
  await mkdir(target, { recursive: true });
  const path = relative(target, resolve(cwd, process.file));
  return Promise.all(
    placed.map(async (one) => {
      if (!isPlayed(one)) return one;
      const name = `${one.rule}-${one.element.replace(/\W+/g, '-')}.scenario.yaml`;
      await writeFile(
        join(target, name),
        scenarioOf(one, definition, { path, isMain: definition === process.definition }),
      );
      return { ...one, file: join(folder, name) };
    }),
  );
}

function scenarioOf(
  finding: Finding,
  definition: Definition,
  { path, isMain }: { path: string; isMain: boolean },
): string {
  const { story = [], rule, element } = finding;
  const said = problemOf(finding, () => 0).message;
  const head = `# ${said}\n# It holds for as long as the process can go this way (docs/rules/${rule}.md).\n`;
  const body = {
    scenario: `${rule} at ${element}`,
    process: path,
    people: castFor(modelOf(definition)),
    steps: isMain ? story : story.map((step) => startingAs(definition.id, step)),
  };
  return head + stringify(body);
}

/** A further process of the file is started by its id. */
const startingAs = (process: string, step: StoryItem): StoryItem =>
  typeof step.start === 'object' && step.start !== null && !Array.isArray(step.start)
    ? { ...step, start: { ...step.start, process } }
    : step;

function linesOf(
  file: string,
  found: Found[],
  { states, complete }: { states: number; complete: boolean },
): string[] {
  const lines = found.flatMap((one) => {
    const said = findingLine(file, one);
    if (one.file !== undefined) return [said, `    ${one.file}`];
    return [said, ...(one.story ?? []).map((step) => `    ${stepInWords(step)}`)];
  });
  const looked = `${states} ${states === 1 ? 'state' : 'states'}${complete ? '' : ', not all there are'}`;
  return [...lines, `${verdictLine(file, found)} (${looked})`];
}

const stepInWords = (step: Record<string, unknown>): string =>
  stringify(step, { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .replace(/^\{ ?| ?}$/g, '');
