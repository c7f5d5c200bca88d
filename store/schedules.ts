/** Scheduled starts that have happened: the first to write an occasion carries it out, everybody else passes. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

interface OccasionRow extends Row {
  process: string;
  element: string;
  /** Local date it is for; the moment, where there may be several in a day. */
  date: string;
  instance: string;
  world?: string;
}

/** One start of one process by its schedule. */
export type Occasion = Omit<OccasionRow, '_id' | 'v'>;

export type Schedules = ReturnType<typeof schedules>;

export function schedules(connection: Connection) {
  const model = collection<OccasionRow>(
    connection,
    'occasions',
    { process: String, element: String, date: String, instance: String, world: String },
    [[{ org: 1, process: 1, date: -1 }]],
  );
  return {
    model,
    /** The instance that starts on this occasion: ours when we are the first, else the one that was. */
    async claim(occasion: Occasion): Promise<{ first: boolean; instance: string }> {
      const { org, world, process, element, date, instance } = occasion;
      const _id = [org, ...(world ? [world] : []), process, element, date].join('/');
      if (await insertFirst(() => model.create({ _id, v: 1, ...occasion }))) return { first: true, instance };
      const there = (await model.findById(_id).lean<OccasionRow>()) as OccasionRow;
      return { first: there.instance === instance, instance: there.instance };
    },
  };
}
