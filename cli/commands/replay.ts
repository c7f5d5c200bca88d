/** `speelruimte replay`: whether an instance that runs on a Temporal server would go on with the workflows as they are now. */
import { resolve } from 'node:path';
import type { Replayed } from '../../worker/replay.ts';
import { exit, type Io } from '../command.ts';
import { commands } from '../commands.ts';
import { type HistoryFile, loadHistory } from '../history-file.ts';
import { InvalidFile } from '../invalid-file.ts';
import { optionsOf } from '../options.ts';
import { refused } from '../refused.ts';

/** One run of the workflow, and where it goes another way now. */
interface Run {
  run: number;
  events: number;
  ok: boolean;
  /** Number and type of the event at which it goes another way. */
  at?: { event: number; type: string };
  message?: string;
}

export async function run(args: string[], io: Io): Promise<number> {
  const { file: given, values } = optionsOf(commands.replay?.usage ?? 'replay HISTORY.json', args, {
    json: { type: 'boolean', default: false },
  });
  try {
    const history = await loadHistory(resolve(io.cwd, given), io.cwd);
    const runs = await replayed(history);
    const ok = runs.every((one) => one.ok);
    const { file, workflowId } = history;
    if (values.json) io.out(JSON.stringify({ ok, file, workflowId, runs }, null, 2));
    else for (const line of linesOf(history, runs, ok)) io.out(line);
    return ok ? exit.ok : exit.notOk;
  } catch (error) {
    return refused(error, { io, json: values.json, about: { file: given, runs: [] } });
  }
}

async function replayed({ file, workflowId, runs, blobs }: HistoryFile): Promise<Run[]> {
  const { quietly, replay } = await import('../../worker/replay.ts');
  const { byContent } = await import('../../worker/codec/by-content.ts');
  const { failureConverterPath } = await import('../../worker/data-converter.ts');
  quietly();
  const content = byContent({ get: async (hash) => blobs[hash], put: async () => {} });
  const converter = { failureConverterPath, payloadCodecs: [content] };
  const answers = await replay(
    runs.map(({ history }) => ({ workflowId, history })),
    converter,
  );
  return answers.map((answer, i) => runOf(file, answer, i, runs[i]?.events ?? 0));
}

/** What is not there to be replayed with is a matter of the file, not of the workflows. */
const NOT_THERE = /Expected a stored value with content hash|encrypted|Unknown encoding/i;

function runOf(file: string, { error }: Replayed, index: number, events: number): Run {
  const run = { run: index + 1, events };
  if (!error) return { ...run, ok: true };
  const said = causesOf(error).join(': ');
  if (NOT_THERE.test(said)) throw new InvalidFile(file, [{ line: 0, message: firstLine(said) }]);
  const [, event, type] = /HistoryEvent\(id: (\d+), (\w+)/.exec(said) ?? [];
  return {
    ...run,
    ok: false,
    ...(event === undefined || type === undefined ? {} : { at: { event: Number(event), type } }),
    message: /Nondeterminism error: ([^"]*)/.exec(said)?.[1] ?? firstLine(said),
  };
}

function causesOf(error: unknown): string[] {
  const messages: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) messages.push(at.message);
  return messages;
}

const firstLine = (text: string) => text.split('\n')[0] ?? text;

function linesOf({ file, workflowId }: HistoryFile, runs: Run[], ok: boolean): string[] {
  const events = runs.reduce((sum, one) => sum + one.events, 0);
  const counted = `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}, ${events} events`;
  const wrong = runs
    .filter((one) => !one.ok)
    .flatMap(({ run, at, message }) => [
      `✗ run ${run}${at ? ` at event ${at.event}, ${at.type}` : ''}`,
      `    ${message}`,
    ]);
  return [
    ...wrong,
    `${ok ? '✓' : '✗'} ${file}: ${workflowId} ${ok ? 'replays' : 'goes another way'} (${counted})`,
  ];
}
