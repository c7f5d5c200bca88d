/** A history in a file: all runs of one workflow, with the blobs that its payloads name by content. Not encrypted. */
import { readdirSync, readFileSync } from 'node:fs';

export interface RecordedHistory {
  workflowId: string;
  /** Histories of all runs in the server's own encoding, base64. */
  runs: string[];
  blobs: Record<string, unknown>;
}

export const folder = new URL('./histories/', import.meta.url);

export function recordedHistories(): [name: string, history: RecordedHistory][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);
}
