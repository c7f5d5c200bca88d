/** Routes of operations: incidents, what a repair would do, moving to another version, many at once, the audit trail. */
import { z } from 'zod';
import { Page } from '../../contract/api/common.ts';
import {
  AuditEntries,
  AuditList,
  Batch,
  Batches,
  IncidentList,
  Incidents,
  Migrated,
  Migration,
  MigrationAsked,
  MigrationSurvey,
  NewBatch,
  Plan,
  Preview,
  PreviewAct,
  Surveyed,
} from '../../contract/api/operations.ts';
import type { Act } from '../../contract/index.ts';
import { planMigration } from '../../core/migration/index.ts';
import { previewAct } from '../../core/views/preview.ts';
import type { InstanceSummary } from '../../store/index.ts';
import { ownInstance } from '../act-on.ts';
import { batchOf, migrate, startBatch } from '../batch.ts';
import { signed } from '../part.ts';
import { actionOf } from '../permissions.ts';
import { permit } from '../permit.ts';
import { notFound, Problem, rejected } from '../problem.ts';
import { withinReach } from '../reach.ts';
import { type Call, route } from '../route.ts';
import { standing } from '../standing.ts';
import { needGoingOn } from '../world-open.ts';

const One = z.object({ instance: z.string() });
type Calling = Pick<Call<unknown, unknown, unknown>, 'deps' | 'caller' | 'action'>;

const RUNNING = ['running', 'paused', 'resting'] as const;

