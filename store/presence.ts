/** Who has a process open now: forgotten by itself when nothing is heard of them any more. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

interface PresenceRow extends Row {
  process: string;
  person: string;
  since: string;
  seenAt: Date;
}

export interface Present {
  person: string;
  since: string;
}

/** Longer than two of the signs of life that a screen gives. */
export const GONE_AFTER_MS = 50_000;

export type Presence = ReturnType<typeof presence>;

export function presence(connection: Connection) {
  const model = collection<PresenceRow>(
    connection,
    'presence',
    { process: String, person: String, since: String, seenAt: Date },
    [
      [{ org: 1, process: 1 }],
      // Its own collector, for who never said goodbye.
      [{ seenAt: 1 }, { expireAfterSeconds: 86_400 }],
    ],
  );
  const idOf = (org: string, process: string, person: string) => `${org}/${process}/${person}`;
  return {
    model,
    /** A sign of life; true for who was not here just now. */
    async here(org: string, process: string, person: string, at: string): Promise<boolean> {
      const _id = idOf(org, process, person);
      const seenAt = new Date(at);
      const since = new Date(seenAt.getTime() - GONE_AFTER_MS);
      const still = await model.updateOne({ _id, seenAt: { $gte: since } }, { $set: { seenAt } });
      if (still.matchedCount === 1) return false;
      const fresh = { since: at, seenAt };
      if (!(await insertFirst(() => model.create({ _id, v: 1, org, process, person, ...fresh }))))
        await model.updateOne({ _id }, { $set: fresh });
      return true;
    },
    /** True for who was here. */
    async left(org: string, process: string, person: string): Promise<boolean> {
      return (await model.deleteOne({ _id: idOf(org, process, person) })).deletedCount === 1;
    },
    /** Who came first stands first. */
    async list(org: string, process: string, at: string): Promise<Present[]> {
      const seenSince = new Date(Date.parse(at) - GONE_AFTER_MS);
      const rows = await model
        .find({ org, process, seenAt: { $gte: seenSince } })
        .sort({ since: 1, person: 1 })
        .lean<PresenceRow[]>();
      return rows.map(({ person, since }) => ({ person, since }));
    },
  };
}
