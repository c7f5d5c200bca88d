/** The read model: rows of tasks, commitments and raised items. Beside the sealed view stand the fields that lists filter by. */
import type { Connection, Model, QueryFilter } from 'mongoose';
import type { CommitmentView, RaisedView, TaskView } from '../contract/index.ts';
import { isDuplicate } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import type { Sealer } from './sealer.ts';

/** Where an instance belongs; the same on all its rows. */
export interface Home {
  org: string;
  instance: string;
  initiative?: string;
  world?: string;
}

/** The key that seals what an instance holds: its initiative's, else its own. */
export const keyIdOf = (home: { instance: string; initiative?: string }) => home.initiative ?? home.instance;

interface ViewRow extends Row, Home {
  org: string;
  /** Number of the last fact folded in. */
  n: number;
  sealed: string;
}

export interface TaskRow extends ViewRow {
  name: string;
  element: string;
  state: TaskView['state'];
  owner?: string;
  claimed?: string;
  /** Whom it is offered to. */
  offered?: string;
  roles: string[];
  side: string;
  dueAt?: string;
  late: boolean;
}

export interface CommitmentRow extends ViewRow {
  owner: string;
  side: string;
  due: string;
  status: CommitmentView['status'];
  open: boolean;
}

export interface RaisedRow extends ViewRow {
  to: string;
  role: string;
  state: RaisedView['state'];
  at: string;
}

export interface Page {
  limit?: number;
  skip?: number;
}

/** A view with where it belongs, which lists show beside it. */
export type Placed<V> = V & { org: string; initiative?: string; world?: string };

/** What somebody has is not for whoever takes it. */
const UNOWNED = { owner: { $exists: false } };

const home = { instance: String, initiative: String, world: String, n: Number, sealed: String };

export type Rows = ReturnType<typeof rows>;

