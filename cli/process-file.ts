/** Finds and reads a process file; what kind it is, its content says. */
import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportFinding } from '../bpmn/index.ts';
import { type Definition, type Finding, parseDefinition } from '../contract/index.ts';
import { InvalidFile } from './invalid-file.ts';
import { jsonProblem, linesOf } from './json-lines.ts';
import { readBytes, textOf } from './read-text.ts';

/** Where this program is installed: its ready-made templates are found from here. */
export const installation = fileURLToPath(new URL('..', import.meta.url));

export interface ProcessFile {
  /** As messages call it. */
  file: string;
  definition: Definition;
  /** Further processes of the same file. */
  others: Definition[];
  /** Of those, ids that are meant to be carried out, the main one among them. */
  executable: string[];
  /** What could be taken over only in part, from a file of another program. */
  findings: ImportFinding[];
  /** Line of an element, flow or form by its id, where findings are; 0 when it is not known. */
  lineOf(element: string): number;
}

type Kind = 'json' | 'xml';

/** How each kind is read. A further kind is a detector below and an entry here. */
const readers: Record<Kind, (file: string, bytes: Uint8Array) => Promise<ProcessFile>> = {
  json: readJson,
  xml: readXmlFile,
};

/** @throws InvalidFile when there is no such file, or it is no process. */
export async function loadProcess(path: string, cwd: string): Promise<ProcessFile> {
  const file = shownPath(path, cwd);
  const bytes = await readBytes(path, file);
  return readers[kindOf(bytes)](file, bytes);
}

/** XML begins with `<`, in every encoding, after whatever marks the encoding and space. */
function kindOf(bytes: Uint8Array): Kind {
  const ignored = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00, 0x20, 0x09, 0x0a, 0x0d]);
  return bytes.find((byte) => !ignored.has(byte)) === 0x3c ? 'xml' : 'json';
}

/** BPMN, or decisions alone (DMN). */
async function readXmlFile(file: string, bytes: Uint8Array): Promise<ProcessFile> {
  const { readBpmn } = await import('../bpmn/index.ts');
  const read = readBpmn(bytes);
  if (!read.ok) {
    const errors = read.findings.filter(({ severity }) => severity === 'error');
    throw new InvalidFile(
      file,
      errors.map((finding) => problemOf(finding, () => finding.line)),
    );
  }
  const [definition, ...others] = read.definitions;
  if (!definition) throw new Error('Expected at least one definition from a file that was read');
  const { executable, findings, lineOf } = read;
  return { file, definition, others, executable, findings, lineOf };
}

/** One definition, or a list of those that belong together: the first is the main one. */
async function readJson(file: string, bytes: Uint8Array): Promise<ProcessFile> {
  const text = textOf(bytes);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new InvalidFile(file, [jsonProblem(text, error as Error)]);
  }
  const lineOf = linesOf(text);
  const parsed = (Array.isArray(data) && data.length > 0 ? data : [data]).map(parseDefinition);
  const wrong = parsed.flatMap((one) => (one.ok ? [] : one.findings));
  if (wrong.length)
    throw new InvalidFile(
      file,
      wrong.map((finding) => problemOf(finding, lineOf)),
    );
  const [definition, ...others] = parsed.flatMap((one) => (one.ok ? [one.definition] : []));
  if (!definition) throw new Error('Expected at least one definition from a file that was read');
  const executable = [definition, ...others].map(({ id }) => id);
  return { file, definition, others, executable, findings: [], lineOf };
}

/** Processes of the file that are meant to be carried out. */
export const meantIn = ({ definition, others, executable }: ProcessFile): Definition[] =>
  [definition, ...others].filter(({ id }) => executable.includes(id));

export function problemOf({ element, message }: Finding, lineOf: (element: string) => number) {
  return { line: lineOf(element), message: typeof message === 'string' ? message : message.en };
}

const ENDINGS = ['', '.json', '.bpmn', '.bpmn20.xml', '.xml', '.dmn'];

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
