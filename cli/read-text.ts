/** Reads a text file, or says why it cannot be read. */
import { readFile } from 'node:fs/promises';
import { InvalidFile } from './invalid-file.ts';

const reasons: Record<string, string> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'Expected a file, but this is a folder.',
  EACCES: 'This file may not be read.',
};

/** @throws InvalidFile; `shown` is how messages call the file. */
export async function readText(path: string, shown: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new InvalidFile(shown, [{ line: 0, message: reasons[code] ?? message }]);
  }
}
