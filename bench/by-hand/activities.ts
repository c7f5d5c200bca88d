/** The activities of the hand-written workflows: nothing but the read model, in memory or in the database. */
import type { mongo } from 'mongoose';
import type { Activities, Shown } from './messages.ts';

export function inMemory(): Activities {
  const rows = new Map<string, Shown>();
  return {
    async step() {},
    async show(row) {
      if (row.status === 'ended') rows.delete(row.instance);
      else rows.set(row.instance, row);
    },
  };
}

/** One write for each result and one for each change of the row. */
export function inDatabase(database: mongo.Db): Activities {
  const results: mongo.Collection<{ _id: string; step: string }> = database.collection('byHandResults');
  const rows: mongo.Collection<{ _id: string } & Omit<Shown, 'instance'>> =
    database.collection('byHandInstances');
  return {
    async step({ instance, step }) {
      await results.updateOne({ _id: `${instance}/${step}` }, { $set: { step } }, { upsert: true });
    },
    async show({ instance, ...row }) {
      await rows.updateOne({ _id: instance }, { $set: row }, { upsert: true });
    },
  };
}
