/** A text file's data as a tree that remembers its lines: what the scenario reader needs of YAML, without a YAML library. */
import type { Json } from '../state.ts';

/** One value of the file; `line` counts from 1. */
export type Source = { line: number } & (
  | { kind: 'scalar'; value: string | number | boolean | null }
  | { kind: 'list'; items: Source[] }
  | { kind: 'map'; entries: SourceEntry[] }
);

export interface SourceEntry {
  key: string;
  line: number;
  value: Source;
}

/** The plain value, without lines. */
export function plain(source: Source): Json {
  if (source.kind === 'scalar') return source.value;
  if (source.kind === 'list') return source.items.map(plain);
  return Object.fromEntries(source.entries.map(({ key, value }) => [key, plain(value)]));
}

/** How a value is called in a message: what came where something else was expected. */
export function described(source: Source): string {
  if (source.kind === 'list') return 'a list';
  if (source.kind === 'map')
    return `a map with ${source.entries.map(({ key }) => key).join(', ') || 'nothing'}`;
  return source.value === null ? 'nothing' : `'${source.value}'`;
}
