/** Idempotency-Keys: the first request with a key claims it with its content; a repeat gets the same ids and the same answer. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

/** Who asked under which key. */
export interface RequestKey {
  org: string;
  /** Token or person: two people may choose the same key. */
  by: string;
  key: string;
}

/** `id` was minted by the first request; `answer` is there once that was carried out. */
export interface ClaimedRequest {
  same: boolean;
  id: string;
  answer?: unknown;
}

interface RequestRow extends Row {
  /** sha256 of method, path and body. */
  hash: string;
  id: string;
  at: string;
  /** JSON; ids, numbers and codes, never words of people. */
  answer?: string;
}

export type Requests = ReturnType<typeof requests>;

const rowId = ({ org, by, key }: RequestKey) => `${org}/${by}/${key}`;

export function requests(connection: Connection) {
  const model = collection<RequestRow>(
    connection,
    'requests',
    { hash: String, id: String, at: String, answer: String },
    [[{ at: 1 }]],
  );
  return {
    model,
    /** `same` false: the key was used for something else. Whoever died half-way is carried on under the same `id`. */
    async claim(key: RequestKey, request: { hash: string; id: string; at: string }): Promise<ClaimedRequest> {
      const row = { _id: rowId(key), v: 1, org: key.org, ...request };
      if (await insertFirst(() => model.create(row))) return { same: true, id: request.id };
      const there = (await model.findById(row._id).lean<RequestRow>()) as RequestRow;
      return {
        same: there.hash === request.hash,
        id: there.id,
        ...(there.answer === undefined ? {} : { answer: JSON.parse(there.answer) }),
      };
    },
    has: async (key: RequestKey): Promise<boolean> => (await model.exists({ _id: rowId(key) })) !== null,
    async answered(key: RequestKey, answer: unknown): Promise<void> {
      await model.updateOne({ _id: rowId(key) }, { $set: { answer: JSON.stringify(answer) } });
    },
    /** Gives the key free: what was asked was refused, so that it may be asked again differently. */
    async release(key: RequestKey): Promise<void> {
      await model.deleteOne({ _id: rowId(key), answer: { $exists: false } });
    },
    /** Forgets keys older than a moment. */
    async sweep(before: string): Promise<number> {
      return (await model.deleteMany({ at: { $lt: before } })).deletedCount;
    },
  };
}
