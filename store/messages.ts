/** Messages: one record per message key, claimed before it is sent; the outbox where nothing can be sent. Words are sealed. */
import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { OutgoingMessage } from '../contract/index.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import type { Page } from './rows.ts';
import type { Sealer } from './sealer.ts';

/** `outbox`: kept for staff to read, since no channel is configured. */
export type MessageState = 'queued' | 'sending' | 'sent' | 'outbox' | 'failed';

/** As the recipient reads it; `headers` and `attachments` as the channel needs them. */
export interface Rendered {
  subject: string;
  text: string;
  html?: string;
  [more: string]: unknown;
}

export interface StoredMessage {
  key: string;
  org: string;
  world?: string;
  /** Person id. */
  to: string;
  channel: OutgoingMessage['channel'];
  /** Logical moment: the world's in a rehearsal. */
  at: string;
  state: MessageState;
  messageId: string;
  /** Keys of items it is about, with the instances they belong to. */
  about: string[];
  instances: string[];
  initiatives: string[];
  attempts: number;
  settledAt?: string;
  error?: string;
  /** Absent when an initiative it speaks of, or who wrote what is in it, was erased. */
  message?: OutgoingMessage;
  rendered?: Rendered;
}

interface MessageRow extends Row, Omit<StoredMessage, 'key' | 'message' | 'rendered'> {
  org: string;
  keyIds: string[];
  token?: string;
  claimedAt?: Date;
  sealed: string;
}

export type Claim =
  /** `copy`: somebody claimed it before and was not heard of again, so that it may have gone out already. */
  { won: true; token: string; attempt: number; copy: boolean } | { won: false; state: MessageState };

export type Messages = ReturnType<typeof messages>;

