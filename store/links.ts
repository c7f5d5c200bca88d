/** Personal links: what each stands for, under the SHA-256 of its token; the token itself is only with whom it was sent to. */
import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

/** One person's way into one instance, and to the items the link was sent about. */
export interface PersonalLink {
  org: string;
  person: string;
  instance: string;
  initiative?: string;
  world?: string;
  /** Items as people name them: `n3`, `c2`. */
  about: string[];
  createdAt: string;
  revokedAt?: string;
}

interface LinkRow extends Row, PersonalLink {
  org: string;
}

interface RoundRow extends Row {
  round: number;
}

export type Links = ReturnType<typeof links>;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export function links(connection: Connection) {
  const model = collection<LinkRow>(
    connection,
    'links',
    {
      person: String,
      instance: String,
      initiative: String,
      world: String,
      about: [String],
      createdAt: String,
      revokedAt: String,
    },
    [[{ person: 1 }]],
  );
  const rounds = collection<RoundRow>(connection, 'linkRounds', { round: Number });
  return {
    model,
    /** How often a person's links were blocked; what tokens are made from, so that later ones are others. */
    async round(person: string): Promise<number> {
      return (await rounds.findById(person).lean<RoundRow>())?.round ?? 0;
    },
    /** Safe to repeat: a link that is there stays as it is. */
    async give(token: string, link: Omit<PersonalLink, 'revokedAt'>): Promise<void> {
      const _id = hashOf(token);
      if ((await model.exists({ _id })) !== null) return;
      await insertFirst(() => model.create({ _id, v: 1, ...link }));
    },
    async find(token: string): Promise<PersonalLink | undefined> {
      const row = await model.findById(hashOf(token)).lean<LinkRow>();
      if (!row) return undefined;
      const { _id, v: _v, ...rest } = row;
      return rest;
    },
    /** Blocks all links a person ever got; later messages carry others. Gives how many. */
    async revoke(org: string, person: string, at: string): Promise<number> {
      if (!(await insertFirst(() => rounds.create({ _id: person, v: 1, org, round: 1 }))))
        await rounds.updateOne({ _id: person }, { $inc: { round: 1 } });
      const revoked = await model.updateMany(
        { person, org, revokedAt: { $exists: false } },
        { $set: { revokedAt: at } },
      );
      return revoked.modifiedCount;
    },
  };
}
