/** Data keys: one per initiative, loose instance or person, wrapped by SECRET_KEY; destroying one makes its texts unreadable. */
import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { MasterKeys } from './crypto/master-keys.ts';
import { seal, unseal } from './crypto/seal.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import { remembering } from './remembering.ts';

interface KeyRow extends Row {
  wrapped?: string;
  destroyedAt?: Date;
}

export interface DataKey {
  keyId: string;
  key: Uint8Array;
}

/** Another process sees a destroyed key for at most this long. */
const REMEMBERED_MS = 10_000;

/** The key was destroyed: what it sealed is gone for good. */
export class KeyDestroyed extends Error {
  override name = 'KeyDestroyed';
  constructor(readonly keyId: string) {
    super(`Expected a key '${keyId}', but it was destroyed by an erasure`);
  }
}

export type Keys = ReturnType<typeof keys>;

export function keys(connection: Connection, master: MasterKeys) {
  const model = collection<KeyRow>(connection, 'keys', { wrapped: String, destroyedAt: Date });
  const remembered = remembering<DataKey>({ size: 2_000, ms: REMEMBERED_MS });

  const unwrapped = ({ _id, wrapped }: KeyRow): DataKey | 'destroyed' =>
    wrapped ? { keyId: _id, key: Buffer.from(unseal(master.wrap, wrapped, _id), 'base64') } : 'destroyed';
  const read = async (keyId: string): Promise<DataKey | 'destroyed' | undefined> => {
    const row = await model.findById(keyId).lean<KeyRow>();
    return row ? unwrapped(row) : undefined;
  };

  return {
    model,
    /** The key of an initiative, instance or person, made when there is none. Throws KeyDestroyed. */
    async of(org: string, keyId: string): Promise<DataKey> {
      const known = remembered.get(keyId);
      if (known) return known;
      let found = await read(keyId);
      if (!found) {
        const wrapped = seal(master.wrap, randomBytes(32).toString('base64'), keyId);
        await insertFirst(() => model.create({ _id: keyId, v: 1, org, wrapped }));
        // Not what we made, but what is there: somebody else may have been first.
        found = await read(keyId);
      }
      if (!found || found === 'destroyed') throw new KeyDestroyed(keyId);
      return remembered.keep(keyId, found);
    },
    /** The key, or undefined when it was destroyed or never made. */
    async find(keyId: string): Promise<DataKey | undefined> {
      const known = remembered.get(keyId);
      if (known) return known;
      const found = await read(keyId);
      return found && found !== 'destroyed' ? remembered.keep(keyId, found) : undefined;
    },
    /** Reads those that a list is about to ask for, all at once: one by one they are most of what it costs. */
    async ahead(keyIds: string[]): Promise<void> {
      const missing = [...new Set(keyIds)].filter((keyId) => remembered.get(keyId) === undefined);
      if (missing.length < 2) return;
      for (const row of await model.find({ _id: { $in: missing } }).lean<KeyRow[]>()) {
        const found = unwrapped(row);
        if (found !== 'destroyed') remembered.keep(row._id, found);
      }
    },
    /** For good. The record stays, so that no new key can take its place. */
    async destroy(org: string, keyId: string): Promise<void> {
      const destroyed = { $unset: { wrapped: 1 }, $set: { destroyedAt: new Date() } } as const;
      const known = await model.updateOne({ _id: keyId }, destroyed);
      if (known.matchedCount === 0) {
        const row = { _id: keyId, v: 1, org, destroyedAt: new Date() };
        if (!(await insertFirst(() => model.create(row)))) await model.updateOne({ _id: keyId }, destroyed);
      }
      remembered.forget(keyId);
    },
  };
}
