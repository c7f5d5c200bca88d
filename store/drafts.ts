/** Drafts of process definitions, one per process of an organisation; a save names the revision it builds on. */
import type { Connection } from 'mongoose';
import type { Definition } from '../contract/index.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

export interface Draft {
  org: string;
  /** The definition's own id. */
  process: string;
  revision: number;
  definition: Definition;
  changedBy?: string;
  changedAt: string;
  /** Who saved it, each with the last revision that was theirs. */
  hands: Readonly<Record<string, number>>;
  /** A version that was brought into it, and the revision it was saved with. */
  grounds?: { version: number; revision: number };
}

interface DraftRow extends Row, Omit<Draft, 'definition' | 'hands' | 'grounds'> {
  org: string;
  json: string;
  basedOn?: number;
  basedOnAt?: number;
  /** JSON: ids of people may hold characters that field names may not. */
  hands?: string;
}

export type Drafts = ReturnType<typeof drafts>;

const idOf = (org: string, process: string) => `${org}/${process}`;

export function drafts(connection: Connection) {
  const model = collection<DraftRow>(
    connection,
    'drafts',
    {
      process: String,
      revision: Number,
      changedBy: String,
      changedAt: String,
      hands: String,
      basedOn: Number,
      basedOnAt: Number,
      json: String,
    },
    [[{ org: 1, process: 1 }]],
  );
  const handsOf = ({ hands }: Pick<DraftRow, 'hands'>): Record<string, number> =>
    hands === undefined ? {} : (JSON.parse(hands) as Record<string, number>);
  const read = ({ org, process, revision, changedBy, changedAt, hands, json, ...row }: DraftRow): Draft => ({
    org,
    process,
    revision,
    definition: JSON.parse(json) as Definition,
    changedBy,
    changedAt,
    hands: handsOf({ hands }),
    ...(row.basedOn === undefined || row.basedOnAt === undefined
      ? {}
      : { grounds: { version: row.basedOn, revision: row.basedOnAt } }),
  });
  return {
    model,
    async get(org: string, process: string): Promise<Draft | undefined> {
      const row = await model.findById(idOf(org, process)).lean<DraftRow>();
      return row ? read(row) : undefined;
    },
    async list(org: string): Promise<Draft[]> {
      return (await model.find({ org }).sort({ _id: 1 }).lean<DraftRow[]>()).map(read);
    },
    /**
     * Saves over `revision` (0 for a new draft) and gives the new one; `stale` with the present revision when somebody
     * else saved meanwhile, or the draft is there already.
     */
    async save(draft: {
      org: string;
      definition: Definition;
      revision: number;
      by?: string;
      at: string;
      basedOn?: number;
    }): Promise<{ saved: true; revision: number } | { saved: false; stale: number }> {
      const { org, definition, revision, by, at, basedOn } = draft;
      const _id = idOf(org, definition.id);
      // Read before: what is written counts only over this very revision.
      const before = revision === 0 ? undefined : await model.findById(_id).lean<DraftRow>();
      const hands = {
        ...(before ? handsOf(before) : {}),
        ...(by === undefined ? {} : { [by]: revision + 1 }),
      };
      const next = {
        json: JSON.stringify(definition),
        changedBy: by,
        changedAt: at,
        hands: JSON.stringify(hands),
        revision: revision + 1,
        ...(basedOn === undefined ? {} : { basedOn, basedOnAt: revision + 1 }),
      };
      const saved =
        revision === 0
          ? await insertFirst(() => model.create({ _id, v: 1, org, process: definition.id, ...next }))
          : (await model.updateOne({ _id, revision }, { $set: next })).matchedCount === 1;
      if (saved) return { saved: true, revision: revision + 1 };
      return { saved: false, stale: (await model.findById(_id).lean())?.revision ?? 0 };
    },
    /** False when it was saved meanwhile. Published versions stay. */
    async remove(org: string, process: string, revision: number): Promise<boolean> {
      return (await model.deleteOne({ _id: idOf(org, process), revision })).deletedCount === 1;
    },
  };
}
