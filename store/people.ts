/** People: how to reach them and in which language. What identifies somebody is sealed; mail is found by a blind index. */
import type { Connection } from 'mongoose';
import type { Language, Side } from '../contract/index.ts';
import type { MasterKeys } from './crypto/master-keys.ts';
import { seal, unseal } from './crypto/seal.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

/** What identifies somebody: never in clear text, never in Temporal. */
export interface Personal {
  name: string;
  mail?: string;
  phone?: string;
  /** Number for text messages, where it is not the phone. */
  sms?: string;
  /** Postal address, as on an envelope. */
  post?: string;
}

export interface Person extends Partial<Personal> {
  id: string;
  org: string;
  side: Side;
  language: Language;
  /** Which way they like best. */
  channel?: 'mail' | 'sms' | 'post' | 'phone';
  /** Who takes over when they are away. */
  deputy?: string;
  /** `until`: the last day; `batch`: by which running instances were told. */
  away?: { until?: string; deputy?: string; batch?: string };
  /** Fictional, made for a rehearsal. */
  world?: string;
  /** The person was erased: only the id is left, so that records keep making sense. */
  erased?: boolean;
}

interface PersonRow extends Row, Omit<Person, 'id' | keyof Personal> {
  org: string;
  sealed?: string;
  mailToken?: string;
}

export type NewPerson = Omit<Person, 'erased' | 'away'> & Personal;
export type People = ReturnType<typeof people>;

const PERSONAL = ['name', 'mail', 'phone', 'sms', 'post'] as const;

export function people(connection: Connection, master: MasterKeys) {
  const model = collection<PersonRow>(
    connection,
    'people',
    {
      side: String,
      language: String,
      channel: String,
      deputy: String,
      away: { type: { until: String, deputy: String, batch: String }, _id: false },
      world: String,
      erased: Boolean,
      sealed: String,
      mailToken: String,
    },
    [[{ org: 1, mailToken: 1 }], [{ org: 1, world: 1 }]],
  );
  /** Case and surrounding blanks do not make another address. */
  const tokenOf = (org: string, mail: string) => master.blind('mail', `${org} ${mail.trim().toLowerCase()}`);

  const read = ({ _id, v: _v, sealed, mailToken: _token, ...rest }: PersonRow): Person => ({
    ...(sealed ? (JSON.parse(unseal(master.people, sealed, _id)) as Personal) : {}),
    ...rest,
    id: _id,
  });
  const personalOf = (person: Partial<Personal>) =>
    Object.fromEntries(PERSONAL.flatMap((field) => (person[field] ? [[field, person[field]]] : [])));
  const sealedOf = (org: string, id: string, person: Partial<Personal>) => ({
    sealed: seal(master.people, JSON.stringify(personalOf(person)), id),
    ...(person.mail ? { mailToken: tokenOf(org, person.mail) } : {}),
  });

  return {
    model,
    /** False when the id is taken; that person is left as it is. */
    create({ id, org, name, mail, phone, sms, post, ...rest }: NewPerson): Promise<boolean> {
      const personal = { name, mail, phone, sms, post };
      return insertFirst(() =>
        model.create({ _id: id, v: 1, org, ...rest, ...sealedOf(org, id, personal) } as PersonRow),
      );
    },
    async get(id: string): Promise<Person | undefined> {
      const row = await model.findById(id).lean<PersonRow>();
      return row ? read(row) : undefined;
    },
    async getMany(ids: string[]): Promise<Person[]> {
      const rows = await model.find({ _id: { $in: ids } }).lean<PersonRow[]>();
      return rows.map(read);
    },
    async list(org: string, world?: string): Promise<Person[]> {
      const rows = await model
        .find({ org, world: world ?? { $exists: false } })
        .sort({ _id: 1 })
        .lean<PersonRow[]>();
      return rows.map(read);
    },
    /** Everybody with this mail address; a rehearsal's people are never among them. */
    async findByMail(org: string, mail: string): Promise<Person[]> {
      const rows = await model
        .find({ org, mailToken: tokenOf(org, mail), world: { $exists: false } })
        .lean<PersonRow[]>();
      return rows.map(read);
    },
    /** Changes the given fields; false when there is no such person, or it was erased. */
    async change(id: string, changes: Partial<Omit<Person, 'id' | 'org' | 'erased'>>): Promise<boolean> {
      for (;;) {
        const row = await model.findById(id).lean<PersonRow>();
        if (!row || row.erased) return false;
        const { id: _id, ...before } = read(row);
        const after = { ...before, ...changes };
        const clear = Object.fromEntries(
          Object.entries(changes).filter(([field]) => !(PERSONAL as readonly string[]).includes(field)),
        );
        const changed = await model.updateOne(
          { _id: id, sealed: row.sealed },
          {
            $set: { ...clear, ...sealedOf(row.org, id, after) },
            ...(after.mail ? {} : { $unset: { mailToken: 1 } }),
          },
        );
        if (changed.matchedCount === 1) return true;
      }
    },
    /** Back from being away. */
    async clearAway(id: string): Promise<void> {
      await model.updateOne({ _id: id }, { $unset: { away: 1 } });
    },
    /** Redacts the record: name and addresses go, the id stays. */
    async erase(id: string): Promise<boolean> {
      const erased = await model.updateOne(
        { _id: id },
        { $set: { erased: true }, $unset: { sealed: 1, mailToken: 1, channel: 1, deputy: 1, away: 1 } },
      );
      return erased.matchedCount === 1;
    },
  };
}
