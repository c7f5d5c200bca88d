/** Organisations: zone and calendar with their version, settings, language, teams and who holds which role in them. */
import type { Connection } from 'mongoose';
import type { Language } from '../contract/index.ts';
import type { Calendar } from '../core/calendar/index.ts';
import type { Settings } from '../core/settings.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

/** Person ids per role; the first one leads. */
export type Holders = Record<string, string[]>;

export interface Organisation {
  id: string;
  name: string;
  zone: string;
  language: Language;
  calendar: Calendar;
  settings: Settings;
  /** Holders for the whole organisation: director, administrator, manager of all teams. */
  roles: Holders;
  teams: { id: string; name: string; roles: Holders }[];
  /** Processes that only go into use when a second person approved: all, or these. */
  fourEyes?: { all: boolean; processes: string[] };
  /** Changes with every save. */
  revision: number;
}

interface OrganisationRow extends Row {
  revision: number;
  /** JSON: role ids may hold characters that field names may not. */
  body: string;
}

export type Organisations = ReturnType<typeof organisations>;

export function organisations(connection: Connection) {
  const model = collection<OrganisationRow>(connection, 'organisations', { revision: Number, body: String });
  const read = (row: OrganisationRow): Organisation => ({
    ...(JSON.parse(row.body) as Omit<Organisation, 'id' | 'revision'>),
    id: row._id,
    revision: row.revision,
  });
  const bodyOf = ({ id: _id, revision: _revision, ...rest }: Organisation) => JSON.stringify(rest);
  return {
    model,
    /** False when the organisation is there already; it is left as it is. */
    create: (org: Omit<Organisation, 'revision'>): Promise<boolean> =>
      insertFirst(() =>
        model.create({ _id: org.id, v: 1, org: org.id, revision: 1, body: bodyOf({ ...org, revision: 1 }) }),
      ),
    async get(id: string): Promise<Organisation | undefined> {
      const row = await model.findById(id).lean();
      return row ? read(row) : undefined;
    },
    list: async (): Promise<Organisation[]> => (await model.find({}).sort({ _id: 1 }).lean()).map(read),
    /** Saves over the revision it was read with; false when somebody else saved meanwhile. */
    async save(org: Organisation): Promise<boolean> {
      const saved = await model.updateOne(
        { _id: org.id, revision: org.revision },
        { $set: { body: bodyOf(org) }, $inc: { revision: 1 } },
      );
      return saved.matchedCount === 1;
    },
  };
}
