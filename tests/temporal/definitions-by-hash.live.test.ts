/** Definitions, calendars and settings are in no history: they travel as a hash and are looked up again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../core/index.ts';
import { byContent } from '../../worker/codec/by-content.ts';
import { accepted, type Engine, startEngine, surroundings } from './support/engine.ts';
import { historiesOf } from './support/history.ts';
import { caller, chasedInSeconds, oneTask } from './support/processes.ts';

let engine: Engine;
/** No encryption: what is in a history can be read. */
beforeAll(async () => {
  engine = await startEngine({ encrypted: false });
  engine.activities.load = async () => ({ hash: contentHash(chasedInSeconds), definition: chasedInSeconds });
});
afterAll(() => engine.stop());

async function readable(instance: string): Promise<string> {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString());
    else if (typeof value === 'string') texts.push(value);
    else if (value && typeof value === 'object') for (const part of Object.values(value)) collect(part);
  };
  for (const { events } of await historiesOf(engine.client, instance)) collect(events);
  return texts.join('\n');
}

describe('a definition', () => {
  it('is in no run of an instance, nor is the one it calls, nor the calendar', async () => {
    const instance = await engine.start(caller, { updatesPerRun: 2 });
    for (let count = 1; count <= 5; count++)
      accepted(
        await engine.client.act(
          instance,
          { type: 'set', variables: { count } },
          { id: `${instance}-${count}` },
        ),
      );

    expect((await historiesOf(engine.client, instance)).length).toBeGreaterThan(1);
    const text = await readable(instance);
    for (const value of [caller, chasedInSeconds, surroundings]) expect(text).toContain(contentHash(value));
    expect(text).not.toContain('callActivity');
    expect(text).not.toContain('Still there?');
    expect(text).not.toContain('Hemelvaartsdag');
    expect(text).toContain('count'); // so the search would have found them
  });

  it('is found again by a worker that has never seen it', async () => {
    const instance = await engine.start(oneTask);
    await engine.pauseWorker(0);

    const answer = await engine.client.act(
      instance,
      { type: 'complete', task: 'do', by: 'p-bo' },
      { id: `${instance}-1` },
    );
    expect(answer.ok).toBe(true);
  });
});

describe('looking up by content', () => {
  const hash = contentHash(oneTask);
  const payload = {
    metadata: { encoding: Buffer.from('json/plain') },
    data: Buffer.from(JSON.stringify({ hash, definition: oneTask })),
  };
  const blobs = (stored: unknown) => byContent({ get: async () => stored, put: async () => {} });

  it('refuses a stored value that was altered, and one that is missing, by its hash', async () => {
    const encoded = await blobs(undefined).encode([payload]);

    await expect(blobs({ ...oneTask, name: 'another' }).decode(encoded)).rejects.toThrow(
      `${hash} was altered`,
    );
    await expect(blobs(undefined).decode(encoded)).rejects.toThrow(`${hash}, but there is none`);
  });

  it('refuses to keep a value under a hash that is not its own', async () => {
    const wrong = { ...payload, data: Buffer.from(JSON.stringify({ hash, definition: { id: 'x' } })) };
    await expect(blobs(undefined).encode([wrong])).rejects.toThrow(hash);
  });

  it('gives back what it took, and takes some 80 bytes', async () => {
    const codec = blobs(oneTask);
    const encoded = await codec.encode([payload]);
    expect(encoded[0]?.data?.length).toBeLessThan(90);
    const [decoded] = await blobs(oneTask).decode(encoded);
    expect(JSON.parse(Buffer.from(decoded?.data ?? []).toString())).toEqual({ hash, definition: oneTask });
  });
});
