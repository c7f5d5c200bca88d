/** Links with which partners look at a process, under the SHA-256 of their token; the token itself is only with whom it was given to. */
import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { MasterKeys } from './crypto/master-keys.ts';
import { seal, unseal } from './crypto/seal.ts';
import { collection, type Row } from './record.ts';

export interface SharedLink {
  /** SHA-256 of the token: enough to find and to revoke it, not to use it. */
  id: string;
  org: string;
  process: string;
  /** Left out: the draft, as it is whenever somebody looks. */
  version?: number;
  /** Sealed in the store: it may name somebody. */
  forWhom: string;
  createdBy: string;
  createdAt: string;
  /** Local date, the last on which it opens. */
  endsOn?: string;
  revokedBy?: string;
  revokedAt?: string;
}

interface SharedLinkRow extends Row, Omit<SharedLink, 'id' | 'forWhom'> {
  org: string;
  sealed: string;
}

export type SharedLinks = ReturnType<typeof sharedLinks>;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export function sharedLinks(connection: Connection, master: MasterKeys) {
  const model = collection<SharedLinkRow>(
    connection,
    'sharedLinks',
    {
      process: String,
      version: Number,
      sealed: String,
      createdBy: String,
      createdAt: String,
      endsOn: String,
      revokedBy: String,
      revokedAt: String,
    },
    [[{ org: 1, process: 1 }]],
  );
  const read = ({ _id, v: _v, sealed, ...rest }: SharedLinkRow): SharedLink => ({
    ...rest,
    id: _id,
    forWhom: unseal(master.people, sealed, _id),
  });
  return {
    model,
    /** The token is shown this once: 256 random bits. */
    async make({
      forWhom,
      ...link
    }: Omit<SharedLink, 'id' | 'revokedBy' | 'revokedAt'>): Promise<{ token: string; id: string }> {
      const token = randomBytes(32).toString('base64url');
      const id = hashOf(token);
      await model.create({ _id: id, v: 1, ...link, sealed: seal(master.people, forWhom, id) });
      return { token, id };
    },
    /** Also when it was revoked or is over: whoever holds it may be told so. */
    async find(token: string): Promise<SharedLink | undefined> {
      const row = await model.findById(hashOf(token)).lean<SharedLinkRow>();
      return row ? read(row) : undefined;
    },
    async get(org: string, id: string): Promise<SharedLink | undefined> {
      const row = await model.findById(id).lean<SharedLinkRow>();
      return row?.org === org ? read(row) : undefined;
    },
    /** The newest first. */
    async list(org: string, process: string): Promise<SharedLink[]> {
      const rows = await model.find({ org, process }).sort({ createdAt: -1 }).lean<SharedLinkRow[]>();
      return rows.map(read);
    },
    /** Safe to repeat: who revoked it first stays. */
    async revoke(org: string, id: string, by: string, at: string): Promise<void> {
      await model.updateOne(
        { _id: id, org, revokedAt: { $exists: false } },
        { $set: { revokedBy: by, revokedAt: at } },
      );
    },
  };
}
