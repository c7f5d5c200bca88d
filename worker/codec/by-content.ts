/** Keeps definitions, calendars and settings out of histories: `{ hash, … }` becomes its hash, and is looked up again on decoding. */
import type { Payload, PayloadCodec } from '@temporalio/common';
import { contentHash } from '../../core/index.ts';
import type { Blobs } from './ports.ts';
import { BY_CONTENT, dataOf, encodingOf, METADATA, text } from './readable.ts';

/** `PinnedDefinition` and `PinnedSurroundings` of workflows/messages.ts as JSON: the hash first, then one named value. */
const PINNED = /^\{"hash":"([0-9a-f]{64})","(definition|surroundings)":/;
const LONGEST_START = 110;

export function byContent(blobs: Blobs): PayloadCodec {
  const known = new Map<string, string>();

  async function keep(hash: string, json: string): Promise<void> {
    const value: unknown = JSON.parse(json);
    const found = contentHash(value);
    if (found !== hash) throw new Error(`Expected a value with content hash ${hash}, but it has ${found}`);
    await blobs.put(hash, value);
    remember(known, hash, json);
  }

  async function fetch(hash: string): Promise<string> {
    const json = known.get(hash);
    if (json !== undefined) return json;
    const value = await blobs.get(hash);
    if (value === undefined || value === null)
      throw new Error(`Expected a stored value with content hash ${hash}, but there is none`);
    const found = contentHash(value);
    if (found !== hash)
      throw new Error(`The stored value with content hash ${hash} was altered: it has ${found}`);
    const fetched = JSON.stringify(value);
    remember(known, hash, fetched);
    return fetched;
  }

  return {
    encode: (payloads) =>
      Promise.all(
        payloads.map(async (payload) => {
          const start = PINNED.exec(text(dataOf(payload).subarray(0, LONGEST_START)));
          const [opening, hash, name] = start ?? [];
          if (!opening || !hash || !name) return payload;
          if (!known.has(hash)) await keep(hash, text(dataOf(payload)).slice(opening.length, -1));
          return { metadata: { [METADATA]: Buffer.from(BY_CONTENT) }, data: Buffer.from(`${name} ${hash}`) };
        }),
      ),
    decode: (payloads) => Promise.all(payloads.map((payload) => decodeOne(payload, fetch))),
  };
}

async function decodeOne(payload: Payload, fetch: (hash: string) => Promise<string>): Promise<Payload> {
  if (encodingOf(payload) !== BY_CONTENT) return payload;
  const [name, hash = ''] = text(dataOf(payload)).split(' ');
  const json = `{"hash":"${hash}","${name}":${await fetch(hash)}}`;
  return { metadata: { [METADATA]: Buffer.from('json/plain') }, data: Buffer.from(json) };
}

function remember(known: Map<string, string>, hash: string, json: string): void {
  known.set(hash, json);
  if (known.size > 500) known.delete(known.keys().next().value as string);
}
