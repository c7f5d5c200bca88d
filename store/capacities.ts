/**
 * Capacities: free room, voucher hours, places. One document each; every booking is one conditional update whose filter holds
 * both what is left and the absence of the booking, so that no number of takers goes above the total.
 */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

/** Waits for a place; `instance` and `job` are answered when it comes. */
export interface Waiter {
  booking: string;
  amount: number;
  instance: string;
  job: string;
  at: string;
}

export type WaiterId = Pick<Waiter, 'instance' | 'job'>;

interface Booking {
  /** As it was asked for: field names cannot hold every character. */
  booking: string;
  amount: number;
  at: string;
  /** Asked for directly, so that it stays until it is released. */
  taken?: boolean;
  /** Waiters it was given to; when all of them decline, and nobody took it, it is given back. */
  given?: WaiterId[];
  /** Those of them whose instances must still be told. */
  untold?: Waiter[];
}

export interface Capacity {
  org: string;
  world?: string;
  name: string;
  total: number;
  /** Total less bookings; negative when somebody was let in above it. */
  left: number;
  used: number;
  bookings: Booking[];
  /** Oldest first. */
  waiters: Waiter[];
}

interface CapacityRow extends Row {
  world?: string;
  name: string;
  total: number;
  left: number;
  /** Length of `waiters`, for filters. */
  waiting: number;
  bookings: Record<string, Booking>;
  waiters: Waiter[];
}

/** Which capacity: of an organisation, or of a rehearsal world in it. */
export interface CapacityName {
  org: string;
  world?: string;
  name: string;
}

export type Taken =
  | { taken: true; left: number; above: boolean; already: boolean }
  | { taken: false; left: number; waiting: number };

/** There is no such capacity. */
export class UnknownCapacity extends Error {
  override name = 'UnknownCapacity';
  constructor(readonly capacity: CapacityName) {
    super(`Expected a capacity '${capacity.name}' in '${capacity.world ?? capacity.org}', but there is none`);
  }
}

export type Capacities = ReturnType<typeof capacities>;

const idOf = ({ org, world, name }: CapacityName) => (world ? `${org}/${world}/${name}` : `${org}/${name}`);

/** A field name that no booking shares with another: everything but letters, digits, - and _ is written as its code. */
const fieldOf = (booking: string) =>
  booking.replace(/[^A-Za-z0-9_-]/g, (character) => `~${character.codePointAt(0)?.toString(16)}~`);

