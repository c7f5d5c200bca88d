/** Fills the read model with open tasks as the projection writes them: sealed, with the fields that lists filter by. */
import { randomUUID } from 'node:crypto';
import type { TaskView } from '../../contract/index.ts';
import type { Placed, Store } from '../../store/index.ts';

/** Of each initiative five tasks are open; of every ten supporters the one who looks is one. */
const TASKS_EACH = 5;
const SUPPORTERS = 10;
const BATCH = 500;

export interface Filling {
  store: Store;
  org: string;
  /** Who looks. */
  person: string;
  /** A task as the engine made it, to be made many of. */
  like: Placed<TaskView>;
}

/** Adds tasks until so many are there beside the example; `from` are there already. Gives their views. */
export async function fill({ store, org, person, like }: Filling, from: number, to: number) {
  const { org: _org, initiative: _initiative, world: _world, ...view } = like;
  const people = [person, ...Array.from({ length: SUPPORTERS - 1 }, () => `per_${randomUUID()}`)];
  const registered = await store.instances.registration(like.instance);
  if (!registered) throw new Error('Expected the example to have an instance to be like');
  const made: TaskView[] = [];
  for (let first = from; first < to; first += BATCH) {
    const rows = [];
    for (let n = first; n < Math.min(first + BATCH, to); n += TASKS_EACH) {
      const owner = people[(n / TASKS_EACH) % SUPPORTERS] as string;
      const at = { org, initiative: `ini_bench${n}`, instance: `pi_bench${n}` };
      await store.initiatives.create({
        id: at.initiative,
        org,
        roles: { supporter: [owner], initiator: [owner] },
        createdAt: like.createdAt,
        words: { title: `Buurtmoestuin ${n}`, idea: 'Samen groente kweken.', place: 'Soesterkwartier' },
      });
      await store.instances.register({ ...registered, ...at });
      for (let key = 0; key < TASKS_EACH; key++) {
        const due = new Date(Date.parse(like.due?.at ?? like.createdAt) + (n % 97) * 86_400_000);
        const own: TaskView = {
          ...view,
          id: `${at.instance}/${key}`,
          instance: at.instance,
          key: String(key),
          owner,
          ...(view.due ? { due: { ...view.due, at: due.toISOString() } } : {}),
        };
        made.push(own);
        rows.push(await store.rows.toRow.task(at, own));
      }
    }
    await store.rows.write(store.rows.models.tasks, rows);
  }
  return made;
}
