/** Every recorded history replays with the workflows as they are: what runs now goes on after a release. */
import proto from '@temporalio/proto';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../core/index.ts';
import { byContent } from '../../worker/codec/by-content.ts';
import { failureConverterPath } from '../../worker/data-converter.ts';
import { replay } from '../../worker/replay.ts';
import { recordedHistories, recordedVersions } from './recorded-history.ts';

const { History } = proto.temporal.api.history.v1;

describe('a recorded history', () => {
  const histories = recordedHistories();
  it.each(histories)('%s replays', { timeout: 60_000 }, async (_, { workflowId, runs, blobs }) => {
    const content = byContent({ get: async (hash) => blobs[hash], put: async () => {} });
    const converter = { failureConverterPath, payloadCodecs: [content] };

    const replayed = await replay(
      runs.map((run) => ({ workflowId, history: History.decode(Buffer.from(run, 'base64')) })),
      converter,
    );

    expect(replayed.map(({ error }) => error)).toEqual(runs.map(() => undefined));
  });

  it('is there for every version of the engine', () => {
    expect(recordedVersions().sort()).toEqual(Array.from({ length: ENGINE_VERSION }, (_, i) => i + 1));
  });

  it('is there for an instance that continued as new, and for a mailroom', () => {
    const runs = histories.map(([, history]) => history.runs.length);
    expect(Math.max(...runs)).toBeGreaterThan(1);
    expect(histories.some(([, { workflowId }]) => workflowId.startsWith('mailroom-'))).toBe(true);
  });
});
