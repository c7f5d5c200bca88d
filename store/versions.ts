/** Published versions: numbered from 1 per process, immutable, their definition kept as a blob by content hash. */
import type { Connection } from 'mongoose';
import type { Definition } from '../contract/index.ts';
import type { Blobs } from './blobs.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

export interface Version {
  org: string;
  process: string;
  number: number;
  hash: string;
  /** Revision of the draft that was published. */
  revision: number;
  tag?: string;
  /** What colleagues call it. */
  name?: string;
  /** What changed, for colleagues. */
  note?: string;
  /** What others may find in it: `decision:ID`, `message:NAME` and `signal:NAME` of its start events. */
  offers?: string[];
  /** Hashes of the called processes as they were at publishing, by process: what binding `pinned` means. */
  pins: Record<string, string>;
  publishedBy?: string;
  /** The second person, where one had to look. */
  approvedBy?: string;
  publishedAt: string;
}

interface VersionRow extends Row, Omit<Version, 'pins'> {
  org: string;
  pins: string;
}

export type Versions = ReturnType<typeof versions>;

export type Published =
  | { published: true; version: Version; already: boolean }
  | { published: false; latest: Version };

export function versions(connection: Connection, blobs: Blobs) {
  const model = collection<VersionRow>(
    connection,
    'versions',
    {
      process: String,
      number: Number,
      hash: String,
      revision: Number,
      tag: String,
      name: String,
      offers: [String],
      note: String,
      pins: String,
      publishedBy: String,
      approvedBy: String,
      publishedAt: String,
    },
    [[{ org: 1, process: 1, number: -1 }, { unique: true }], [{ org: 1, hash: 1 }]],
  );
  const read = ({ _id, v: _v, pins, ...rest }: VersionRow): Version => ({ ...rest, pins: JSON.parse(pins) });

  const latest = async (org: string, process: string): Promise<Version | undefined> => {
    const row = await model.findOne({ org, process }).sort({ number: -1 }).lean<VersionRow>();
    return row ? read(row) : undefined;
  };

  return {
    model,
    latest,
    /**
     * Publishes as the next number. Of those who do so at the same moment one wins; the others get what won. The content
     * that is the latest version already is not published again.
     */
    async publish(version: Omit<Version, 'number'> & { definition: Definition }): Promise<Published> {
      const { definition, ...rest } = version;
      const { org, process, hash, pins } = rest;
      const before = await latest(org, process);
      if (before?.hash === hash) return { published: true, version: before, already: true };
      await blobs.put(hash, JSON.stringify(definition));
      const number = (before?.number ?? 0) + 1;
      const _id = `${org}/${process}/${number}`;
      const offers = offersOf(definition);
      const tag = rest.tag ?? definition.tag;
      const row = {
        _id,
        v: 1,
        ...rest,
        number,
        pins: JSON.stringify(pins),
        ...(offers.length > 0 ? { offers } : {}),
        ...(tag === undefined ? {} : { tag }),
      };
      if (await insertFirst(() => model.create(row)))
        return { published: true, version: { ...rest, number }, already: false };
      const winner = (await latest(org, process)) as Version;
      if (winner.hash === hash) return { published: true, version: winner, already: true };
      return { published: false, latest: winner };
    },
    async get(org: string, process: string, number: number): Promise<Version | undefined> {
      const row = await model.findById(`${org}/${process}/${number}`).lean<VersionRow>();
      return row ? read(row) : undefined;
    },
    /** The newest version with a tag. */
    async tagged(org: string, process: string, tag: string): Promise<Version | undefined> {
      const row = await model.findOne({ org, process, tag }).sort({ number: -1 }).lean<VersionRow>();
      return row ? read(row) : undefined;
    },
    /** The latest versions in which others find something. */
    async offering(org: string, offer: string): Promise<Version[]> {
      const rows = await model
        .find({ org, offers: offer })
        .sort({ process: 1, number: -1 })
        .lean<VersionRow[]>();
      const found: Version[] = [];
      for (const row of rows.map(read)) {
        const isLatest = (await latest(org, row.process))?.number === row.number;
        if (isLatest) found.push(row);
      }
      return found;
    },
    async byHash(org: string, hash: string): Promise<Version | undefined> {
      const row = await model.findOne({ org, hash }).sort({ number: -1 }).lean<VersionRow>();
      return row ? read(row) : undefined;
    },
    /** All versions of a process, or the latest of each, newest first. */
    async list(org: string, process?: string): Promise<Version[]> {
      const filter = process === undefined ? { org } : { org, process };
      const rows = (await model.find(filter).sort({ number: -1 }).lean<VersionRow[]>()).map(read);
      if (process !== undefined) return rows;
      const seen = new Set<string>();
      return rows.filter((row) => !seen.has(row.process) && seen.add(row.process));
    },
    async definition(hash: string): Promise<Definition | undefined> {
      const json = await blobs.get(hash);
      return json === undefined ? undefined : (JSON.parse(json) as Definition);
    },
  };
}

/** Names under which a definition is found by others. */
function offersOf({ elements, decisions = [] }: Definition): string[] {
  const starts = elements.flatMap((e) =>
    e.type === 'startEvent' && e.parent === undefined && e.triggers
      ? [
          ...(e.triggers.message ? [`message:${e.triggers.message.name}`] : []),
          ...(e.triggers.signal === undefined ? [] : [`signal:${e.triggers.signal}`]),
        ]
      : [],
  );
  return [...decisions.map(({ id }) => `decision:${id}`), ...starts];
}