export function rows(connection: Connection, sealer: Sealer) {
  const tasks = collection<TaskRow>(
    connection,
    'tasks',
    {
      ...home,
      name: String,
      element: String,
      state: String,
      owner: String,
      claimed: String,
      offered: String,
      roles: [String],
      side: String,
      dueAt: String,
      late: Boolean,
    },
    [
      [{ org: 1, state: 1, owner: 1, dueAt: 1 }],
      [{ org: 1, state: 1, roles: 1, dueAt: 1 }],
      [{ org: 1, state: 1, dueAt: 1 }],
      [{ instance: 1, state: 1 }],
      [{ initiative: 1, state: 1 }],
    ],
  );
  const commitments = collection<CommitmentRow>(
    connection,
    'commitments',
    { ...home, owner: String, side: String, due: String, status: String, open: Boolean },
    [
      [{ org: 1, open: 1, owner: 1, due: 1 }],
      [{ org: 1, open: 1, due: 1 }],
      [{ instance: 1, open: 1 }],
      [{ initiative: 1, open: 1 }],
    ],
  );
  const raised = collection<RaisedRow>(
    connection,
    'raised',
    { ...home, to: String, role: String, state: String, at: String },
    [
      [{ org: 1, state: 1, to: 1, at: 1 }],
      [{ org: 1, state: 1, at: 1 }],
      [{ instance: 1, state: 1 }],
      [{ initiative: 1, state: 1 }],
    ],
  );

  const sealedRow = async (at: Home, view: { id: string; n: number }) => ({
    _id: view.id,
    v: 1,
    ...at,
    n: view.n,
    sealed: await sealer.seal(at.org, keyIdOf(at), view.id, view),
  });

  const toRow = {
    task: async (at: Home, view: TaskView): Promise<TaskRow> => ({
      ...(await sealedRow(at, view)),
      name: view.name,
      element: view.element,
      state: view.state,
      owner: view.owner,
      claimed: view.claimed,
      offered: view.offered?.to,
      roles: view.roles,
      side: view.side,
      dueAt: view.due?.at,
      late: view.late,
    }),
    commitment: async (at: Home, view: CommitmentView): Promise<CommitmentRow> => ({
      ...(await sealedRow(at, view)),
      owner: view.owner,
      side: view.side,
      due: view.due,
      status: view.status,
      open: view.status !== 'done' && view.status !== 'dropped',
    }),
    raised: async (at: Home, view: RaisedView): Promise<RaisedRow> => ({
      ...(await sealedRow(at, view)),
      to: view.to,
      role: view.role,
      state: view.state,
      at: view.at,
    }),
  };

  /** Views of rows; those whose key was destroyed are left out. */
  async function views<V>(found: ViewRow[]): Promise<Placed<V>[]> {
    await sealer.ahead(found.map(keyIdOf));
    const all = await Promise.all(
      found.map(async (row) => {
        const view = await sealer.unseal<V>(keyIdOf(row), row._id, row.sealed);
        return view && { ...view, org: row.org, initiative: row.initiative, world: row.world };
      }),
    );
    return all.filter((view) => view !== undefined);
  }

  const byIds =
    <R extends ViewRow, V>(model: Model<R>) =>
    async (ids: string[]): Promise<Placed<V>[]> =>
      ids.length === 0
        ? []
        : views<V>(await model.find({ _id: { $in: ids } } as QueryFilter<R>).lean<ViewRow[]>());

  async function query<R extends ViewRow, V>(
    model: Model<R>,
    filter: Record<string, unknown>,
    sort: Record<string, 1 | -1>,
    { limit = 100, skip = 0 }: Page,
  ): Promise<Placed<V>[]> {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const found = await model
      .find(given as QueryFilter<R>)
      .sort(sort)
      .skip(skip)
      .limit(limit)
      .lean<ViewRow[]>();
    return views<V>(found);
  }

  /** Of the initiatives one reaches, and of one of them when it is named. */
  const among = (initiative: string | undefined, initiatives: string[] | undefined, world?: string) =>
    initiatives === undefined || world !== undefined
      ? initiative
      : { $in: initiatives.filter((id) => initiative === undefined || id === initiative) };

  /** Lists show real work unless a world is named. */
  const inWorld = (world?: string) => world ?? { $exists: false };

  return {
    models: { tasks, commitments, raised },
    toRow,
    /** Writes rows unless they are as far already; a row never goes back. */
    async write<R extends ViewRow>(model: Model<R>, written: R[]): Promise<void> {
      if (written.length === 0) return;
      const replace = written.map((row) => ({
        replaceOne: { filter: { _id: row._id, n: { $lt: row.n } }, replacement: row, upsert: true },
      }));
      try {
        await model.bulkWrite(replace as Parameters<typeof model.bulkWrite>[0], { ordered: false });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    load: {
      tasks: byIds<TaskRow, TaskView>(tasks),
      commitments: byIds<CommitmentRow, CommitmentView>(commitments),
      raised: byIds<RaisedRow, RaisedView>(raised),
    },
    async task(id: string): Promise<Placed<TaskView> | undefined> {
      return (await views<TaskView>(await tasks.find({ _id: id }).lean<TaskRow[]>()))[0];
    },
    async commitment(id: string): Promise<Placed<CommitmentView> | undefined> {
      return (await views<CommitmentView>(await commitments.find({ _id: id }).lean<CommitmentRow[]>()))[0];
    },
    async raised(id: string): Promise<Placed<RaisedView> | undefined> {
      return (await views<RaisedView>(await raised.find({ _id: id }).lean<RaisedRow[]>()))[0];
    },
    /** Earliest due first. `mine`: owned or claimed by a person or offered to them, or nobody's yet and open to one of the roles. */
    tasks(
      filter: {
        org: string;
        world?: string;
        instance?: string;
        initiative?: string;
        initiatives?: string[];
        state?: TaskView['state'];
        owner?: string;
        late?: boolean;
        dueBefore?: string;
        mine?: { person?: string; roles?: string[] };
      } & Page,
    ): Promise<Placed<TaskView>[]> {
      const { world, dueBefore, mine, limit, skip, instance, initiative, initiatives, ...rest } = filter;
      const ways = [
        ...(mine?.person ? [{ owner: mine.person }, { claimed: mine.person }, { offered: mine.person }] : []),
        ...(mine?.roles ? [{ roles: { $in: mine.roles }, ...(mine.person ? UNOWNED : {}) }] : []),
      ];
      return query(
        tasks,
        {
          ...rest,
          instance,
          initiative: among(initiative, initiatives, world),
          world: instance ? undefined : inWorld(world),
          dueAt: dueBefore ? { $lt: dueBefore } : undefined,
          $or: ways.length > 0 ? ways : undefined,
        },
        { dueAt: 1, _id: 1 },
        { limit, skip },
      );
    },
    /** Earliest due first. */
    commitments(
      filter: {
        org: string;
        world?: string;
        instance?: string;
        initiative?: string;
        initiatives?: string[];
        owner?: string;
        side?: string;
        status?: CommitmentView['status'];
        open?: boolean;
        dueBefore?: string;
      } & Page,
    ): Promise<Placed<CommitmentView>[]> {
      const { world, dueBefore, limit, skip, instance, initiative, initiatives, ...rest } = filter;
      return query(
        commitments,
        {
          ...rest,
          instance,
          initiative: among(initiative, initiatives, world),
          world: instance ? undefined : inWorld(world),
          due: dueBefore ? { $lt: dueBefore } : undefined,
        },
        { due: 1, _id: 1 },
        { limit, skip },
      );
    },
    /** How much real work is open, and how much of it late, over all organisations. */
    async openTasks(): Promise<{ open: number; late: number }> {
      const open = { state: 'open', world: { $exists: false } };
      const [all, late] = await Promise.all([
        tasks.countDocuments(open as QueryFilter<TaskRow>),
        tasks.countDocuments({ ...open, late: true } as QueryFilter<TaskRow>),
      ]);
      return { open: all, late };
    },
    /** Longest waiting first. */
    raisedItems(
      filter: {
        org: string;
        world?: string;
        instance?: string;
        initiative?: string;
        initiatives?: string[];
        to?: string;
        role?: string;
        state?: RaisedView['state'];
      } & Page,
    ): Promise<Placed<RaisedView>[]> {
      const { world, limit, skip, instance, initiative, initiatives, ...rest } = filter;
      return query(
        raised,
        {
          ...rest,
          instance,
          initiative: among(initiative, initiatives, world),
          world: instance ? undefined : inWorld(world),
        },
        { at: 1, _id: 1 },
        { limit, skip },
      );
    },
  };
}
