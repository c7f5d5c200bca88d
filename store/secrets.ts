/** Secrets for other systems: processes name them, and nobody reads one back. Each is for the addresses it was given for. */
import type { Connection } from 'mongoose';
import type { MasterKeys } from './crypto/master-keys.ts';
import { seal, unseal } from './crypto/seal.ts';
import { collection, type Row } from './record.ts';

export interface Secret {
  name: string;
  /** Where it may be sent: `https://crm.example.org`, with the port where it is not the usual one. */
  origins: string[];
  changedAt: string;
  /** Person or token id. */
  changedBy: string;
}

interface SecretRow extends Row, Secret {
  org: string;
  sealed: string;
}

export type Secrets = ReturnType<typeof secrets>;

const idOf = (org: string, name: string) => `${org}/${name}`;

export function secrets(connection: Connection, master: MasterKeys) {
  const model = collection<SecretRow>(
    connection,
    'secrets',
    { name: String, origins: [String], changedAt: String, changedBy: String, sealed: String },
    [[{ org: 1, name: 1 }]],
  );
  return {
    model,
    /** Gives a secret its value, the first time or anew. */
    async put(org: string, { value, ...secret }: Secret & { value: string }): Promise<void> {
      const id = idOf(org, secret.name);
      await model.updateOne(
        { _id: id },
        { $set: { v: 1, org, ...secret, sealed: seal(master.secrets, value, id) } },
        { upsert: true },
      );
    },
    async list(org: string): Promise<Secret[]> {
      const rows = await model.find({ org }).sort({ name: 1 }).lean<SecretRow[]>();
      return rows.map(({ name, origins, changedAt, changedBy }) => ({ name, origins, changedAt, changedBy }));
    },
    /** Only for who is about to use it. */
    async open(org: string, name: string): Promise<{ value: string; origins: string[] } | undefined> {
      const id = idOf(org, name);
      const row = await model.findById(id).lean<SecretRow>();
      return row ? { value: unseal(master.secrets, row.sealed, id), origins: row.origins } : undefined;
    },
    async remove(org: string, name: string): Promise<boolean> {
      return (await model.deleteOne({ _id: idOf(org, name) })).deletedCount === 1;
    },
  };
}
