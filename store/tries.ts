/** Limits on tries: so many within a period per name, counted in the store so that every process and restart counts along. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

export interface Limit {
  most: number;
  withinMs: number;
}

interface TriesRow extends Row {
  /** Moments of the tries that count. */
  at: string[];
  until: string;
  revision: number;
}

export type Tries = ReturnType<typeof tries>;

export function tries(connection: Connection) {
  const model = collection<TriesRow>(connection, 'tries', { at: [String], until: String, revision: Number }, [
    [{ until: 1 }],
  ]);
  return {
    model,
    /** Counts a try before it is made, so that many at once count too. Gives the ms to wait when there were too many. */
    async take(name: string, { most, withinMs }: Limit, now: string): Promise<number> {
      const since = new Date(Date.parse(now) - withinMs).toISOString();
      const until = new Date(Date.parse(now) + withinMs).toISOString();
      for (;;) {
        const row = await model.findById(name).lean<TriesRow>();
        if (!row) {
          const first = { _id: name, v: 1, org: '*', at: [now], until, revision: 1 };
          if (await insertFirst(() => model.create(first))) return 0;
          continue;
        }
        const recent = row.at.filter((at) => at > since);
        const [oldest] = recent.slice(-most);
        if (oldest && recent.length >= most) return Date.parse(oldest) + withinMs - Date.parse(now);
        const taken = await model.updateOne(
          { _id: name, revision: row.revision },
          { $set: { at: [...recent, now], until }, $inc: { revision: 1 } },
        );
        if (taken.matchedCount === 1) return 0;
      }
    },
    /** It went well: earlier tries do not count any more. */
    async forget(name: string): Promise<void> {
      await model.deleteOne({ _id: name });
    },
    async sweep(now: string): Promise<number> {
      return (await model.deleteMany({ until: { $lt: now } })).deletedCount;
    },
  };
}
