/** Reads a scenario file with every process file it names, and makes it ready to be played. */
import { dirname, resolve } from 'node:path';
import type { Definition } from '../contract/index.ts';
import { check } from '../core/check/index.ts';
import { InvalidScenario, processFiles, readScenario, type Stage, stageOf } from '../core/scenario/index.ts';
import { InvalidFile } from './invalid-file.ts';
import { findProcess, loadProcess, meantIn, type ProcessFile, problemOf, shownPath } from './process-file.ts';
import { readText } from './read-text.ts';
import { yamlSource } from './yaml-source.ts';

export interface ScenarioFile {
  /** As messages call it. */
  file: string;
  stage: Stage;
}

/** @throws InvalidFile for the scenario, or for the process file in which something is wrong. */
export async function loadScenario(path: string, cwd: string): Promise<ScenarioFile> {
  const full = resolve(cwd, path);
  const file = shownPath(full, cwd);
  const source = yamlSource(file, await readText(full, file));
  const scenario = within(file, () => readScenario(source));
  const definitions = new Map<string, Definition>();
  const beside = new Map<Definition, Definition[]>();
  const missing: { path: string; line: number }[] = [];
  for (const named of processFiles(scenario)) {
    const found = await findProcess(named.path, [dirname(full), cwd]);
    if (!found) {
      missing.push(named);
      continue;
    }
    const loaded = playable(await loadProcess(found, cwd));
    definitions.set(named.path, loaded.definition);
    beside.set(loaded.definition, loaded.others);
  }
  // A start may name a process that another step publishes, by its id.
  const ids = [...definitions.values(), ...[...beside.values()].flat()].map(({ id }) => id);
  const unknown = missing.filter((named) => !ids.includes(named.path));
  if (unknown.length)
    throw new InvalidFile(
      file,
      unknown.map(({ path, line }) => ({ line, message: `There is no process file '${path}'.` })),
    );
  return { file, stage: within(file, () => stageOf(scenario, definitions, beside)) };
}

/** Rules without which the engine cannot carry a process out; what else publishing asks may be wrong in a story. */
const NEEDED_TO_PLAY = new Set([
  'boundary-event',
  'dangling-flow',
  'duplicate-id',
  'event-sub-process',
  'expression',
  'form-field',
  'parent',
  'unknown-form',
  'unknown-ladder',
  'unknown-text',
]);

/** Processes that the engine can carry out, though they might not be published; those of the file that are meant to be. */
function playable(process: ProcessFile) {
  const { file, definition, lineOf } = process;
  const meant = meantIn(process).filter((one) => one !== definition);
  const errors = [definition, ...meant]
    .flatMap((one) => check(one))
    .filter(({ severity, rule }) => severity === 'error' && NEEDED_TO_PLAY.has(rule));
  if (errors.length)
    throw new InvalidFile(
      file,
      errors.map((finding) => problemOf(finding, lineOf)),
    );
  return { definition, others: meant };
}

/** Gives what is wrong in a scenario the name of its file. */
export function within<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidScenario) throw new InvalidFile(file, error.problems);
    throw error;
  }
}
