/** API tokens: 256 random bits of which only the SHA-256 is kept, with the role they give. */
import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { collection, type Row } from './record.ts';

export interface ApiToken {
  /** SHA-256 of the token: enough to find and to revoke it, not to use it. */
  id: string;
  org: string;
  name: string;
  role: string;
  /** On whose behalf it acts. */
  person?: string;
  createdAt: string;
  lastUsedAt?: string;
  revokedAt?: string;
}

interface TokenRow extends Row, Omit<ApiToken, 'id'> {
  org: string;
}

const PREFIX = 'spr_';
const USED_EVERY_MS = 60_000;

export type Tokens = ReturnType<typeof tokens>;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export function tokens(connection: Connection) {
  const model = collection<TokenRow>(
    connection,
    'tokens',
    { name: String, role: String, person: String, createdAt: String, lastUsedAt: String, revokedAt: String },
    [[{ org: 1 }]],
  );
  const read = ({ _id, v: _v, ...rest }: TokenRow): ApiToken => ({ ...rest, id: _id });
  return {
    model,
    /** The token is shown this once. */
    async mint(
      token: Omit<ApiToken, 'id' | 'lastUsedAt' | 'revokedAt'>,
    ): Promise<{ token: string; id: string }> {
      const secret = PREFIX + randomBytes(32).toString('base64url');
      const id = hashOf(secret);
      await model.create({ _id: id, v: 1, ...token });
      return { token: secret, id };
    },
    /** Whose token this is; undefined when unknown or revoked. Notes that it was used, at most once a minute. */
    async find(token: string, now: string): Promise<ApiToken | undefined> {
      if (!token.startsWith(PREFIX)) return undefined;
      const row = await model.findById(hashOf(token)).lean<TokenRow>();
      if (!row || row.revokedAt) return undefined;
      if (!row.lastUsedAt || Date.parse(now) - Date.parse(row.lastUsedAt) >= USED_EVERY_MS)
        await model.updateOne({ _id: row._id }, { $set: { lastUsedAt: now } });
      return read(row);
    },
    async list(org: string): Promise<ApiToken[]> {
      return (await model.find({ org }).sort({ createdAt: 1 }).lean<TokenRow[]>()).map(read);
    },
    async revoke(org: string, id: string, at: string): Promise<boolean> {
      const revoked = await model.updateOne(
        { _id: id, org, revokedAt: { $exists: false } },
        { $set: { revokedAt: at } },
      );
      return revoked.matchedCount === 1;
    },
  };
}
