/** How each organisation looks: the colour it chose, and its logo as a file that is safe to show. */
import type { Connection } from 'mongoose';
import { collection, type Row } from './record.ts';

export interface Look {
  org: string;
  /** `#RRGGBB`, as it was chosen. */
  accent?: string;
  logo?: { type: 'image/png' | 'image/svg+xml'; content: Buffer };
  /** Counts changes, so that browsers fetch what is new. */
  revision: number;
  changedBy?: string;
  changedAt?: string;
}

interface LookRow extends Row {
  accent?: string;
  logoType?: string;
  /** Base64. */
  logo?: string;
  revision: number;
  changedBy?: string;
  changedAt?: string;
}

export type Looks = ReturnType<typeof looks>;

export function looks(connection: Connection) {
  const model = collection<LookRow>(connection, 'looks', {
    accent: String,
    logoType: String,
    logo: String,
    revision: Number,
    changedBy: String,
    changedAt: String,
  });
  return {
    model,
    /** Of an organisation that chose nothing, nothing. */
    async get(org: string): Promise<Look | undefined> {
      const row = await model.findById(org).lean<LookRow>();
      if (!row) return undefined;
      const { _id, v: _v, logo, logoType, ...rest } = row;
      return {
        ...rest,
        ...(logo === undefined
          ? {}
          : { logo: { type: logoType as 'image/png', content: Buffer.from(logo, 'base64') } }),
      };
    },
    /** What is undefined goes; what is left out stays. */
    async change(
      org: string,
      what: { accent?: string | undefined; logo?: Look['logo'] | undefined },
      by: string,
      at: string,
    ): Promise<void> {
      const values: Record<string, string | undefined> = {
        ...('accent' in what ? { accent: what.accent } : {}),
        ...('logo' in what ? { logo: what.logo?.content.toString('base64'), logoType: what.logo?.type } : {}),
      };
      const gone = Object.keys(values).filter((key) => values[key] === undefined);
      const kept = Object.entries(values).filter(([, value]) => value !== undefined);
      await model.updateOne(
        { _id: org },
        {
          $set: { ...Object.fromEntries(kept), org, v: 1, changedBy: by, changedAt: at },
          $inc: { revision: 1 },
          ...(gone.length > 0 ? { $unset: Object.fromEntries(gone.map((key) => [key, 1])) } : {}),
        },
        { upsert: true },
      );
    },
  };
}
