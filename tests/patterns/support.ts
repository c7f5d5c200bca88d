/** The patterns as docs/patterns.md lists them, and the stories in this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const folder = fileURLToPath(new URL('.', import.meta.url));
export const page = readFileSync(`${root}docs/patterns.md`, 'utf8');

/** `wcp-01-sequence` and so on, in order. */
export const stories = readdirSync(folder)
  .filter((file) => file.endsWith('.scenario.yaml'))
  .map((file) => file.replace('.scenario.yaml', ''));

export interface Row {
  number: number;
  name: string;
  support: string;
  how: string;
  /** Path of its story as linked, from docs. */
  story: string | undefined;
}

/** The rows of the tables: number, name, support, how, story. */
export const rows: Row[] = [
  ...page.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]*) \|$/gm),
].map(([, number = '', name = '', support = '', how = '', link = '']) => ({
  number: Number(number),
  name,
  support,
  how: how.trim(),
  story: /\]\((.+?)\)/.exec(link)?.[1],
}));
