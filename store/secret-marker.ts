/** Notices another SECRET_KEY at start, before anything is written that could not be read together with the rest. */
import type { Connection } from 'mongoose';
import type { MasterKeys } from './crypto/master-keys.ts';
import { seal, unseal } from './crypto/seal.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

interface MarkerRow extends Row {
  sealed: string;
}

const ID = 'secret-key';
const WORDS = 'readable';

export function secretMarker(connection: Connection, master: MasterKeys) {
  const model = collection<MarkerRow>(connection, 'meta', { sealed: String });
  return {
    model,
    /** Throws when the database was written with another SECRET_KEY. */
    async check(): Promise<void> {
      const row = { _id: ID, v: 1, org: '*', sealed: seal(master.people, WORDS, ID) };
      if (await insertFirst(() => model.create(row))) return;
      const there = await model.findById(ID).lean();
      try {
        unseal(master.people, there?.sealed ?? '', ID);
      } catch {
        throw new Error(
          'Expected the SECRET_KEY with which this database was first used, but it is another one. ' +
            'Give that key, or use another database.',
        );
      }
    },
  };
}
