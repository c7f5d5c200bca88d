/** Batches: the same for many instances, stored once, with how each has answered. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import type { Page } from './rows.ts';

export interface BatchItem {
  instance: string;
  state: 'pending' | 'done' | 'refused' | 'ended';
  code?: string;
  message?: string;
}

export interface Batch<Do = unknown> {
  id: string;
  org: string;
  at: string;
  by: string;
  why: string;
  do: Do;
  items: BatchItem[];
}

interface BatchRow extends Row, Omit<Batch, 'id' | 'do'> {
  org: string;
  do: string;
}

export type Batches = ReturnType<typeof batches>;

export function batches(connection: Connection) {
  const model = collection<BatchRow>(
    connection,
    'batches',
    {
      at: String,
      by: String,
      why: String,
      do: String,
      items: [{ instance: String, state: String, code: String, message: String, _id: false }],
    },
    [[{ org: 1, _id: -1 }], [{ 'items.state': 1 }]],
  );
  const read = ({ _id, v: _v, do: what, ...rest }: BatchRow): Batch => ({
    ...rest,
    id: _id,
    do: JSON.parse(what),
  });
  return {
    model,
    /** False when a batch with this id is there already, which stays as it is. */
    create({ id, do: what, ...rest }: Batch): Promise<boolean> {
      return insertFirst(() => model.create({ _id: id, v: 1, ...rest, do: JSON.stringify(what) }));
    },
    async get(org: string, id: string): Promise<Batch | undefined> {
      const row = await model.findOne({ _id: id, org }).lean<BatchRow>();
      return row ? read(row) : undefined;
    },
    async list(org: string, { limit = 100, skip = 0 }: Page = {}): Promise<Batch[]> {
      const rows = await model.find({ org }).sort({ _id: -1 }).skip(skip).limit(limit).lean<BatchRow[]>();
      return rows.map(read);
    },
    /** What somebody still has to carry out, oldest first: after a crash as well. */
    async pending(limit = 20): Promise<Batch[]> {
      const rows = await model
        .find({ items: { $elemMatch: { state: 'pending' } } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<BatchRow[]>();
      return rows.map(read);
    },
    /** Notes how an instance answered; the first answer stays. */
    async answered(id: string, { instance, ...answer }: BatchItem): Promise<void> {
      await model.updateOne(
        { _id: id, items: { $elemMatch: { instance, state: 'pending' } } },
        {
          $set: Object.fromEntries(
            Object.entries(answer).map(([field, value]) => [`items.$[item].${field}`, value]),
          ),
        },
        { arrayFilters: [{ 'item.instance': instance }] },
      );
    },
  };
}
