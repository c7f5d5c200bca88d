/** BPMN messages and signals between instances: who waits, and what was sent. Insert one, then look for the other. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import type { Sealer } from './sealer.ts';

/** An instance that waits for a name, and for a message's key. `id` is stable: instance and element instance. */
export interface Subscription {
  id: string;
  org: string;
  world?: string;
  kind: 'message' | 'signal';
  name: string;
  /** Correlation key, as text. */
  key?: string;
  instance: string;
  at: string;
}

/** A message on its way; `to` is the subscription that got it. */
export interface Published {
  id: string;
  org: string;
  world?: string;
  name: string;
  key?: string;
  /** Instance it comes from, or none. */
  from?: string;
  at: string;
  /** Kept for those who subscribe until then. */
  until: string;
  /** How many led to one another until it, itself among them. */
  hops?: number;
  data?: unknown;
  to?: string;
}

interface SubscriptionRow extends Row, Omit<Subscription, 'id'> {
  org: string;
  open: boolean;
  /** Message that was given to it. */
  message?: string;
}

interface PublishedRow extends Row, Omit<Published, 'id' | 'data'> {
  org: string;
  /** It started a process: nobody else gets it. */
  gone?: boolean;
  sealed: string;
  keyId: string;
}

/** A message and the instance that gets it. */
export interface Match {
  message: Published;
  subscription: Subscription;
}

/** Stands for no correlation key, so that it can be asked for among others. */
const NO_KEY = '';
const keyShown = (key: string | undefined) => (key === undefined || key === NO_KEY ? {} : { key });
const keyOf = ({ key }: { key?: string }) => ({ key: key === NO_KEY ? undefined : key });

export type Subscriptions = ReturnType<typeof subscriptions>;

