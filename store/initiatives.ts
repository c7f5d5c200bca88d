/** Initiatives: the record that instances belong to. Its words are sealed with its own key. */
import type { Connection } from 'mongoose';
import { insertFirst } from './duplicate.ts';
import type { Holders } from './organisations.ts';
import { collection, type Row } from './record.ts';
import type { Sealer } from './sealer.ts';

/** Said by the initiators, in their own words. */
export interface InitiativeWords {
  title: string;
  idea?: string;
  place?: string;
  motto?: string;
  [more: string]: unknown;
}

export interface Initiative {
  id: string;
  org: string;
  team?: string;
  /** Rehearsal. */
  world?: string;
  /** Person ids per role; the first one leads. */
  roles: Holders;
  /** Person id of the one who gets the mail. */
  contact?: string;
  status: 'open' | 'closed' | 'erased';
  createdAt: string;
  revision: number;
  /** Absent after erasure. */
  words?: InitiativeWords;
}

interface InitiativeRow extends Row {
  team?: string;
  world?: string;
  roles: string;
  contact?: string;
  status: Initiative['status'];
  createdAt: string;
  revision: number;
  sealed?: string;
}

export type Initiatives = ReturnType<typeof initiatives>;

export function initiatives(connection: Connection, sealer: Sealer) {
  const model = collection<InitiativeRow>(
    connection,
    'initiatives',
    {
      team: String,
      world: String,
      roles: String,
      contact: String,
      status: String,
      createdAt: String,
      revision: Number,
      sealed: String,
    },
    [[{ org: 1, status: 1, _id: -1 }], [{ org: 1, team: 1 }]],
  );

  const read = async ({ _id, v: _v, sealed, roles, ...rest }: InitiativeRow): Promise<Initiative> => ({
    ...rest,
    id: _id,
    roles: JSON.parse(roles) as Holders,
    words: sealed ? await sealer.unseal<InitiativeWords>(_id, _id, sealed) : undefined,
  });
  const readAll = async (rows: InitiativeRow[]): Promise<Initiative[]> => {
    await sealer.ahead(rows.map(({ _id }) => _id));
    return Promise.all(rows.map(read));
  };

  return {
    model,
    /** False when the id is taken; that initiative is left as it is. Its key is made with it. */
    async create(initiative: Omit<Initiative, 'revision' | 'status' | 'words'> & { words: InitiativeWords }) {
      const { id, words, roles, ...rest } = initiative;
      const sealed = await sealer.seal(rest.org, id, id, words);
      return insertFirst(() =>
        model.create({
          _id: id,
          v: 1,
          ...rest,
          roles: JSON.stringify(roles),
          status: 'open',
          revision: 1,
          sealed,
        }),
      );
    },
    async get(id: string): Promise<Initiative | undefined> {
      const row = await model.findById(id).lean<InitiativeRow>();
      return row ? read(row) : undefined;
    },
    /** Team and people only: what access depends on. */
    async home(id: string): Promise<{ team?: string; roles: Holders } | undefined> {
      const row = await model.findById(id).select({ team: 1, roles: 1 }).lean<InitiativeRow>();
      return row ? { ...(row.team ? { team: row.team } : {}), roles: JSON.parse(row.roles) } : undefined;
    },
    /** Ids of those of the teams, and of those in which a person holds a role; rehearsals are left out. */
    async reachable(org: string, teams: string[], person?: string): Promise<string[]> {
      const found = await model
        .find({ org, world: { $exists: false } })
        .select({ team: 1, roles: 1 })
        .lean<InitiativeRow[]>();
      const holds = (roles: Holders) => person !== undefined && Object.values(roles).flat().includes(person);
      return found
        .filter(({ team, roles }) => (team && teams.includes(team)) || holds(JSON.parse(roles)))
        .map(({ _id }) => _id);
    },
    /** Newest first; `before` is the id of the last one of the page before. */
    async list(filter: {
      org: string;
      team?: string;
      status?: Initiative['status'];
      world?: string;
      before?: string;
      limit?: number;
      ids?: string[] | undefined;
      /** Those one reaches, outside rehearsals. */
      initiatives?: string[];
    }): Promise<Initiative[]> {
      const { org, team, status, world, before, limit = 50, ids, initiatives: reach } = filter;
      const within = world === undefined ? reach : undefined;
      const only = ids && within ? ids.filter((id) => within.includes(id)) : (ids ?? within);
      const rows = await model
        .find({
          org,
          world: world ?? { $exists: false },
          ...(team ? { team } : {}),
          ...(status ? { status } : {}),
          ...(before || only
            ? { _id: { ...(before ? { $lt: before } : {}), ...(only ? { $in: only } : {}) } }
            : {}),
        })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<InitiativeRow[]>();
      return readAll(rows);
    },
    /** Open ones over all organisations, without rehearsals. */
    countOpen: (): Promise<number> => model.countDocuments({ status: 'open', world: { $exists: false } }),
    /** Saves over the revision it was read with; false when somebody else saved meanwhile. */
    async save(initiative: Initiative): Promise<boolean> {
      const { id, org, words, roles, revision, team, contact, status } = initiative;
      const saved = await model.updateOne(
        { _id: id, revision, status: { $ne: 'erased' } },
        {
          $set: {
            status,
            roles: JSON.stringify(roles),
            ...(team ? { team } : {}),
            ...(contact ? { contact } : {}),
            ...(words ? { sealed: await sealer.seal(org, id, id, words) } : {}),
          },
          $inc: { revision: 1 },
        },
      );
      return saved.matchedCount === 1;
    },
    /** Marks it erased and drops its words; the caller ends its instances first and destroys its key after. */
    async markErased(id: string): Promise<boolean> {
      const erased = await model.updateOne(
        { _id: id },
        { $set: { status: 'erased', roles: '{}' }, $unset: { sealed: 1, contact: 1 }, $inc: { revision: 1 } },
      );
      return erased.matchedCount === 1;
    },
  };
}
