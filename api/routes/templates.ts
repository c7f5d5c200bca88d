/** Routes of templates: what a process can begin with, and keeping, changing and removing those of the organisation itself. */
import { z } from 'zod';
import {
  Template,
  TemplateChanged,
  TemplateKept,
  Templates,
  TemplateWhole,
} from '../../contract/api/definitions.ts';
import type { Definition } from '../../contract/index.ts';
import type { OwnTemplate } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { parsedDefinition } from '../parsed-definition.ts';
import { notFound } from '../problem.ts';
import { stale } from '../publish.ts';
import { type Call, handOf, route } from '../route.ts';
import { foundTemplate, readyMade, shownOwn, shownReadyMade } from '../templates.ts';

const One = z.object({ template: z.string() });

export const templateRoutes = [
  route({
    id: 'definitions.templates',
    method: 'get',
    path: '/templates',
    action: 'definition.read',
    summary: 'Processes to begin with: ready-made ones, and those of the organisation itself.',
    query: z.object({}).strict(),
    answer: Templates,
    async handle({ caller, deps }) {
      const own = await deps.store.ownTemplates.list(caller.org);
      return { items: [...own.map(shownOwn), ...readyMade().map(shownReadyMade)] };
    },
  }),
  route({
    id: 'definitions.template',
    method: 'get',
    path: '/templates/:template',
    action: 'definition.read',
    summary: 'One template with its definition, to look at before beginning with it.',
    params: One,
    answer: TemplateWhole,
    handle: ({ params, caller, deps }) => foundTemplate(deps, caller.org, params.template),
  }),
  route({
    id: 'definitions.keepTemplate',
    method: 'post',
    path: '/definitions/:definition/templates',
    action: 'template.write',
    summary: 'Keeps the draft of a process, or one version, as a template of the organisation.',
    params: z.object({ definition: z.string() }),
    body: TemplateKept,
    answer: Template,
    status: 201,
    async handle(call) {
      const { params, body, caller, deps, id: given } = call;
      const id = `tpl_${given}`;
      const { definition, from } = await taken(deps, caller.org, params.definition, body.version);
      const template = {
        id,
        org: caller.org,
        definition: named(definition, id, body),
        from,
        ...hand(call),
      };
      await deps.store.ownTemplates.add(template);
      await record(call, 'template.kept', id, from);
      return shownOwn({ ...template, revision: 1 });
    },
  }),
  route({
    id: 'definitions.changeTemplate',
    method: 'put',
    path: '/templates/:template',
    action: 'template.write',
    summary: 'Changes an own template: its words, and with `from` what is in it.',
    params: One,
    body: TemplateChanged,
    answer: Template,
    async handle(call) {
      const { params, body, caller, deps } = call;
      const before = await ownOne(call);
      const { definition, from } = body.from
        ? await taken(deps, caller.org, body.from.process, body.from.version)
        : before;
      const next = {
        ...before,
        revision: body.revision,
        definition: named(definition, params.template, body),
        from,
        ...hand(call),
      };
      if (!(await deps.store.ownTemplates.save(next)))
        throw stale(body.revision, (await ownOne(call)).revision);
      await record(call, 'template.changed', params.template, from);
      return shownOwn({ ...next, revision: body.revision + 1 });
    },
  }),
  route({
    id: 'definitions.removeTemplate',
    method: 'delete',
    path: '/templates/:template',
    action: 'template.write',
    summary: 'Removes an own template. Processes that began with it stay as they are.',
    params: One,
    answer: Templates,
    async handle(call) {
      const { params, caller, deps } = call;
      const { from } = await ownOne(call);
      if (await deps.store.ownTemplates.remove(caller.org, params.template))
        await record(call, 'template.removed', params.template, from);
      const own = await deps.store.ownTemplates.list(caller.org);
      return { items: [...own.map(shownOwn), ...readyMade().map(shownReadyMade)] };
    },
  }),
];

type Saving = Pick<Call<unknown, unknown, unknown>, 'caller' | 'deps'>;

const hand = ({ caller, deps }: Saving) => ({ savedBy: handOf(caller), savedAt: deps.clock() });

/** What is in a process, and where it was taken from: the draft as it is now, or a version. */
async function taken(
  { store }: Deps,
  org: string,
  process: string,
  version: number | undefined,
): Promise<{ definition: Definition; from: OwnTemplate['from'] }> {
  if (version === undefined) {
    const draft = await store.drafts.get(org, process);
    if (!draft) throw notFound('draft', process, 'definition');
    return { definition: draft.definition, from: { process, revision: draft.revision } };
  }
  const found = await store.versions.get(org, process, version);
  const definition = found && (await store.versions.definition(found.hash));
  if (!definition) throw notFound('version', `${process}/${version}`, 'version');
  return { definition, from: { process, version } };
}

const named = (
  definition: Definition,
  id: string,
  { name, summary }: z.output<typeof TemplateKept> | z.output<typeof TemplateChanged>,
): Definition => parsedDefinition({ ...definition, id, name, summary });

async function ownOne({ params, caller, deps }: Saving & { params: z.output<typeof One> }) {
  const own = await deps.store.ownTemplates.get(caller.org, params.template);
  if (!own) throw notFound('own template', params.template, 'template');
  return own;
}

/** In the audit trail and to open screens. */
async function record({ caller, deps }: Saving, action: string, id: string, from: OwnTemplate['from']) {
  await deps.store.audit.add({
    org: caller.org,
    at: deps.clock(),
    by: handOf(caller),
    action,
    about: id,
    detail: from,
  });
  await deps.store.changes.add({ org: caller.org, kind: 'definition', id, rows: [] });
}
