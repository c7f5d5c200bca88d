/** The ready-made processes as they are in their files; whoever reads them parses them. */
import { readdirSync, readFileSync } from 'node:fs';

/** Unparsed definitions, in the order of their numbers. */
export function templateFiles(): unknown[] {
  const folder = new URL('./', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}
