/** What colleagues say about a process and its elements. The words are sealed; who is mentioned is named by id. */
import type { Connection } from 'mongoose';
import type { MasterKeys } from './crypto/master-keys.ts';
import { seal, unseal } from './crypto/seal.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

export interface Comment {
  id: string;
  org: string;
  process: string;
  /** Left out: about the process as a whole. */
  element?: string;
  /** Comment it answers. */
  answers?: string;
  text: string;
  mentions: string[];
  by: string;
  at: string;
  resolvedBy?: string;
  resolvedAt?: string;
  /** Who wrote it was erased, and the words with them. */
  erased?: boolean;
}

interface CommentRow extends Row, Omit<Comment, 'id' | 'text'> {
  org: string;
  sealed: string;
}

export type Comments = ReturnType<typeof comments>;

export function comments(connection: Connection, master: MasterKeys) {
  const model = collection<CommentRow>(
    connection,
    'comments',
    {
      process: String,
      element: String,
      answers: String,
      mentions: [String],
      by: String,
      at: String,
      resolvedBy: String,
      resolvedAt: String,
      erased: Boolean,
      sealed: String,
    },
    [[{ org: 1, process: 1, _id: 1 }]],
  );
  const read = ({ _id, v: _v, sealed, ...rest }: CommentRow): Comment => ({
    ...rest,
    id: _id,
    text: unseal(master.people, sealed, _id),
  });
  return {
    model,
    /** Safe to repeat: a comment that is there stays as it is. */
    async add({
      id,
      text,
      ...rest
    }: Omit<Comment, 'resolvedBy' | 'resolvedAt' | 'erased'>): Promise<boolean> {
      return insertFirst(() =>
        model.create({ _id: id, v: 1, ...rest, sealed: seal(master.people, text, id) }),
      );
    },
    async get(org: string, id: string): Promise<Comment | undefined> {
      const row = await model.findById(id).lean<CommentRow>();
      return row?.org === org ? read(row) : undefined;
    },
    /** Oldest first. */
    async list(org: string, process: string): Promise<Comment[]> {
      const rows = await model.find({ org, process }).sort({ _id: 1 }).lean<CommentRow[]>();
      return rows.map(read);
    },
    /** Of all processes, the oldest first. */
    async all(org: string): Promise<Comment[]> {
      return (await model.find({ org }).sort({ _id: 1 }).lean<CommentRow[]>()).map(read);
    },
    /** Other words, and who is mentioned in them; `erased` when nothing is left of them. */
    async redact(
      org: string,
      id: string,
      to: { text: string; mentions: string[]; erased?: true },
    ): Promise<void> {
      const { text, ...rest } = to;
      await model.updateOne({ _id: id, org }, { $set: { ...rest, sealed: seal(master.people, text, id) } });
    },
    async resolve(org: string, id: string, by: string, at: string): Promise<void> {
      await model.updateOne(
        { _id: id, org, resolvedAt: { $exists: false } },
        { $set: { resolvedBy: by, resolvedAt: at } },
      );
    },
    async open(org: string, id: string): Promise<void> {
      await model.updateOne({ _id: id, org }, { $unset: { resolvedBy: 1, resolvedAt: 1 } });
    },
  };
}
