/** Sessions of people who signed in: 256 random bits of which only the SHA-256 is kept, ended by rest, by age or by hand. */
import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { collection, type Row } from './record.ts';

/** Without a request for this long a session ends. */
export const IDLE_MS = 30 * 60_000;
/** However busy, a session ends after this long. */
export const LONGEST_MS = 12 * 3_600_000;
const USED_EVERY_MS = 60_000;

export interface Session {
  /** SHA-256 of the secret in the cookie: enough to end it, not to use it. */
  id: string;
  org: string;
  person: string;
  startedAt: string;
  usedAt: string;
  /** Ends at this moment whatever happens. */
  endsAt: string;
}

interface SessionRow extends Row, Omit<Session, 'id'> {
  org: string;
}

export type Sessions = ReturnType<typeof sessions>;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

export function sessions(connection: Connection) {
  const model = collection<SessionRow>(
    connection,
    'sessions',
    { person: String, startedAt: String, usedAt: String, endsAt: String },
    [[{ person: 1 }], [{ endsAt: 1 }]],
  );
  const read = ({ _id, v: _v, ...rest }: SessionRow): Session => ({ ...rest, id: _id });
  return {
    model,
    /** The secret is told this once: it goes into the cookie. */
    async start(
      who: Pick<Session, 'org' | 'person'>,
      at: string,
    ): Promise<{ secret: string; session: Session }> {
      const secret = randomBytes(32).toString('base64url');
      const row = {
        _id: hashOf(secret),
        v: 1,
        org: who.org,
        person: who.person,
        startedAt: at,
        usedAt: at,
        endsAt: later(at, LONGEST_MS),
      };
      await model.create(row);
      return { secret, session: read(row) };
    },
    /** Whose session this is, unless it ended; using it keeps it awake. */
    async use(secret: string, now: string): Promise<Session | undefined> {
      const id = hashOf(secret);
      const row = await model.findById(id).lean<SessionRow>();
      if (!row || now >= row.endsAt || now >= later(row.usedAt, IDLE_MS)) return undefined;
      if (Date.parse(now) - Date.parse(row.usedAt) >= USED_EVERY_MS) {
        await model.updateOne({ _id: id }, { $set: { usedAt: now } });
        row.usedAt = now;
      }
      return read(row);
    },
    /** Whether it was not ended meanwhile; looking does not keep it awake. */
    async holds(id: string, now: string): Promise<boolean> {
      const row = await model.findById(id).lean<SessionRow>();
      return row !== null && now < row.endsAt;
    },
    async end(secret: string): Promise<void> {
      await model.deleteOne({ _id: hashOf(secret) });
    },
    /** Everywhere this person signed in; gives how many. */
    async endAll(person: string): Promise<number> {
      return (await model.deleteMany({ person })).deletedCount;
    },
    /** Forgets what has ended. */
    async sweep(now: string): Promise<number> {
      return (await model.deleteMany({ endsAt: { $lt: now } })).deletedCount;
    },
  };
}
