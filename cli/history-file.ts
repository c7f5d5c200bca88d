/** Reads a recorded history: as our tests record them, or as Temporal's own tools show one in JSON. */
import proto from '@temporalio/proto';
import { InvalidFile } from './invalid-file.ts';
import { jsonProblem } from './json-lines.ts';
import { shownPath } from './process-file.ts';
import { readText } from './read-text.ts';

const { History } = proto.temporal.api.history.v1;

export interface HistoryFile {
  /** As messages call it. */
  file: string;
  workflowId: string;
  /** Each run with its number of events. */
  runs: { history: unknown; events: number }[];
  /** Values that the history names by their content. */
  blobs: Record<string, unknown>;
}

/** @throws InvalidFile when it is none. */
export async function loadHistory(path: string, cwd: string): Promise<HistoryFile> {
  const file = shownPath(path, cwd);
  const text = await readText(path, file);
  const invalid = (message: string) => new InvalidFile(file, [{ line: 0, message }]);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new InvalidFile(file, [jsonProblem(text, error as Error)]);
  }
  if (isRecorded(data)) {
    const runs = data.runs.map((run) => decoded(run, invalid));
    return { file, workflowId: data.workflowId, runs, blobs: data.blobs ?? {} };
  }
  if (isShown(data)) {
    if (/binary\/encrypted/.test(text) || text.includes(ENCRYPTED))
      throw invalid('This history is encrypted: record it where its key is.');
    return {
      file,
      workflowId: 'replayed',
      runs: [{ history: data, events: data.events.length }],
      blobs: {},
    };
  }
  throw invalid(
    "Expected a recorded history ('workflowId', 'runs', 'blobs') or one from Temporal ('events').",
  );
}

/** The name of our encoding, as it stands in a history in JSON. */
const ENCRYPTED = Buffer.from('binary/encrypted').toString('base64');

function decoded(run: string, invalid: (message: string) => InvalidFile) {
  try {
    const history = History.decode(Buffer.from(run, 'base64'));
    if (history.events.length === 0) throw new Error('it has no events');
    return { history, events: history.events.length };
  } catch (error) {
    throw invalid(`A run of this history cannot be read: ${(error as Error).message}.`);
  }
}

interface Recorded {
  workflowId: string;
  runs: string[];
  blobs?: Record<string, unknown>;
}

function isRecorded(data: unknown): data is Recorded {
  if (typeof data !== 'object' || data === null) return false;
  const { workflowId, runs } = data as Partial<Recorded>;
  return (
    typeof workflowId === 'string' &&
    Array.isArray(runs) &&
    runs.length > 0 &&
    runs.every((run) => typeof run === 'string')
  );
}

function isShown(data: unknown): data is { events: unknown[] } {
  if (typeof data !== 'object' || data === null) return false;
  const { events } = data as { events?: unknown };
  return Array.isArray(events) && events.length > 0;
}
