/** A history in a file: all runs of one workflow, with the blobs that its payloads name by content. Not encrypted. */
import { readdirSync, readFileSync } from 'node:fs';

export interface RecordedHistory {
  workflowId: string;
  /** Histories of all runs in the server's own encoding, base64. */
  runs: string[];
  blobs: Record<string, unknown>;
}

const folder = new URL('./histories/', import.meta.url);

/** Histories are kept per engine version (core/versions.ts): those of a released one are never recorded again. */
export const folderOf = (engine: number): URL => new URL(`engine-${engine}/`, folder);

export function recordedHistories(): [name: string, history: RecordedHistory][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);
}

/** Engine versions of which there are histories. */
export const recordedVersions = (): number[] =>
  readdirSync(folder).map((name) => Number(name.replace('engine-', '')));
