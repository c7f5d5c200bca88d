/** An organisation's own templates: a process kept to begin with, taken from a draft or a version; a save names the revision it builds on. */
import type { Connection } from 'mongoose';
import type { Definition } from '../contract/index.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

export interface OwnTemplate {
  id: string;
  org: string;
  revision: number;
  /** Under the template's own id, with its own name and summary. */
  definition: Definition;
  from: { process: string; version?: number; revision?: number };
  savedBy: string;
  savedAt: string;
}

interface OwnTemplateRow extends Row {
  revision: number;
  json: string;
  from: string;
  savedBy: string;
  savedAt: string;
}

export type OwnTemplates = ReturnType<typeof ownTemplates>;

export function ownTemplates(connection: Connection) {
  const model = collection<OwnTemplateRow>(
    connection,
    'templates',
    { revision: Number, json: String, from: String, savedBy: String, savedAt: String },
    [[{ org: 1, _id: 1 }]],
  );
  const read = ({ _id, org, revision, json, from, savedBy, savedAt }: OwnTemplateRow): OwnTemplate => ({
    id: _id,
    org,
    revision,
    definition: JSON.parse(json) as Definition,
    from: JSON.parse(from) as OwnTemplate['from'],
    savedBy,
    savedAt,
  });
  const written = ({ definition, from, savedBy, savedAt }: Omit<OwnTemplate, 'id' | 'org' | 'revision'>) => ({
    json: JSON.stringify(definition),
    from: JSON.stringify(from),
    savedBy,
    savedAt,
  });
  return {
    model,
    /** Safe to repeat: a template that is there stays as it is. */
    async add({ id, org, ...rest }: Omit<OwnTemplate, 'revision'>): Promise<boolean> {
      return insertFirst(() => model.create({ _id: id, v: 1, org, revision: 1, ...written(rest) }));
    },
    async get(org: string, id: string): Promise<OwnTemplate | undefined> {
      const row = await model.findById(id).lean<OwnTemplateRow>();
      return row?.org === org ? read(row) : undefined;
    },
    /** The oldest first. */
    async list(org: string): Promise<OwnTemplate[]> {
      return (await model.find({ org }).sort({ _id: 1 }).lean<OwnTemplateRow[]>()).map(read);
    },
    /** False when somebody else saved or removed it meanwhile. */
    async save({ id, org, revision, ...rest }: OwnTemplate): Promise<boolean> {
      const saved = await model.updateOne(
        { _id: id, org, revision },
        { $set: { ...written(rest), revision: revision + 1 } },
      );
      return saved.matchedCount === 1;
    },
    /** What was begun from it stays. */
    async remove(org: string, id: string): Promise<boolean> {
      return (await model.deleteOne({ _id: id, org })).deletedCount === 1;
    },
  };
}
