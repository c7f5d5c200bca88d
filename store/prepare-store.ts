/** Makes a database ready: its secret fits, and the indexes that queries and uniqueness need are there. */
import type { Store } from './open-store.ts';

/** Safe to run at every start and by several processes at once. Throws when SECRET_KEY is not the one of this database. */
export async function prepareStore(store: Store): Promise<void> {
  await store.secretMarker.check();
  for (const model of Object.values(store.connection.models)) await model.createIndexes();
}
