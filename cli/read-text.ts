/** Reads a file, as bytes or as text, or says why it cannot be read. */
import { readFile } from 'node:fs/promises';
import { InvalidFile } from './invalid-file.ts';

const reasons: Record<string, string> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'Expected a file, but this is a folder.',
  EACCES: 'This file may not be read.',
};

/** @throws InvalidFile; `shown` is how messages call the file. */
export async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new InvalidFile(shown, [{ line: 0, message: reasons[code] ?? message }]);
  }
}

/** @throws InvalidFile; `shown` is how messages call the file. */
export async function readText(path: string, shown: string): Promise<string> {
  return textOf(await readBytes(path, shown));
}

/** UTF-8, without the mark that some programs put in front. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