export function subscriptions(connection: Connection, sealer: Sealer) {
  const waits = collection<SubscriptionRow>(
    connection,
    'subscriptions',
    {
      world: String,
      kind: String,
      name: String,
      key: String,
      instance: String,
      at: String,
      open: Boolean,
      message: String,
    },
    [[{ org: 1, open: 1, kind: 1, name: 1, key: 1, at: 1 }], [{ instance: 1 }]],
  );
  const sent = collection<PublishedRow>(
    connection,
    'published',
    {
      world: String,
      name: String,
      key: String,
      from: String,
      at: String,
      until: String,
      hops: Number,
      to: String,
      gone: Boolean,
      sealed: String,
      keyId: String,
    },
    [[{ org: 1, name: 1, key: 1, until: 1 }]],
  );

  const readWait = ({
    _id,
    v: _v,
    open: _open,
    message: _message,
    key,
    ...rest
  }: SubscriptionRow): Subscription => ({
    ...rest,
    ...keyShown(key),
    id: _id,
  });
  const readSent = async ({ _id, v: _v, sealed, keyId, key, ...rest }: PublishedRow): Promise<Published> => ({
    ...rest,
    ...keyShown(key),
    id: _id,
    data: await sealer.unseal(keyId, _id, sealed),
  });
  /** The same name, and the same key where both have one. */
  const meets = ({ org, world, name, key }: Pick<Subscription, 'org' | 'world' | 'name' | 'key'>) => ({
    org,
    name,
    ...(key === undefined ? {} : { key: { $in: [key, NO_KEY] } }),
    world: world ?? { $exists: false },
  });

  /**
   * Gives a message to a subscription: first the message is marked, then the subscription, each by one conditional update. A
   * message whose subscription was given another one meanwhile is free again.
   */
  async function give(message: PublishedRow, wait: SubscriptionRow): Promise<boolean> {
    const marked = await sent.updateOne(
      { _id: message._id, to: { $exists: false } },
      { $set: { to: wait._id } },
    );
    if (marked.modifiedCount === 0) return false;
    const given = await waits.updateOne(
      { _id: wait._id, open: true },
      { $set: { open: false, message: message._id } },
    );
    if (given.modifiedCount === 1) return true;
    // Closed by another: for this very message (they finished what we began), or for something else.
    if ((await waits.findById(wait._id).lean<SubscriptionRow>())?.message === message._id) return true;
    await sent.updateOne({ _id: message._id, to: wait._id }, { $unset: { to: 1 } });
    return false;
  }

  /** The match a message has, made now if it can be; the oldest subscription wins. */
  async function settle(messageId: string): Promise<Match | undefined> {
    for (;;) {
      const message = await sent.findById(messageId).lean<PublishedRow>();
      if (!message || message.gone) return undefined;
      if (message.to) {
        const wait = await waits.findById(message.to).lean<SubscriptionRow>();
        if (wait?.message === messageId)
          return { message: await readSent(message), subscription: readWait(wait) };
        if (wait?.open) {
          // Marked by somebody who died before closing the subscription: finish what they began.
          await waits.updateOne({ _id: wait._id, open: true }, { $set: { open: false, message: messageId } });
          continue;
        }
        await sent.updateOne({ _id: messageId, to: message.to }, { $unset: { to: 1 } });
        continue;
      }
      const wait = await waits
        .findOne({ ...meets({ ...message, ...keyOf(message) }), kind: 'message', open: true })
        .sort({ at: 1, _id: 1 })
        .lean<SubscriptionRow>();
      if (!wait) return undefined;
      await give(message, wait);
    }
  }

  return {
    models: { waits, sent },
    /** Waits from now on; gives the message that was there before, if any. The same subscription again changes nothing. */
    async subscribe(subscription: Subscription, now: string): Promise<Match | undefined> {
      const { id, key = NO_KEY, ...rest } = subscription;
      await insertFirst(() => waits.create({ _id: id, v: 1, ...rest, key, open: true }));
      const own = await waits.findById(id).lean<SubscriptionRow>();
      if (own?.message) return settle(own.message);
      if (subscription.kind === 'signal') return undefined;
      const kept = await sent
        .find({
          ...meets(subscription),
          to: { $exists: false },
          gone: { $exists: false },
          until: { $gt: now },
        })
        .sort({ at: 1, _id: 1 })
        .lean<PublishedRow[]>();
      for (const message of kept) {
        const match = await settle(message._id);
        if (match?.subscription.id === id) return match;
      }
      return undefined;
    },
    /** Waits no longer. */
    async unsubscribe(id: string): Promise<void> {
      await waits.updateOne({ _id: id, open: true }, { $set: { open: false } });
    },
    /** Nothing of an ended instance waits. */
    async unsubscribeAll(instance: string): Promise<void> {
      await waits.updateMany({ instance, open: true }, { $set: { open: false } });
    },
    /** Sends a message and gives who gets it; the same id again gives the same. `keyId` seals its data. */
    async publish(message: Omit<Published, 'to'>, keyId: string): Promise<Match | undefined> {
      const { id, data = null, key = NO_KEY, ...rest } = message;
      const sealed = await sealer.seal(rest.org, keyId, id, data);
      await insertFirst(() => sent.create({ _id: id, v: 1, ...rest, key, keyId, sealed }));
      return settle(id);
    },
    /** Nobody else gets a message: it started a process. */
    async discard(id: string): Promise<void> {
      await sent.updateOne({ _id: id, to: { $exists: false } }, { $set: { gone: true } });
    },
    /** Everybody who listens to a signal now. */
    async listeners(signal: { org: string; world?: string; name: string }): Promise<Subscription[]> {
      const { org, world, name } = signal;
      const found = await waits
        .find({ org, world: world ?? { $exists: false }, name, kind: 'signal', open: true })
        .sort({ at: 1, _id: 1 })
        .lean<SubscriptionRow[]>();
      return found.map(readWait);
    },
    /** Forgets messages nobody took in their time. */
    async sweep(now: string): Promise<number> {
      return (await sent.deleteMany({ until: { $lt: now }, to: { $exists: false } })).deletedCount;
    },
  };
}