export function messages(connection: Connection, sealer: Sealer) {
  const model = collection<MessageRow>(
    connection,
    'messages',
    {
      world: String,
      to: String,
      channel: String,
      at: String,
      state: String,
      messageId: String,
      about: [String],
      instances: [String],
      initiatives: [String],
      attempts: Number,
      settledAt: String,
      error: String,
      keyIds: [String],
      token: String,
      claimedAt: Date,
      sealed: String,
    },
    [[{ org: 1, state: 1, at: -1 }], [{ to: 1, at: -1 }], [{ instances: 1, at: -1 }], [{ messageId: 1 }]],
  );

  const read = async (row: MessageRow): Promise<StoredMessage> => {
    const { _id, v: _v, keyIds, token: _token, claimedAt: _claimedAt, sealed, ...rest } = row;
    const words =
      sealed === ''
        ? undefined
        : await sealer.unseal<{ message: OutgoingMessage; rendered: Rendered }>(keyIds, _id, sealed);
    return { ...rest, ...words, key: _id };
  };

  return {
    model,
    /**
     * Keeps a message until it is sent; false when there is one with this key already, which stays as it is. Its words are
     * sealed with the keys of all `initiatives` it speaks of (instances without one count by themselves).
     */
    async queue(queued: {
      org: string;
      world?: string;
      message: OutgoingMessage;
      messageId: string;
      initiatives: string[];
      rendered: Rendered;
    }): Promise<boolean> {
      const { message, rendered, initiatives, ...rest } = queued;
      const instances = [...new Set(message.notes.map((note) => note.instance))];
      const keyIds = initiatives.length > 0 ? [...new Set(initiatives)] : instances;
      const sealed = await sealer.seal(rest.org, keyIds, message.key, { message, rendered });
      return insertFirst(() =>
        model.create({
          _id: message.key,
          v: 1,
          ...rest,
          to: message.to,
          channel: message.channel,
          at: message.at,
          state: 'queued',
          about: [...new Set(message.notes.flatMap((note) => note.about))],
          instances,
          initiatives: keyIds.filter((id) => !instances.includes(id)),
          attempts: 0,
          keyIds,
          sealed,
        }),
      );
    },
    /** Exactly one caller wins. A claim that was not settled within `lease` ms can be won again, as a copy. */
    async claim(key: string, lease: number): Promise<Claim> {
      const token = randomUUID();
      const take = {
        $set: { state: 'sending', token, claimedAt: new Date() },
        $inc: { attempts: 1 },
      } as const;
      const first = await model.updateOne({ _id: key, state: 'queued' }, take);
      const copy =
        first.modifiedCount === 0 &&
        (
          await model.updateOne(
            { _id: key, state: 'sending', claimedAt: { $lt: new Date(Date.now() - lease) } },
            take,
          )
        ).modifiedCount === 1;
      const row = await model.findById(key).lean<MessageRow>();
      if (!row) throw new Error(`Expected message '${key}' to be queued before it is claimed, but it is not`);
      return row.token === token
        ? { won: true, token, attempt: row.attempts, copy }
        : { won: false, state: row.state };
    },
    /** Records how sending ended; `queued` gives it back for another try. False when the claim is not ours any more. */
    async settle(
      key: string,
      token: string,
      state: Exclude<MessageState, 'sending'>,
      result: { at: string; error?: string },
    ): Promise<boolean> {
      const settled = await model.updateOne(
        { _id: key, token, state: 'sending' },
        {
          $set: {
            state,
            settledAt: result.at,
            ...(result.error ? { error: result.error } : {}),
          },
          $unset: { token: 1 },
        },
      );
      return settled.matchedCount === 1;
    },
    /** Those about processes that did not go out yet and that nobody is sending: no mailroom tries them again. */
    async unsentOfProcesses(lease: number): Promise<StoredMessage[]> {
      const found = await model
        .find({
          instances: { $regex: '^process:' },
          $or: [{ state: 'queued' }, { state: 'sending', claimedAt: { $lt: new Date(Date.now() - lease) } }],
        })
        .sort({ at: 1 })
        .limit(100)
        .lean<MessageRow[]>();
      return Promise.all(found.map(read));
    },
    /** Takes the words out of messages for good; what was not sent yet never will be. */
    async redact(org: string, keys: readonly string[]): Promise<void> {
      const of = { org, _id: { $in: [...keys] } };
      await model.updateMany({ ...of, state: 'queued' }, { $set: { state: 'failed', error: 'ERASED' } });
      await model.updateMany(of, { $set: { sealed: '' } });
    },
    async get(key: string): Promise<StoredMessage | undefined> {
      const row = await model.findById(key).lean<MessageRow>();
      return row ? read(row) : undefined;
    },
    /** Newest first. Rehearsals only when their world or instance is named. */
    async list(
      filter: {
        org: string;
        world?: string;
        state?: MessageState;
        to?: string;
        instance?: string;
        /** Only those that speak of these. */
        initiatives?: string[];
      } & Page,
    ): Promise<StoredMessage[]> {
      const { org, world, state, to, instance, initiatives, limit = 50, skip = 0 } = filter;
      const found = await model
        .find({
          org,
          ...(initiatives && !world ? { initiatives: { $in: initiatives } } : {}),
          ...(instance ? { instances: instance } : { world: world ?? { $exists: false } }),
          ...(state ? { state } : {}),
          ...(to ? { to } : {}),
        })
        .sort({ at: -1, _id: -1 })
        .skip(skip)
        .limit(limit)
        .lean<MessageRow[]>();
      await sealer.ahead(found.flatMap(({ keyIds }) => keyIds));
      return Promise.all(found.map(read));
    },
    /** Moment of the last message that went to a person, for the mailroom's rest between messages. */
    async lastTo(to: string, world?: string): Promise<string | undefined> {
      const found = await model
        .findOne({
          to,
          world: world ?? { $exists: false },
          state: { $in: ['sent', 'outbox', 'sending'] },
        })
        .sort({ at: -1 })
        .lean<MessageRow>();
      return found?.at;
    },
  };
}
