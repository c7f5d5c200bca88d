/** Reads a ready-made process from its file, through the same door as any other definition. */
import { readFileSync } from 'node:fs';
import { Definition } from '../../contract/index.ts';

/** The parsed template `T1`, `T2` …; throws what is wrong where the file is no definition. */
export function readTemplate(id: string): Definition {
  return Definition.parse(
    JSON.parse(readFileSync(new URL(`../../templates/${id}.json`, import.meta.url), 'utf8')),
  );
}
