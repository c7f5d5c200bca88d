/** Requests and answers of operations: where processes are stuck, repairs with a preview, other versions, many at once, the audit trail. */
import { z } from 'zod';
import { Act } from '../act.ts';
import { ActPreview, MigrationPlan } from '../migration.ts';
import { Acted, Instant, listOf, Page, place } from './common.ts';

export const Incident = z.object({
  ...place,
  instance: z.string(),
  process: z.string(),
  version: z.number().int().optional(),
  incident: z.string(),
  element: z.string(),
  code: z.string(),
  message: z.string(),
  at: Instant,
});
export const IncidentList = Page.extend({
  process: z.string().optional(),
  world: z.string().optional(),
}).strict();
export const Incidents = listOf(Incident);

export const PreviewAct = Act;
export const Preview = ActPreview;

const where = {
  /** Number of the version of the same process. */
  to: z.number().int().positive(),
  /** Old element to new, where it is not plain. */
  mapping: z.record(z.string(), z.string()).optional(),
  /** Codes of problems that are accepted. */
  despite: z.array(z.string()).optional(),
};
const why = z.string().min(1).max(1_000);

export const MigrationAsked = z.object(where).strict();
export const Plan = MigrationPlan;
export const Migration = z.object({ ...where, why, undo: z.boolean().optional() }).strict();
export const Migrated = Acted;

/** What running instances of a process would need to go to another version, one by one. */
export const MigrationSurvey = z
  .object({ ...where, instances: z.array(z.string()).max(500).optional() })
  .strict();
export const Surveyed = z.object({
  items: z.array(
    z.object({ ...place, instance: z.string(), version: z.number().int().optional(), plan: MigrationPlan }),
  ),
});

/** The same for many instances: each once, with a result of its own. */
export const NewBatch = z
  .object({
    instances: z.array(z.string()).min(1).max(500),
    do: z.discriminatedUnion('type', [
      z.object({ type: z.literal('retry') }).strict(),
      z.object({ type: z.literal('migrate'), ...where, undo: z.boolean().optional() }).strict(),
      z.object({ type: z.literal('act'), act: Act }).strict(),
    ]),
    why,
  })
  .strict();
export const Batch = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  type: z.string(),
  why: z.string(),
  done: z.boolean(),
  counts: z.object({
    pending: z.number().int(),
    done: z.number().int(),
    refused: z.number().int(),
    ended: z.number().int(),
  }),
  items: z.array(
    z.object({
      instance: z.string(),
      state: z.enum(['pending', 'done', 'refused', 'ended']),
      code: z.string().optional(),
      message: z.string().optional(),
    }),
  ),
});
export type Batch = z.infer<typeof Batch>;
export const Batches = listOf(Batch);

export const AuditList = Page.extend({
  about: z.string().optional(),
  action: z.string().optional(),
}).strict();
/** Who did what, by ids; words of people stay where they are sealed. */
export const AuditEntry = z.object({
  at: Instant,
  by: z.string(),
  action: z.string(),
  about: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export const AuditEntries = listOf(AuditEntry);
