/** Brings facts into the record and the read model: in order per instance, as often as asked, with no gap. */
import type { Fact, InstanceView } from '../contract/index.ts';
import { type Rows as Folded, gapBefore, namedRows, openRows, project } from '../core/views/project.ts';
import type { Changes } from './changes.ts';
import type { Facts } from './facts.ts';
import type { Instances } from './instances.ts';
import type { Home, Rows } from './rows.ts';
import type { Versions } from './versions.ts';

/** A number is missing before or among the facts: the record and the instance do not agree. */
export class FactsGap extends Error {
  override name = 'FactsGap';
  constructor(
    readonly instance: string,
    readonly missing: number,
    readonly recorded: number,
  ) {
    super(`Expected fact ${missing} of '${instance}' (the record ends at ${recorded}), but it is missing`);
  }
}

/** Facts of an instance that was never registered. */
export class UnknownInstance extends Error {
  override name = 'UnknownInstance';
  constructor(readonly instance: string) {
    super(`Expected '${instance}' to be registered before its first fact, but it is not`);
  }
}

/** Another projection of the same instance was faster this often in a row: something is wrong. */
const ATTEMPTS = 20;

interface Parts {
  instances: Instances;
  rows: Rows;
  facts: Facts;
  changes: Changes;
  versions: Pick<Versions, 'byHash'>;
}

export type Project = (input: { instance: string; facts: Fact[]; nextDue?: string }) => Promise<void>;

/** What lies after the last slash: the key within the instance. */
const keyOf = (id: string) => id.slice(id.lastIndexOf('/') + 1);
const byKey = <V extends { id: string }>(views: V[]) =>
  Object.fromEntries(views.map((view) => [keyOf(view.id), view]));

export function projection({ instances, rows, facts, changes, versions }: Parts): Project {
  async function load(instance: string, view: Folded['instance'], batch: Fact[]): Promise<Folded> {
    const [open, named] = [openRows(view), namedRows(batch)];
    const ids = (kind: keyof typeof open) =>
      [...new Set([...open[kind], ...named[kind]])].map((key) => `${instance}/${key}`);
    const [tasks, commitments, raised] = await Promise.all([
      rows.load.tasks(ids('tasks')),
      rows.load.commitments(ids('commitments')),
      rows.load.raised(ids('raised')),
    ]);
    return { instance: view, tasks: byKey(tasks), commitments: byKey(commitments), raised: byKey(raised) };
  }

  /** Writes the rows that moved and gives their ids. Before the instance: whoever retries finds them and passes over. */
  async function write(home: Home, before: Folded, after: Folded): Promise<string[]> {
    const moved = <V>(was: Record<string, V>, is: Record<string, V>) =>
      Object.entries(is).flatMap(([key, view]) => (was[key] === view ? [] : [view]));
    const { models, toRow } = rows;
    const [tasks, commitments, raised] = await Promise.all([
      Promise.all(moved(before.tasks, after.tasks).map((view) => toRow.task(home, view))),
      Promise.all(moved(before.commitments, after.commitments).map((view) => toRow.commitment(home, view))),
      Promise.all(moved(before.raised, after.raised).map((view) => toRow.raised(home, view))),
    ]);
    await Promise.all([
      rows.write(models.tasks, tasks),
      rows.write(models.commitments, commitments),
      rows.write(models.raised, raised),
    ]);
    return [...tasks, ...commitments, ...raised].map((row) => row._id);
  }

  /** Which version it runs on, when that became another. */
  async function ranOn(row: { org: string; hash: string }, { process: { hash } }: InstanceView) {
    return hash === row.hash ? {} : { hash, version: (await versions.byHash(row.org, hash))?.number };
  }

  return async ({ instance, facts: batch, nextDue }) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const found = await instances.read(instance);
      if (!found) throw new UnknownInstance(instance);
      const { row, view } = found;
      const missing = gapBefore(row.n, batch);
      if (missing !== undefined) throw new FactsGap(instance, missing, row.n);
      const home: Home = { org: row.org, instance, initiative: row.initiative, world: row.world };
      const fresh = batch.filter((fact) => fact.n > row.n);
      const [before] = await Promise.all([load(instance, view, fresh), facts.append(home, fresh)]);
      const after = project(before, fresh);
      const moved = await write(home, before, after);
      const [first, last] = [batch[0], batch.at(-1)];
      // A repeated batch is older than the row and must not set its next moment back.
      const now = after.instance && (await ranOn(row, after.instance));
      const moves = after.instance !== undefined && (fresh.length > 0 || batch.length === 0);
      if (
        moves &&
        !(await instances.advance({ ...row, ...now }, after.instance as InstanceView, { nextDue }))
      )
        continue;
      // Also when all was there already: the one who wrote it may have died before telling.
      if (first && last)
        await changes.add({
          org: row.org,
          kind: 'instance',
          id: instance,
          world: row.world,
          initiative: row.initiative,
          facts: { from: first.n, to: last.n },
          rows: moved,
        });
      return;
    }
    throw new Error(`Expected to project '${instance}' within ${ATTEMPTS} attempts, but others kept writing`);
  };
}