export function capacities(connection: Connection) {
  const model = collection<CapacityRow>(
    connection,
    'capacities',
    {
      world: String,
      name: String,
      total: Number,
      left: Number,
      waiting: Number,
      bookings: Object,
      waiters: [{ booking: String, amount: Number, instance: String, job: String, at: String, _id: false }],
    },
    [[{ org: 1, name: 1 }]],
  );

  const read = async (capacity: CapacityName): Promise<CapacityRow> => {
    const row = await model.findById(idOf(capacity)).lean<CapacityRow>();
    if (!row) throw new UnknownCapacity(capacity);
    return row;
  };
  const view = (row: CapacityRow): Capacity => ({
    org: row.org,
    world: row.world,
    name: row.name,
    total: row.total,
    left: row.left,
    used: row.total - row.left,
    bookings: Object.values(row.bookings ?? {}),
    waiters: row.waiters,
  });

  /** Gives what is free to those who wait, the oldest first, for as long as the oldest one's amount is left. */
  async function grant(capacity: CapacityName, at: string): Promise<void> {
    for (;;) {
      const { waiters, waiting, left, bookings = {} } = await read(capacity);
      const settled = waiters.find(({ booking }) => bookings[fieldOf(booking)]);
      if (settled) {
        await joinBooking(capacity, waiting, settled.booking, waiters, bookings[fieldOf(settled.booking)]);
        continue;
      }
      const oldest = waiters[0];
      if (!oldest || oldest.amount > left) return;
      const { booking, amount } = oldest;
      const untold = waiters.filter((waiter) => waiter.booking === booking);
      const field = `bookings.${fieldOf(booking)}`;
      // The queue as it was read: whoever joins or leaves meanwhile makes this round try again.
      await model.updateOne(
        {
          _id: idOf(capacity),
          left: { $gte: amount },
          waiting,
          [field]: { $exists: false },
          'waiters.0.job': oldest.job,
          'waiters.0.instance': oldest.instance,
        },
        {
          $set: { [field]: { booking, amount, at, given: untold.map(idOfWaiter), untold } },
          $inc: { left: -amount, waiting: -untold.length },
          $pull: { waiters: { booking } },
        },
      );
    }
  }

  /** Who waited under a booking that was made by other means (let in above the total) has it too. */
  async function joinBooking(
    capacity: CapacityName,
    waiting: number,
    booking: string,
    waiters: Waiter[],
    held: Booking | undefined,
  ): Promise<void> {
    const field = `bookings.${fieldOf(booking)}`;
    const joining = waiters.filter((waiter) => waiter.booking === booking);
    await model.updateOne(
      { _id: idOf(capacity), waiting, [field]: { $exists: true } },
      {
        $set: {
          [`${field}.untold`]: [...(held?.untold ?? []), ...joining],
          [`${field}.given`]: [...(held?.given ?? []), ...joining.map(idOfWaiter)],
        },
        $inc: { waiting: -joining.length },
        $pull: { waiters: { booking } },
      },
    );
  }

  return {
    model,
    /** False when there is one by this name already. `used` books that many under the name `given`. */
    define({
      total,
      used = 0,
      at,
      ...capacity
    }: CapacityName & { total: number; used?: number; at: string }) {
      const bookings = used > 0 ? { given: { booking: 'given', amount: used, at } } : {};
      return insertFirst(() =>
        model.create({
          _id: idOf(capacity),
          v: 1,
          ...capacity,
          total,
          left: total - used,
          waiting: 0,
          bookings,
          waiters: [],
        }),
      );
    },
    /** Makes it larger or smaller; what is booked stays booked. Throws UnknownCapacity. */
    async resize(capacity: CapacityName, total: number, at: string): Promise<void> {
      for (;;) {
        const before = await read(capacity);
        const change = { $set: { total }, $inc: { left: total - before.total } };
        const resized = await model.updateOne({ _id: before._id, total: before.total }, change);
        if (resized.matchedCount === 1) return grant(capacity, at);
      }
    },
    async get(capacity: CapacityName): Promise<Capacity | undefined> {
      const row = await model.findById(idOf(capacity)).lean<CapacityRow>();
      return row ? view(row) : undefined;
    },
    async list(org: string, world?: string): Promise<Capacity[]> {
      const found = await model
        .find({ org, world: world ?? { $exists: false } })
        .sort({ _id: 1 })
        .lean<CapacityRow[]>();
      return found.map(view);
    },
    /**
     * Books an amount if it is left and nobody waits; with `force` in any case. The same booking again books nothing more.
     * Throws UnknownCapacity.
     */
    async take(
      capacity: CapacityName,
      taker: { booking: string; amount: number; at: string; force?: boolean },
    ): Promise<Taken> {
      const { booking, amount, at, force } = taker;
      const field = `bookings.${fieldOf(booking)}`;
      const room = force ? {} : { left: { $gte: amount }, waiting: 0 };
      const done = await model.updateOne(
        { _id: idOf(capacity), [field]: { $exists: false }, ...room },
        {
          $set: { [field]: { booking, amount, at, taken: true } },
          $inc: { left: -amount },
        },
      );
      // Whoever waits under this booking has it now.
      if (force) await grant(capacity, at);
      const mine = { _id: idOf(capacity), [field]: { $exists: true } };
      const already =
        (await model.updateOne(mine, { $set: { [`${field}.taken`]: true } })).matchedCount === 1;
      const row = await read(capacity);
      if (done.modifiedCount === 1 || already) {
        const above = force === true && row.left < 0;
        return { taken: true, left: row.left, above, already: done.modifiedCount === 0 };
      }
      return { taken: false, left: row.left, waiting: row.waiting };
    },
    /** Gives back what was booked, and passes it on to those who wait; nothing happens when nothing was booked. */
    async release(capacity: CapacityName, booking: string, at: string): Promise<{ released: boolean }> {
      const field = `bookings.${fieldOf(booking)}`;
      const held = (await read(capacity)).bookings?.[fieldOf(booking)];
      const released =
        held !== undefined &&
        (
          await model.updateOne(
            { _id: idOf(capacity), [`${field}.at`]: held.at, [`${field}.amount`]: held.amount },
            { $unset: { [field]: 1 }, $inc: { left: held.amount } },
          )
        ).modifiedCount === 1;
      // Also when nothing was released: whoever did so may have died before passing it on.
      await grant(capacity, at);
      return { released };
    },
    /** Joins the end of the queue unless booked already; a free place is given at once (`booked`). */
    async wait(capacity: CapacityName, waiter: Waiter): Promise<{ booked: boolean; left: number }> {
      const { booking, instance, job } = waiter;
      await model.updateOne(
        {
          _id: idOf(capacity),
          [`bookings.${fieldOf(booking)}`]: { $exists: false },
          waiters: { $not: { $elemMatch: { instance, job } } },
        },
        { $push: { waiters: waiter }, $inc: { waiting: 1 } },
      );
      await grant(capacity, waiter.at);
      const { bookings, left } = await read(capacity);
      return { booked: bookings?.[fieldOf(booking)] !== undefined, left };
    },
    /** Leaves the queue; false when not in it (any more). */
    async leave(capacity: CapacityName, { instance, job }: WaiterId, at: string): Promise<boolean> {
      const left = await model.updateOne(
        { _id: idOf(capacity), waiters: { $elemMatch: { instance, job } } },
        { $pull: { waiters: { instance, job } }, $inc: { waiting: -1 } },
      );
      // Who came after may ask for less.
      await grant(capacity, at);
      return left.modifiedCount === 1;
    },
    /** Waiters who were given a place and must still be told. */
    async untold(capacity: CapacityName): Promise<Waiter[]> {
      const row = await read(capacity);
      return Object.values(row.bookings ?? {}).flatMap(({ untold = [] }) => untold);
    },
    /** The waiter knows. */
    async told(
      capacity: CapacityName,
      { booking, instance, job }: WaiterId & { booking: string },
    ): Promise<void> {
      const field = `bookings.${fieldOf(booking)}`;
      await model.updateOne(
        { _id: idOf(capacity), [field]: { $exists: true } },
        { $pull: { [`${field}.untold`]: { instance, job } } },
      );
    },
    /** The waiter does not want it (any more): given back unless somebody else under the same booking does. */
    async declined(
      capacity: CapacityName,
      { booking, instance, job }: WaiterId & { booking: string },
      at: string,
    ): Promise<void> {
      const field = `bookings.${fieldOf(booking)}`;
      const pulled = await model.updateOne(
        { _id: idOf(capacity), [`${field}.given`]: { $elemMatch: { instance, job } } },
        { $pull: { [`${field}.given`]: { instance, job }, [`${field}.untold`]: { instance, job } } },
      );
      const held = (await read(capacity)).bookings?.[fieldOf(booking)];
      if (pulled.modifiedCount === 1 && held && !held.taken && held.given?.length === 0)
        await model.updateOne(
          {
            _id: idOf(capacity),
            [`${field}.taken`]: { $exists: false },
            [`${field}.at`]: held.at,
            [`${field}.amount`]: held.amount,
          },
          { $unset: { [field]: 1 }, $inc: { left: held.amount } },
        );
      await grant(capacity, at);
    },
  };
}

const idOfWaiter = ({ instance, job }: Waiter): WaiterId => ({ instance, job });
