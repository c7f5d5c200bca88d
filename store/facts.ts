/** The record of the past: facts by instance and number. Sealed whole; what counting needs stands beside it in clear. */
import type { Connection } from 'mongoose';
import type { Fact, FactType } from '../contract/index.ts';
import { isLocalDate } from '../core/calendar/index.ts';
import { PARTNERSHIP, partnershipStatuses, REVIEW_ON } from '../core/figures/index.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import { type Home, keyIdOf } from './rows.ts';
import type { Sealer } from './sealer.ts';

interface FactRow extends Row, Home {
  org: string;
  n: number;
  at: string;
  type: FactType;
  /** JSON of the fields that hold no words and no person. */
  clear: string;
  sealed: string;
}

/**
 * Of what was filled in only the days and rounds of a pilot, that somebody decided about it, not who or what, and how far a
 * partnership is.
 */
function countable(variables: Record<string, unknown>): Record<string, unknown> {
  const { start, end, round, decidedBy } = variables;
  const isDay = (value: unknown) => typeof value === 'string' && isLocalDate(value);
  const partnership = partnershipStatuses.find((status) => status === variables[PARTNERSHIP]);
  const reviewOn = variables[REVIEW_ON];
  return {
    ...(partnership === undefined ? {} : { [PARTNERSHIP]: partnership }),
    ...(isDay(reviewOn) || reviewOn === null ? { [REVIEW_ON]: reviewOn } : {}),
    ...(isDay(start) ? { start } : {}),
    ...(isDay(end) ? { end } : {}),
    ...(typeof round === 'number' ? { round } : {}),
    ...(decidedBy === undefined || decidedBy === null ? {} : { decidedBy: true }),
  };
}

/** Nine digits, so that ids sort as numbers do. */
export const factId = (instance: string, n: number) => `${instance}/${String(n).padStart(9, '0')}`;

/** Fields that are ids, dates, counts or choices. Anything not listed here is sealed only. */
const CLEAR = new Set([
  'n',
  'at',
  'instance',
  'type',
  'process',
  'version',
  'hash',
  'initiative',
  'element',
  'key',
  'scope',
  'task',
  'roles',
  'about',
  'commitment',
  'agreement',
  'item',
  'side',
  'due',
  'originalDue',
  'date',
  'count',
  'outcome',
  'outcomes',
  'first',
  'ladder',
  'rung',
  'capacity',
  'above',
  'role',
  'level',
  'job',
  'jobType',
]);

function clearPart(fact: Fact): Partial<Fact> {
  const entries: [string, unknown][] = Object.entries(fact).filter(([field]) => CLEAR.has(field));
  // Re-promising moves a date; elsewhere `from` and `to` are people.
  if (fact.type === 'commitment.rePromised') entries.push(['from', fact.from], ['to', fact.to]);
  // Who let a promise go decides whether it counts; a reason in somebody's own words does not.
  if (fact.type === 'commitment.dropped') {
    const { by, onBehalfOf, why } = fact;
    entries.push(['by', by], ['onBehalfOf', onBehalfOf]);
    if (why === 'agreement changed') entries.push(['why', why]);
  }
  if (fact.type === 'variables.set') entries.push(['variables', countable(fact.variables)]);
  return Object.fromEntries(entries) as Partial<Fact>;
}

export type Facts = ReturnType<typeof facts>;

export function facts(connection: Connection, sealer: Sealer) {
  const model = collection<FactRow>(
    connection,
    'facts',
    {
      instance: String,
      initiative: String,
      world: String,
      n: Number,
      at: String,
      type: String,
      clear: String,
      sealed: String,
    },
    [[{ instance: 1, n: 1 }], [{ org: 1, type: 1, at: 1 }], [{ initiative: 1, at: 1 }]],
  );

  const open = async (found: FactRow[]): Promise<Fact[]> => {
    const all = await Promise.all(found.map((row) => sealer.unseal<Fact>(keyIdOf(row), row._id, row.sealed)));
    return all.filter((fact) => fact !== undefined);
  };

  return {
    model,
    /** Writes facts; those that are there already are left as they are. */
    async append(home: Home, batch: Fact[]): Promise<void> {
      if (batch.length === 0) return;
      const rows = await Promise.all(
        batch.map(async (fact): Promise<FactRow> => {
          const _id = factId(home.instance, fact.n);
          return {
            _id,
            v: 1,
            ...home,
            n: fact.n,
            at: fact.at,
            type: fact.type,
            clear: JSON.stringify(clearPart(fact)),
            sealed: await sealer.seal(home.org, keyIdOf(home), _id, fact),
          };
        }),
      );
      await insertFirst(() => model.insertMany(rows, { ordered: false, lean: true }));
    },
    /** Facts of an instance in their order, from number `from`; none once the key was destroyed. */
    async of(
      instance: string,
      options: { from?: number; to?: number; limit?: number } = {},
    ): Promise<Fact[]> {
      const { from = 1, to = Number.MAX_SAFE_INTEGER, limit = 1_000 } = options;
      const found = await model
        .find({ instance, n: { $gte: from, $lte: to } })
        .sort({ n: 1 })
        .limit(limit)
        .lean<FactRow[]>();
      return open(found);
    },
    /** The newest facts of an initiative's instances, newest first; `before` is a moment. */
    async ofInitiative(
      initiative: string,
      options: { before?: string; limit?: number; types?: readonly FactType[] } = {},
    ): Promise<Fact[]> {
      const { before, limit = 200, types } = options;
      const found = await model
        .find({
          initiative,
          ...(before ? { at: { $lt: before } } : {}),
          ...(types ? { type: { $in: [...types] } } : {}),
        })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<FactRow[]>();
      return open(found);
    },
    /** Numbers missing between 1 and the last fact: the record has a hole. */
    async missing(instance: string): Promise<number[]> {
      const found = await model.find({ instance }, { n: 1 }).sort({ n: 1 }).lean<FactRow[]>();
      const there = new Set(found.map((row) => row.n));
      const last = found.at(-1)?.n ?? 0;
      return Array.from({ length: last }, (_, i) => i + 1).filter((n) => !there.has(n));
    },
    /**
     * What figures count, instance by instance in the order of numbers: the clear part only, so that counting needs no key
     * and goes on after an erasure. Rehearsals count only when their world is named.
     */
    async *forFigures(filter: {
      org: string;
      types: readonly FactType[];
      world?: string;
    }): AsyncGenerator<Fact> {
      const { org, types, world } = filter;
      const cursor = model
        .find({ org, type: { $in: [...types] }, world: world ?? { $exists: false } }, { clear: 1 })
        .sort({ _id: 1 })
        .lean<FactRow[]>()
        .cursor();
      for await (const row of cursor) yield JSON.parse((row as FactRow).clear) as Fact;
    },
  };
}
