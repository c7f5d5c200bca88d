/** Finds and reads a process file; what kind it is, its content says. */
import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Definition, type Finding, parseDefinition } from '../contract/index.ts';
import { InvalidFile } from './invalid-file.ts';
import { jsonProblem, linesOf } from './json-lines.ts';
import { readText } from './read-text.ts';

/** Where this program is installed: its ready-made templates are found from here. */
export const installation = fileURLToPath(new URL('..', import.meta.url));

export interface ProcessFile {
  /** As messages call it. */
  file: string;
  definition: Definition;
  /** Line of an element, flow or form by its id, where findings are; 0 when it is not known. */
  lineOf(element: string): number;
}

type Kind = 'json' | 'bpmn';

/** How each kind is read. A further kind is a detector below and an entry here. */
const readers: Record<Kind, (file: string, text: string) => Promise<ProcessFile>> = {
  json: readJson,
  bpmn: async (file) => {
    throw new InvalidFile(file, [{ line: 1, message: 'BPMN import is not available yet.' }]);
  },
};

/** @throws InvalidFile when there is no such file, or it is no process. */
export async function loadProcess(path: string, cwd: string): Promise<ProcessFile> {
  const file = shownPath(path, cwd);
  const text = await readText(path, file);
  return readers[kindOf(text)](file, text);
}

function kindOf(text: string): Kind {
  return text.trimStart().startsWith('<') ? 'bpmn' : 'json';
}

async function readJson(file: string, text: string): Promise<ProcessFile> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new InvalidFile(file, [jsonProblem(text, error as Error)]);
  }
  const lineOf = linesOf(text);
  const parsed = parseDefinition(data);
  if (!parsed.ok)
    throw new InvalidFile(
      file,
      parsed.findings.map((finding) => problemOf(finding, lineOf)),
    );
  return { file, definition: parsed.definition, lineOf };
}

export function problemOf({ element, message }: Finding, lineOf: (element: string) => number) {
  return { line: lineOf(element), message: typeof message === 'string' ? message : message.en };
}

const ENDINGS = ['', '.json', '.bpmn', '.bpmn20.xml', '.xml'];

/**
 * The file a scenario means by `templates/T2`: beside the scenario, then where the program was called, then where it is
 * installed; the ending may be left out. Undefined when there is none.
 */
export async function findProcess(name: string, folders: string[]): Promise<string | undefined> {
  for (const folder of [...folders, installation])
    for (const ending of ENDINGS) {
      const path = resolve(folder, `${name}${ending}`);
      if (await isFile(path)) return path;
    }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** A path as short as it can be said from where the program was called. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' || short.startsWith('..') ? path : short;
}
