/** The audit trail: who did what to which record, by ids only; what was said stays where it is sealed. Written, never changed. */
import type { Connection } from 'mongoose';
import { monotonicFactory } from 'ulid';
import { collection, type Row } from './record.ts';
import type { Page } from './rows.ts';

export interface AuditEntry {
  org: string;
  at: string;
  /** Person id, token id, or `system`. */
  by: string;
  /** Verb of the application: `person.erased`, `definition.published`, `facts.gap`. */
  action: string;
  /** Id of the record. */
  about: string;
  /** Codes, ids and numbers; never words of people. */
  detail?: Record<string, string | number | boolean>;
}

interface AuditRow extends Row, Omit<AuditEntry, 'detail'> {
  org: string;
  detail?: string;
}

export type Audit = ReturnType<typeof audit>;

export function audit(connection: Connection) {
  const model = collection<AuditRow>(
    connection,
    'audit',
    { at: String, by: String, action: String, about: String, detail: String },
    [[{ org: 1, _id: -1 }], [{ org: 1, about: 1 }]],
  );
  const next = monotonicFactory();
  return {
    model,
    async add({ detail, ...entry }: AuditEntry): Promise<void> {
      await model.create({
        _id: next(),
        v: 1,
        ...entry,
        ...(detail ? { detail: JSON.stringify(detail) } : {}),
      });
    },
    /** Newest first. */
    async list(
      filter: { org: string; about?: string; action?: string },
      { limit = 100, skip = 0 }: Page = {},
    ): Promise<AuditEntry[]> {
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const found = await model.find(given).sort({ _id: -1 }).skip(skip).limit(limit).lean<AuditRow[]>();
      return found.map(({ _id, v: _v, detail, ...rest }) => ({
        ...rest,
        ...(detail ? { detail: JSON.parse(detail) } : {}),
      }));
    },
  };
}
