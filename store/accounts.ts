/** Local accounts: a person's way in by mail address and password. The address is a blind index, the password an argon2id hash. */
import type { Connection } from 'mongoose';
import type { MasterKeys } from './crypto/master-keys.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

/** What somebody may do follows from the roles they hold in the organisation, not from the account. */
export interface Account {
  /** One account per person. */
  person: string;
  org: string;
  /** In PHC form, with its own parameters and salt. */
  passwordHash: string;
  /** The password was chosen by somebody else: nothing goes before choosing another. */
  mustChange?: boolean;
  disabledAt?: string;
  createdAt: string;
  lastSignInAt?: string;
}

interface AccountRow extends Row, Omit<Account, 'person'> {
  org: string;
  login: string;
}

export type Accounts = ReturnType<typeof accounts>;

export function accounts(connection: Connection, master: MasterKeys) {
  const model = collection<AccountRow>(
    connection,
    'accounts',
    {
      login: String,
      passwordHash: String,
      mustChange: Boolean,
      disabledAt: String,
      createdAt: String,
      lastSignInAt: String,
    },
    [[{ login: 1 }, { unique: true }], [{ org: 1 }]],
  );
  const read = ({ _id, v: _v, login: _login, ...rest }: AccountRow): Account => ({ ...rest, person: _id });
  const loginOf = (mail: string) => master.blind('login', mail.trim().toLowerCase());
  return {
    model,
    /** Name a mail address and a network address in limits and the audit trail, without telling them. */
    loginOf,
    addressOf: (address: string): string => master.blind('address', address),
    /** False when the person has an account, or the address is somebody's: nothing was made then. */
    create({ person, ...account }: Account, mail: string): Promise<boolean> {
      return insertFirst(() => model.create({ _id: person, v: 1, ...account, login: loginOf(mail) }));
    },
    async get(person: string): Promise<Account | undefined> {
      const row = await model.findById(person).lean<AccountRow>();
      return row ? read(row) : undefined;
    },
    async findByMail(mail: string): Promise<Account | undefined> {
      const row = await model.findOne({ login: loginOf(mail) }).lean<AccountRow>();
      return row ? read(row) : undefined;
    },
    async list(org: string): Promise<Account[]> {
      return (await model.find({ org }).sort({ _id: 1 }).lean<AccountRow[]>()).map(read);
    },
    async count(): Promise<number> {
      return model.countDocuments({});
    },
    async signedIn(person: string, at: string): Promise<void> {
      await model.updateOne({ _id: person }, { $set: { lastSignInAt: at } });
    },
    async setPassword(person: string, passwordHash: string, mustChange: boolean): Promise<void> {
      await model.updateOne({ _id: person }, { $set: { passwordHash, mustChange } });
    },
    /** False when there is no such account in the organisation. */
    async disable(org: string, person: string, at: string): Promise<boolean> {
      return (await model.updateOne({ _id: person, org }, { $set: { disabledAt: at } })).matchedCount === 1;
    },
    /** For good: nobody signs in with it again. */
    async remove(org: string, person: string): Promise<void> {
      await model.deleteOne({ _id: person, org });
    },
    async enable(org: string, person: string): Promise<boolean> {
      return (await model.updateOne({ _id: person, org }, { $unset: { disabledAt: 1 } })).matchedCount === 1;
    },
  };
}
