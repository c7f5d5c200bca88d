/** Results worth keeping after an instance: learnings, counts, what a `record` job was given. Sealed like the instance's words. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import { type Home, keyIdOf } from './rows.ts';
import type { Sealer } from './sealer.ts';

interface ResultRow extends Row, Home {
  org: string;
  kind: string;
  at: string;
  sealed: string;
}

export interface Result extends Home {
  id: string;
  kind: string;
  at: string;
  data: Record<string, unknown>;
}

export type Results = ReturnType<typeof results>;

export function results(connection: Connection, sealer: Sealer) {
  const model = collection<ResultRow>(
    connection,
    'results',
    { instance: String, initiative: String, world: String, kind: String, at: String, sealed: String },
    [[{ org: 1, kind: 1, at: -1 }], [{ instance: 1 }], [{ initiative: 1 }]],
  );
  const open = async (found: ResultRow[]): Promise<Result[]> => {
    const all = await Promise.all(
      found.map(async ({ _id, v: _v, sealed, ...rest }) => {
        const data = await sealer.unseal<Result['data']>(keyIdOf(rest), _id, sealed);
        return data && { ...rest, id: _id, data };
      }),
    );
    return all.filter((result) => result !== undefined);
  };

  return {
    model,
    /** Once per id (instance and job). */
    async add({ id, data, ...rest }: Result): Promise<boolean> {
      const sealed = await sealer.seal(rest.org, keyIdOf(rest), id, data);
      return insertFirst(() => model.create({ _id: id, v: 1, ...rest, sealed }));
    },
    /** Newest first, without those whose key was destroyed. */
    async list(filter: {
      org: string;
      kind?: string;
      instance?: string;
      initiative?: string;
    }): Promise<Result[]> {
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      return open(await model.find(given).sort({ at: -1, _id: -1 }).lean<ResultRow[]>());
    },
    /** Those of a stretch of time, the first one first; `end` is not in it. Rehearsals only when their world is named. */
    async between(
      { org, world }: { org: string; world?: string | undefined },
      { start, end }: { start: string; end: string },
    ): Promise<Result[]> {
      const found = await model
        .find({ org, world: world ?? { $exists: false }, at: { $gte: start, $lt: end } })
        .sort({ at: 1, _id: 1 })
        .lean<ResultRow[]>();
      return open(found);
    },
    async byIds(org: string, ids: readonly string[]): Promise<Result[]> {
      return open(await model.find({ org, _id: { $in: [...ids] } }).lean<ResultRow[]>());
    },
  };
}
