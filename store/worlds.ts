/** Rehearsal worlds: a clock, members in order of creation, people in roles, calendar. The clock only goes forward. */
import type { Connection } from 'mongoose';
import type { Calendar } from '../core/calendar/index.ts';
import { insertFirst } from './duplicate.ts';
import type { Holders } from './organisations.ts';
import { collection, type Row } from './record.ts';

export interface WorldMember {
  kind: 'instance' | 'mailroom' | 'schedule';
  /** Workflow id. */
  id: string;
}

export interface World {
  id: string;
  org: string;
  name: string;
  /** What its clock shows. */
  at: string;
  state: 'open' | 'closed';
  roles: Holders;
  /** In order of creation: ties are broken by it. */
  members: WorldMember[];
  /** The organisation's, unless given. */
  calendar?: Calendar;
  /** Mail really goes out (tests give it a mail server); otherwise it stays in the outbox. */
  sendsMail?: boolean;
  createdBy?: string;
  /** The last jump to what was next: asked again, it is the same one. */
  lastJump?: { request: string; member: string; at: string };
}

interface WorldRow extends Row, Omit<World, 'id' | 'roles' | 'calendar' | 'lastJump'> {
  org: string;
  roles: string;
  calendar?: string;
  lastJump?: string;
}

export type Worlds = ReturnType<typeof worlds>;

export function worlds(connection: Connection) {
  const model = collection<WorldRow>(
    connection,
    'worlds',
    {
      name: String,
      at: String,
      state: String,
      roles: String,
      calendar: String,
      members: [{ kind: String, id: String, _id: false }],
      sendsMail: Boolean,
      createdBy: String,
      lastJump: String,
    },
    [[{ org: 1, state: 1, _id: -1 }]],
  );
  const read = ({ _id, v: _v, roles, calendar, lastJump, ...rest }: WorldRow): World => ({
    ...rest,
    id: _id,
    roles: JSON.parse(roles) as Holders,
    calendar: calendar ? (JSON.parse(calendar) as Calendar) : undefined,
    ...(lastJump ? { lastJump: JSON.parse(lastJump) as World['lastJump'] } : {}),
  });
  return {
    model,
    /** False when the id is taken; that world is left as it is. */
    create({
      id,
      roles,
      calendar,
      ...rest
    }: Omit<World, 'state' | 'members' | 'lastJump'>): Promise<boolean> {
      return insertFirst(() =>
        model.create({
          _id: id,
          v: 1,
          ...rest,
          state: 'open',
          members: [],
          roles: JSON.stringify(roles),
          ...(calendar ? { calendar: JSON.stringify(calendar) } : {}),
        }),
      );
    },
    async get(id: string): Promise<World | undefined> {
      const row = await model.findById(id).lean<WorldRow>();
      return row ? read(row) : undefined;
    },
    async list(org: string): Promise<World[]> {
      return (await model.find({ org }).sort({ _id: -1 }).lean<WorldRow[]>()).map(read);
    },
    /** Moves the clock from what it showed; false when somebody else moved it meanwhile. Throws when it would go back. */
    async advance(id: string, from: string, to: string): Promise<boolean> {
      if (to < from) throw new Error(`Expected the clock of '${id}' to go on from ${from}, but got ${to}`);
      return (
        (await model.updateOne({ _id: id, at: from, state: 'open' }, { $set: { at: to } })).matchedCount === 1
      );
    },
    /** Adds a member at the end, once. */
    async join(id: string, member: WorldMember): Promise<void> {
      const absent = { _id: id, members: { $not: { $elemMatch: { kind: member.kind, id: member.id } } } };
      await model.updateOne(absent, { $push: { members: member } });
    },
    async leave(id: string, member: WorldMember): Promise<void> {
      await model.updateOne({ _id: id }, { $pull: { members: { kind: member.kind, id: member.id } } });
    },
    async keepJump(id: string, jump: NonNullable<World['lastJump']>): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { lastJump: JSON.stringify(jump) } });
    },
    async setRoles(id: string, roles: Holders): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { roles: JSON.stringify(roles) } });
    },
    async close(id: string): Promise<boolean> {
      return (
        (await model.updateOne({ _id: id, state: 'open' }, { $set: { state: 'closed' } })).matchedCount === 1
      );
    },
  };
}
