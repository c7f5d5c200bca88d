/** Blobs by content: JSON found by the sha256 of itself. Written once, never changed, shared by all organisations. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import { remembering } from './remembering.ts';

interface BlobRow extends Row {
  json: string;
}

/** Blobs belong to their content, not to an organisation. */
const SHARED = '*';
const REMEMBERED = 500;

export type Blobs = ReturnType<typeof blobs>;

export function blobs(connection: Connection) {
  const model = collection<BlobRow>(connection, 'blobs', { json: String });
  const remembered = remembering<string>({ size: REMEMBERED });
  return {
    model,
    async put(hash: string, json: string): Promise<void> {
      if (remembered.get(hash) !== undefined) return;
      await insertFirst(() => model.create({ _id: hash, v: 1, org: SHARED, json }));
      remembered.keep(hash, json);
    },
    async get(hash: string): Promise<string | undefined> {
      const known = remembered.get(hash);
      if (known !== undefined) return known;
      const row = await model.findById(hash).lean();
      return row ? remembered.keep(hash, row.json) : undefined;
    },
  };
}
