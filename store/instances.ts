/** Instances: registered before they start, so that every process knows where one belongs; the sealed view beside list fields. */
import type { Connection } from 'mongoose';
import type { InstanceView } from '../contract/index.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import { remembering } from './remembering.ts';
import { type Home, keyIdOf, type Page } from './rows.ts';
import type { Sealer } from './sealer.ts';

/** Known from before the start and never changed. */
export interface Registration extends Home {
  process: string;
  version?: number;
  hash: string;
  by?: string;
  registeredAt: string;
  /** Tells a repeated start from another one under the same id: sha256 of what was asked. */
  request?: string;
}

export interface InstanceRow extends Row, Omit<Registration, 'instance'> {
  org: string;
  status: InstanceView['status'] | 'starting';
  /** Number of the last fact folded in; 0 before the first. */
  n: number;
  startedAt?: string;
  endedAt?: string;
  /** When it will next do something by itself. */
  nextDue?: string;
  incidents: number;
  sealed?: string;
}

/** What lists show: enough without unsealing. */
export interface InstanceSummary extends Registration {
  status: InstanceRow['status'];
  n: number;
  startedAt?: string;
  endedAt?: string;
  nextDue?: string;
  incidents: number;
}

export type Instances = ReturnType<typeof instances>;

const REMEMBERED = 5_000;

export function instances(connection: Connection, sealer: Sealer) {
  const model = collection<InstanceRow>(
    connection,
    'instances',
    {
      initiative: String,
      world: String,
      process: String,
      version: Number,
      hash: String,
      by: String,
      registeredAt: String,
      request: String,
      status: String,
      n: Number,
      startedAt: String,
      endedAt: String,
      nextDue: String,
      incidents: Number,
      sealed: String,
    },
    [
      [{ org: 1, status: 1, _id: -1 }],
      [{ initiative: 1, status: 1 }],
      [{ world: 1 }],
      [{ hash: 1, status: 1 }],
      [{ org: 1, incidents: 1 }],
    ],
  );
  const remembered = remembering<Registration>({ size: REMEMBERED });

  const registrationOf = (row: InstanceRow): Registration => ({
    org: row.org,
    instance: row._id,
    initiative: row.initiative,
    world: row.world,
    process: row.process,
    version: row.version,
    hash: row.hash,
    by: row.by,
    registeredAt: row.registeredAt,
    request: row.request,
  });
  const summaryOf = (row: InstanceRow): InstanceSummary => ({
    ...registrationOf(row),
    status: row.status,
    n: row.n,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    nextDue: row.nextDue,
    incidents: row.incidents,
  });
  const viewOf = async (row: InstanceRow): Promise<InstanceView | undefined> =>
    row.sealed === undefined
      ? undefined
      : sealer.unseal<InstanceView>(
          keyIdOf({ instance: row._id, initiative: row.initiative }),
          row._id,
          row.sealed,
        );

  return {
    model,
    /** First come: `created` false gives what was registered before under the same id, to be compared by the caller. */
    async register(registration: Registration): Promise<{ created: boolean; registration: Registration }> {
      const { instance, ...rest } = registration;
      const row = { _id: instance, v: 1, ...rest, status: 'starting', n: 0, incidents: 0 } as const;
      if (await insertFirst(() => model.create(row))) return { created: true, registration };
      const there = (await model.findById(instance).lean<InstanceRow>()) as InstanceRow;
      return { created: false, registration: registrationOf(there) };
    },
    async registration(instance: string): Promise<Registration | undefined> {
      const known = remembered.get(instance);
      if (known) return known;
      const row = await model.findById(instance).lean<InstanceRow>();
      return row ? remembered.keep(instance, registrationOf(row)) : undefined;
    },
    /** Row and view as they are now, for projecting. */
    async read(instance: string): Promise<{ row: InstanceRow; view?: InstanceView } | undefined> {
      const row = await model.findById(instance).lean<InstanceRow>();
      return row ? { row, view: await viewOf(row) } : undefined;
    },
    /** Replaces the view if nobody else did since number `n`; false when somebody did. */
    async advance(row: InstanceRow, view: InstanceView, now: { nextDue?: string }): Promise<boolean> {
      const home = { instance: row._id, initiative: row.initiative };
      // It may have moved to another version.
      if (remembered.get(row._id)?.hash !== row.hash) remembered.forget(row._id);
      const next: InstanceRow = {
        ...row,
        status: view.status,
        n: view.n,
        startedAt: view.startedAt,
        endedAt: view.endedAt,
        nextDue: now.nextDue,
        incidents: view.open.incidents.length,
        sealed: await sealer.seal(row.org, keyIdOf(home), row._id, view),
      };
      return (await model.replaceOne({ _id: row._id, n: row.n }, next)).matchedCount === 1;
    },
    /** The view; undefined before the first fact and after an erasure. */
    async view(instance: string): Promise<InstanceView | undefined> {
      const row = await model.findById(instance).lean<InstanceRow>();
      return row ? viewOf(row) : undefined;
    },
    async summary(instance: string): Promise<InstanceSummary | undefined> {
      const row = await model.findById(instance).lean<InstanceRow>();
      return row ? summaryOf(row) : undefined;
    },
    /** Newest first. Rehearsals are listed only when their world, initiative or id is named. */
    async list(
      filter: {
        org: string;
        initiative?: string;
        world?: string;
        status?: InstanceRow['status'] | InstanceRow['status'][];
        process?: string;
        hash?: string;
        withIncidents?: boolean;
        /** Only what belongs to these. */
        initiatives?: string[];
      } & Page,
    ): Promise<InstanceSummary[]> {
      const { world, status, withIncidents, initiatives, limit = 100, skip = 0, ...rest } = filter;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const found = await model
        .find({
          ...(initiatives && !world ? { initiative: { $in: initiatives } } : {}),
          ...given,
          ...(filter.initiative && !world ? {} : { world: world ?? { $exists: false } }),
          ...(status ? { status: { $in: [status].flat() } } : {}),
          ...(withIncidents ? { incidents: { $gt: 0 } } : {}),
        })
        .sort({ _id: -1 })
        .skip(skip)
        .limit(limit)
        .lean<InstanceRow[]>();
      return found.map(summaryOf);
    },
    /** Whether an instance still uses a definition: its blob must stay. */
    usesDefinition: async (hash: string): Promise<boolean> =>
      (await model.exists({ hash, status: { $nin: ['ended', 'stopped'] } })) !== null,
    /** A registration whose start was refused; nothing was ever recorded. */
    async forget(instance: string): Promise<boolean> {
      remembered.forget(instance);
      return (await model.deleteOne({ _id: instance, n: 0 })).deletedCount === 1;
    },
  };
}
