/** Requests to put a draft into use, for who lets a second person look: numbered per process, decided once. */
import type { Connection } from 'mongoose';
import type { Definition } from '../contract/index.ts';
import type { Blobs } from './blobs.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

export type RequestState = 'open' | 'withdrawn' | 'rejected' | 'approved';

export interface PublishRequest {
  org: string;
  process: string;
  number: number;
  /** Of the definition as it was when it was asked; what is drawn later is not in it. */
  hash: string;
  revision: number;
  note: string;
  name?: string;
  tag?: string;
  askedBy: string;
  askedAt: string;
  /** Who worked on the draft: the asker, and who saved it since the version in use. None of them approves. */
  hands: string[];
  state: RequestState;
  reason?: string;
  decidedBy?: string;
  decidedAt?: string;
  /** Number of the version that came of it. */
  version?: number;
}

interface RequestRow extends Row, PublishRequest {
  org: string;
}

export type Decision = Pick<PublishRequest, 'decidedBy' | 'decidedAt' | 'reason' | 'version'> & {
  state: Exclude<RequestState, 'open'>;
};

export type PublishRequests = ReturnType<typeof publishRequests>;

export function publishRequests(connection: Connection, blobs: Blobs) {
  const model = collection<RequestRow>(
    connection,
    'publishRequests',
    {
      process: String,
      number: Number,
      hash: String,
      revision: Number,
      note: String,
      name: String,
      tag: String,
      askedBy: String,
      askedAt: String,
      hands: [String],
      state: String,
      reason: String,
      decidedBy: String,
      decidedAt: String,
      version: Number,
    },
    [[{ org: 1, state: 1 }], [{ org: 1, process: 1, number: -1 }]],
  );
  const read = ({ _id, v: _v, ...rest }: RequestRow): PublishRequest => rest;
  const idOf = (org: string, process: string, number: number) => `${org}/${process}/${number}`;

  return {
    model,
    /** Undefined when one is open already: one at a time. */
    async ask(
      request: Omit<PublishRequest, 'number' | 'state'> & { definition: Definition },
    ): Promise<PublishRequest | undefined> {
      const { definition, ...rest } = request;
      const { org, process, hash } = rest;
      const newest = await model.findOne({ org, process }).sort({ number: -1 }).lean<RequestRow>();
      if (newest?.state === 'open') return undefined;
      await blobs.put(hash, JSON.stringify(definition));
      const number = (newest?.number ?? 0) + 1;
      const asked: PublishRequest = { ...rest, number, state: 'open' };
      const first = await insertFirst(() =>
        model.create({ _id: idOf(org, process, number), v: 1, ...asked }),
      );
      return first ? asked : undefined;
    },
    async get(org: string, process: string, number: number): Promise<PublishRequest | undefined> {
      const row = await model.findById(idOf(org, process, number)).lean<RequestRow>();
      return row ? read(row) : undefined;
    },
    /** Newest first. */
    async list(filter: { org: string; process?: string; state?: RequestState }): Promise<PublishRequest[]> {
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const rows = await model.find(given).sort({ askedAt: -1, number: -1 }).lean<RequestRow[]>();
      return rows.map(read);
    },
    /** False when it was decided, or withdrawn, meanwhile. */
    async decide(org: string, process: string, number: number, decision: Decision): Promise<boolean> {
      const decided = await model.updateOne(
        { _id: idOf(org, process, number), state: 'open' },
        { $set: decision },
      );
      return decided.matchedCount === 1;
    },
    /** Which version came of it. */
    async published(org: string, process: string, number: number, version: number): Promise<void> {
      await model.updateOne({ _id: idOf(org, process, number) }, { $set: { version } });
    },
    /** Open again: it was approved, and publishing then failed. */
    async reopen(org: string, process: string, number: number): Promise<void> {
      await model.updateOne(
        { _id: idOf(org, process, number), state: 'approved' },
        { $set: { state: 'open' }, $unset: { decidedBy: 1, decidedAt: 1 } },
      );
    },
  };
}
