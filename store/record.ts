/** How records are declared: own string ids, `org` and schema version `v` on each, indexes made by prepareStore only. */
import { type Connection, type IndexOptions, type Model, Schema, type SchemaDefinition } from 'mongoose';

/** What every record carries. Ids are made by us; `org` is part of every permission check. */
export interface Row {
  _id: string;
  v: number;
  org: string;
}

export type Index = [fields: Record<string, 1 | -1>, options?: IndexOptions];

/** A model of one collection. Unknown fields are refused, in writes and in filters alike. */
export function collection<T extends Row>(
  connection: Connection,
  name: string,
  fields: SchemaDefinition,
  indexes: Index[] = [],
): Model<T> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      v: { type: Number, required: true },
      org: { type: String, required: true },
      ...fields,
    },
    {
      collection: name,
      versionKey: false,
      id: false,
      minimize: false,
      strict: 'throw',
      strictQuery: 'throw',
      autoIndex: false,
      autoCreate: false,
    },
  );
  for (const [index, options] of indexes) schema.index(index, options);
  return connection.model(name, schema) as unknown as Model<T>;
}