export const operationRoutes = [
  route({
    id: 'instances.incidents',
    method: 'get',
    path: '/incidents',
    action: 'instance.read',
    summary: 'Where processes are stuck: what was expected, what came, and at which element.',
    query: IncidentList,
    answer: Incidents,
    async handle(call) {
      const { query, caller, deps } = call;
      const reach = await withinReach(call, call.action);
      const stuck = await deps.store.instances.list({
        org: caller.org,
        ...query,
        ...reach,
        status: [...RUNNING],
        withIncidents: true,
      });
      const views = await Promise.all(stuck.map(({ instance }) => deps.store.instances.view(instance)));
      return {
        items: stuck.flatMap(({ instance, process, version, org, initiative, world }, i) =>
          (views[i]?.open.incidents ?? []).map((incident) => ({
            ...incident,
            instance,
            process,
            org,
            ...(version === undefined ? {} : { version }),
            ...(initiative ? { initiative } : {}),
            ...(world ? { world } : {}),
          })),
        ),
      };
    },
  }),
  route({
    id: 'instances.preview',
    method: 'post',
    path: '/instances/:instance/preview',
    action: 'instance.read',
    summary: 'What an act would begin, end and change, without doing it.',
    params: One,
    body: PreviewAct,
    answer: Preview,
    async handle(call) {
      const { params, body, caller, deps } = call;
      const needed = actionOf[body.type];
      permit(caller, needed);
      const found = await ownInstance({ ...call, action: needed }, params.instance);
      const { state, ctx, at } = await standing(deps, found);
      return previewAct(ctx, state, { ...body, by: body.by ?? signed(caller) } as Act, at);
    },
  }),
  route({
    id: 'instances.planMigration',
    method: 'post',
    path: '/instances/:instance/migration-plan',
    action: 'instance.repair',
    summary:
      'Whether an instance can go to another version, where everything goes, and which moments change.',
    params: One,
    body: MigrationAsked,
    answer: Plan,
    handle: async (call) => planOf(call, await ownInstance(call, call.params.instance), call.body),
  }),
  route({
    id: 'instances.migrate',
    method: 'post',
    path: '/instances/:instance/migration',
    action: 'instance.repair',
    summary: 'Moves an instance to another version, or back while nothing has moved since.',
    params: One,
    body: Migration,
    answer: Migrated,
    async handle(call) {
      const { params, body, caller, deps, id } = call;
      const { to, ...how } = body;
      const { org, world } = await ownInstance(call, params.instance);
      await needGoingOn(deps, world);
      const by = signed(caller);
      const answer = await migrate(deps, { org, instance: params.instance, to, how: { ...how, by }, id });
      if (!answer.ok) throw rejected(answer.rejection);
      await record(call, how.undo ? 'instance.migrationUndone' : 'instance.migrated', params.instance, {
        to,
      });
      const { n, projected } = answer.result;
      return { instance: params.instance, n, projected };
    },
  }),
  route({
    id: 'definitions.planMigration',
    method: 'post',
    path: '/definitions/:definition/migration-plan',
    action: 'instance.repair',
    summary: 'What each running instance of a process would need to go to another version.',
    params: z.object({ definition: z.string() }),
    body: MigrationSurvey,
    answer: Surveyed,
    async handle(call) {
      const { params, body, caller, deps } = call;
      const { instances: chosen, ...wanted } = body;
      const reach = await withinReach(call, call.action);
      const running = await deps.store.instances.list({
        org: caller.org,
        process: params.definition,
        status: [...RUNNING],
        limit: 500,
        ...reach,
      });
      const asked = running.filter(
        ({ instance, version }) => version !== wanted.to && (!chosen || chosen.includes(instance)),
      );
      const items = [];
      for (const found of asked) {
        const { instance, version, org, initiative, world } = found;
        items.push({
          instance,
          org,
          ...(version === undefined ? {} : { version }),
          ...(initiative ? { initiative } : {}),
          ...(world ? { world } : {}),
          plan: await planOf(call, found, wanted),
        });
      }
      return { items };
    },
  }),
  route({
    id: 'batches.list',
    method: 'get',
    path: '/batches',
    action: 'instance.repair',
    summary: 'What was done to many instances at once, the newest first.',
    query: Page.strict(),
    answer: Batches,
    async handle({ query, caller, deps }) {
      return { items: (await deps.store.batches.list(caller.org, query)).map(batchOf) };
    },
  }),
  route({
    id: 'batches.get',
    method: 'get',
    path: '/batches/:batch',
    action: 'instance.repair',
    summary: 'How far a batch is, and how each instance answered.',
    params: z.object({ batch: z.string() }),
    answer: Batch,
    async handle({ params, caller, deps }) {
      const found = await deps.store.batches.get(caller.org, params.batch);
      if (!found) throw notFound('batch', params.batch, 'batch');
      return batchOf(found);
    },
  }),
  route({
    id: 'batches.start',
    method: 'post',
    path: '/batches',
    action: 'instance.repair',
    summary: 'The same for many instances: each once, with an answer of its own.',
    body: NewBatch,
    answer: Batch,
    status: 202,
    async handle(call) {
      const { body, caller, deps, id } = call;
      const needed = body.do.type === 'act' ? actionOf[body.do.act.type] : 'instance.repair';
      permit(caller, needed);
      for (const instance of body.instances) await ownInstance({ ...call, action: needed }, instance);
      const batch = {
        id: `bat_${id}`,
        org: caller.org,
        at: deps.clock(),
        by: signed(caller),
        why: body.why,
        do: body.do,
        items: [...new Set(body.instances)].map((instance) => ({ instance, state: 'pending' as const })),
      };
      const stored = await startBatch(deps, batch, () =>
        record(call, 'batch.started', batch.id, {
          type: body.do.type,
          instances: batch.items.length,
        }),
      );
      return batchOf(stored);
    },
  }),
  route({
    id: 'audit.list',
    method: 'get',
    path: '/audit',
    action: 'audit.read',
    summary: 'Who did what to which record, the newest first.',
    query: AuditList,
    answer: AuditEntries,
    async handle({ query, caller, deps }) {
      const { about, action, limit, skip } = query;
      const found = await deps.store.audit.list(
        { org: caller.org, ...(about ? { about } : {}), ...(action ? { action } : {}) },
        { limit, skip },
      );
      return { items: found.map(({ org: _, ...entry }) => entry) };
    },
  }),
];

async function planOf(
  { deps }: Pick<Calling, 'deps'>,
  found: InstanceSummary,
  { to, ...wanted }: z.output<typeof MigrationAsked>,
) {
  const version = await deps.store.versions.get(found.org, found.process, to);
  if (!version) throw notFound('version', `${found.process}/${to}`, 'to');
  const { state, ctx, at } = await standing(deps, found, [version.hash]);
  if (state.definitions[0] === version.hash)
    throw new Problem('INVALID_STATE', `'${found.instance}' is on version ${to} already`, { path: 'to' });
  return planMigration(ctx, state, { hash: version.hash, ...wanted }, at);
}

async function record(
  { caller, deps: { store, clock } }: Pick<Calling, 'caller' | 'deps'>,
  action: string,
  about: string,
  detail: Record<string, string | number>,
): Promise<void> {
  await store.audit.add({ org: caller.org, at: clock(), by: signed(caller), action, about, detail });
}
