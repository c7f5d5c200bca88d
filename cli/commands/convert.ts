/** `speelruimte convert`: turns a process file into another kind; what it becomes, the ending of the new file says. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NotWritable, writeBpmn, writeDecisions } from '../../bpmn/index.ts';
import { exit, type Io } from '../command.ts';
import { commands } from '../commands.ts';
import { findingLine } from '../finding-line.ts';
import { InvalidFile } from '../invalid-file.ts';
import { filesOf } from '../options.ts';
import { loadProcess, type ProcessFile, shownPath } from '../process-file.ts';
import { refused } from '../refused.ts';
import { UsageProblem } from '../usage-problem.ts';

/** Each ending with how it is written. */
const writers: [RegExp, (file: ProcessFile) => string][] = [
  [/\.json$/i, ({ definition, others }) => json(others.length > 0 ? [definition, ...others] : definition)],
  [/\.dmn$/i, ({ definition, others }) => writeDecisions([definition, ...others])],
  [/\.(bpmn|xml)$/i, ({ definition, others }) => writeBpmn([definition, ...others])],
];

export async function run(args: string[], io: Io): Promise<number> {
  const usage = commands.convert?.usage ?? 'convert IN OUT';
  const { files, values } = filesOf(usage, args, { json: { type: 'boolean', default: false } }, 2);
  const [given, wanted] = files as [string, string];
  const write = writers.find(([ending]) => ending.test(wanted))?.[1];
  if (!write)
    throw new UsageProblem(
      `Expected OUT to end with .json, .bpmn, .bpmn20.xml, .xml or .dmn, but got '${wanted}'.\nUsage: speelruimte ${usage}`,
    );
  try {
    const read = await loadProcess(resolve(io.cwd, given), io.cwd);
    const path = resolve(io.cwd, wanted);
    const out = shownPath(path, io.cwd);
    await save(path, out, written(read, write));
    if (values.json)
      io.out(JSON.stringify({ ok: true, in: read.file, out, findings: read.findings }, null, 2));
    else {
      for (const finding of read.findings) io.out(findingLine(read.file, finding));
      io.out(`✓ ${read.file} → ${out}`);
    }
    return exit.ok;
  } catch (error) {
    return refused(error, { io, json: values.json, about: { in: given, out: wanted, findings: [] } });
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** @throws InvalidFile when what was read has no place in the other kind of file. */
function written(file: ProcessFile, write: (file: ProcessFile) => string): string {
  try {
    return write(file);
  } catch (error) {
    if (error instanceof NotWritable)
      throw new InvalidFile(file.file, [{ line: 0, message: `${error.message}.` }]);
    throw error;
  }
}

async function save(path: string, shown: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new InvalidFile(shown, [
      { line: 0, message: `This file cannot be written: ${(error as Error).message}.` },
    ]);
  }
}
