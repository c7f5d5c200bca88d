/** What moved, for streams: a cursor over all processes that share the store, and an emitter within this one. */
import { EventEmitter } from 'node:events';
import type { Connection } from 'mongoose';
import { monotonicFactory } from 'ulid';
import type { Change } from '../contract/index.ts';
import { collection, type Row } from './record.ts';

interface ChangeRow extends Row, Omit<Change, 'cursor'> {
  org: string;
}

export type NewChange = Omit<Change, 'cursor'>;
export type Changes = ReturnType<typeof changes>;

/** Two processes' clocks and an unfinished write may put a change up to this long before the newest one. */
export const OVERLAP_MS = 10_000;

export function changes(connection: Connection) {
  const model = collection<ChangeRow>(
    connection,
    'changes',
    {
      kind: String,
      id: String,
      world: String,
      initiative: String,
      facts: { type: { from: Number, to: Number }, _id: false },
      rows: [String],
    },
    [[{ org: 1, _id: 1 }]],
  );
  const emitter = new EventEmitter().setMaxListeners(0);
  const nextUlid = monotonicFactory();
  const read = ({ _id, v: _v, ...rest }: ChangeRow): Change => ({ ...rest, cursor: _id });

  return {
    model,
    async add(change: NewChange): Promise<Change> {
      const cursor = nextUlid();
      await model.create({ _id: cursor, v: 1, ...change });
      const added = { ...change, cursor };
      emitter.emit(change.org, added);
      return added;
    },
    /** Changes of an organisation that this process made, as they come. Gives the way to stop. */
    listen(org: string, listener: (change: Change) => void): () => void {
      emitter.on(org, listener);
      return () => void emitter.off(org, listener);
    },
    /** Oldest first, after a cursor. */
    async since(org: string, cursor: string, limit = 500): Promise<Change[]> {
      const found = await model
        .find({ org, _id: { $gt: cursor } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ChangeRow[]>();
      return found.map(read);
    },
    /** A cursor at which nothing newer is there yet. */
    async latest(org: string): Promise<string> {
      const found = await model.findOne({ org }).sort({ _id: -1 }).lean<ChangeRow>();
      return found?._id ?? cursorAt(0);
    },
    /** Where to go on from after a break: a little before the cursor; who listens drops what they have (instance and number). */
    resumeFrom: (cursor: string): string => cursorAt(Math.max(0, millisOf(cursor) - OVERLAP_MS)),
    /** Forgets changes before a moment; a stream that is older loads its snapshot anew. */
    async sweep(before: Date): Promise<number> {
      return (await model.deleteMany({ _id: { $lt: cursorAt(before.getTime()) } })).deletedCount;
    },
  };
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;

/** The smallest cursor of a moment. */
function cursorAt(millis: number): string {
  let [text, rest] = ['', millis];
  for (let i = 0; i < TIME_LENGTH; i++) {
    text = DIGITS.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text.padEnd(26, '0');
}

/** Anything that is no cursor counts as the beginning. */
function millisOf(cursor: string): number {
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(cursor)) return 0;
  return [...cursor.slice(0, TIME_LENGTH)].reduce((sum, digit) => sum * 32 + DIGITS.indexOf(digit), 0);
}
