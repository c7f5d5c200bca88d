/** Own copies of drafts: what one person draws apart until they put it with the draft; a save names the revision it builds on. */
import type { Connection } from 'mongoose';
import type { Definition } from '../contract/index.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

export interface OwnCopy {
  org: string;
  process: string;
  person: string;
  revision: number;
  definition: Definition;
  /** The draft as it was when the copy began. */
  base: Definition;
  /** Revision of that draft. */
  baseRevision: number;
  changedAt: string;
}

interface OwnCopyRow extends Row, Omit<OwnCopy, 'definition' | 'base'> {
  org: string;
  json: string;
  baseJson: string;
}

export type OwnCopies = ReturnType<typeof ownCopies>;

type Of = Pick<OwnCopy, 'org' | 'process' | 'person'>;
/** The person last: ids of processes hold no slash. */
const idOf = ({ org, process, person }: Of) => `${org}/${process}/${person}`;

export function ownCopies(connection: Connection) {
  const model = collection<OwnCopyRow>(
    connection,
    'ownCopies',
    {
      process: String,
      person: String,
      revision: Number,
      changedAt: String,
      baseRevision: Number,
      json: String,
      baseJson: String,
    },
    [[{ org: 1, person: 1 }]],
  );
  const read = ({ _id: _, v: _v, json, baseJson, ...row }: OwnCopyRow): OwnCopy => ({
    ...row,
    definition: JSON.parse(json) as Definition,
    base: JSON.parse(baseJson) as Definition,
  });
  return {
    model,
    async get(of: Of): Promise<OwnCopy | undefined> {
      const row = await model.findById(idOf(of)).lean<OwnCopyRow>();
      return row ? read(row) : undefined;
    },
    /** The processes of which a person has a copy. */
    async processesOf(org: string, person: string): Promise<string[]> {
      const rows = await model.find({ org, person }, { process: 1 }).lean<Pick<OwnCopyRow, 'process'>[]>();
      return rows.map(({ process }) => process);
    },
    /** False when there is one already, which stays as it is. */
    async begin({ definition, base, ...copy }: Omit<OwnCopy, 'revision'>): Promise<boolean> {
      const json = { json: JSON.stringify(definition), baseJson: JSON.stringify(base) };
      return insertFirst(() => model.create({ _id: idOf(copy), v: 1, ...copy, ...json, revision: 1 }));
    },
    /** Saves over `revision`; false when it was saved or thrown away meanwhile. */
    async save(of: Of & Pick<OwnCopy, 'revision' | 'definition' | 'changedAt'>): Promise<boolean> {
      const { revision, definition, changedAt } = of;
      const next = { json: JSON.stringify(definition), changedAt, revision: revision + 1 };
      return (await model.updateOne({ _id: idOf(of), revision }, { $set: next })).matchedCount === 1;
    },
    /** False when it was saved meanwhile. */
    async remove(of: Of, revision: number): Promise<boolean> {
      return (await model.deleteOne({ _id: idOf(of), revision })).deletedCount === 1;
    },
    async removeAllOf(org: string, person: string): Promise<void> {
      await model.deleteMany({ org, person });
    },
  };
}
