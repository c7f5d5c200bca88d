/**
 * Reports: what was counted, written once; beside it what people added since. Frozen are ids, dates and counts only; words are
 * sealed, and what an initiative answered is kept with that initiative's key (store/results.ts).
 */
import type { Connection } from 'mongoose';
import type { Frozen, ReportStatus } from '../contract/index.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import { type Home, keyIdOf } from './rows.ts';
import type { Sealer } from './sealer.ts';

export interface Report extends Home {
  /** Id of the instance that made it. */
  id: string;
  team?: string;
  /** Month, quarter or year: reports of one kind follow each other. */
  of: string;
  period: string;
  frozenAt: string;
  status: ReportStatus;
  sentAt?: string;
  /** Goes up with everything that is added. */
  revision: number;
  frozen: Frozen;
  comment?: string;
}

/** Without what was counted. */
export type ReportSummary = Omit<Report, 'frozen' | 'comment'>;

interface ReportRow extends Row, Home {
  org: string;
  team?: string;
  of: string;
  period: string;
  frozenAt: string;
  status: ReportStatus;
  sentAt?: string;
  revision: number;
  frozen: string;
  sealed?: string;
}

export type Reports = ReturnType<typeof reports>;

export function reports(connection: Connection, sealer: Sealer) {
  const model = collection<ReportRow>(
    connection,
    'reports',
    {
      instance: String,
      initiative: String,
      world: String,
      team: String,
      of: String,
      period: String,
      frozenAt: String,
      status: String,
      sentAt: String,
      revision: Number,
      frozen: String,
      sealed: String,
    },
    [[{ org: 1, world: 1, period: -1 }]],
  );

  const summary = ({ _id, v: _v, frozen: _frozen, sealed: _sealed, ...rest }: ReportRow): ReportSummary => ({
    ...rest,
    id: _id,
  });

  const read = async (row: ReportRow): Promise<Report> => {
    const comment = row.sealed
      ? await sealer.unseal<string>(keyIdOf(row), `${row._id}/comment`, row.sealed)
      : undefined;
    return {
      ...summary(row),
      frozen: JSON.parse(row.frozen) as Frozen,
      ...(comment === undefined ? {} : { comment }),
    };
  };

  return {
    model,
    /** Once per id; false when it is there, which is left as it is. */
    freeze({ id, frozen, ...rest }: Omit<Report, 'status' | 'revision' | 'sentAt' | 'comment'>) {
      const words = { frozen: JSON.stringify(frozen) };
      const row = { _id: id, v: 1, ...rest, ...words, status: 'draft' as const, revision: 1 };
      return insertFirst(() => model.create(row));
    },
    async get(id: string): Promise<Report | undefined> {
      const row = await model.findById(id).lean<ReportRow>();
      return row ? read(row) : undefined;
    },
    has: async (id: string): Promise<boolean> => (await model.exists({ _id: id })) !== null,
    /** Newest period first. */
    async list(filter: {
      org: string;
      world?: string;
      team?: string;
      status?: ReportStatus;
      limit?: number;
    }): Promise<ReportSummary[]> {
      const { org, world, team, status, limit = 50 } = filter;
      const found = await model
        .find({
          org,
          world: world ?? { $exists: false },
          ...(team ? { team } : {}),
          ...(status ? { status } : {}),
        })
        .sort({ period: -1, frozenAt: -1 })
        .limit(limit)
        .lean<ReportRow[]>();
      return found.map(summary);
    },
    /** Those of the same kind and team about earlier periods, the newest first. */
    async before(
      { org, world, team, of, period }: Pick<Report, 'org' | 'world' | 'team' | 'of' | 'period'>,
      limit: number,
    ): Promise<Frozen[]> {
      const found = await model
        .find({
          org,
          world: world ?? { $exists: false },
          team: team ?? { $exists: false },
          of,
          period: { $lt: period },
        })
        .sort({ period: -1, frozenAt: -1 })
        .limit(limit)
        .lean<ReportRow[]>();
      return found.map(({ frozen }) => JSON.parse(frozen) as Frozen);
    },
    /** Adds a comment over the revision it was read with; false when somebody else added something meanwhile. */
    async comment({ id, ...report }: Report, comment: string): Promise<boolean> {
      const sealed = await sealer.seal(report.org, keyIdOf(report), `${id}/comment`, comment);
      const added = await model.updateOne(
        { _id: id, revision: report.revision },
        { $set: { sealed }, $inc: { revision: 1 } },
      );
      return added.matchedCount === 1;
    },
    /** Once; the moment stays that of the first time. */
    async sent(id: string, at: string): Promise<void> {
      await model.updateOne(
        { _id: id, status: 'draft' },
        { $set: { status: 'sent', sentAt: at }, $inc: { revision: 1 } },
      );
    },
  };
}
