/** Routes of process definitions: drafts are checked at every save, versions are published once and never changed. */
import { z } from 'zod';
import {
  Checking,
  DefinitionSummaries,
  Draft,
  DraftCreated,
  DraftSaved,
  Findings,
  Publication,
  Saved,
  Version,
  Versions,
  VersionWhole,
} from '../../contract/api/definitions.ts';
import { type Definition, type Finding, parseDefinition } from '../../contract/index.ts';
import { check } from '../../core/check/index.ts';
import type { Deps } from '../deps.ts';
import { explored } from '../explored.ts';
import { needsApproval } from '../four-eyes.ts';
import { knownTo } from '../known-to.ts';
import { parsedDefinition } from '../parsed-definition.ts';
import { notFound, Problem } from '../problem.ts';
import { publish, shownVersion, stale } from '../publish.ts';
import { type Call, handOf, route } from '../route.ts';
import { copyOfTemplate } from '../templates.ts';

const One = z.object({ definition: z.string() });
const OneVersion = z.object({ definition: z.string(), version: z.coerce.number().int().positive() });
type Of = Call<{ definition: string }, unknown, unknown>;

export const definitionRoutes = [
  route({
    id: 'definitions.list',
    method: 'get',
    path: '/definitions',
    action: 'definition.read',
    summary: 'Processes of the organisation: drafts and latest versions.',
    query: z.object({}).strict(),
    answer: DefinitionSummaries,
    async handle({ caller, deps }) {
      const { drafts, versions, ownCopies } = deps.store;
      const [own, published, apart] = await Promise.all([
        drafts.list(caller.org),
        versions.list(caller.org),
        ownCopies.processesOf(caller.org, handOf(caller)),
      ]);
      const ids = [
        ...new Set([...own.map(({ process }) => process), ...published.map(({ process }) => process)]),
      ];
      const items = await Promise.all(
        ids.map(async (id) => {
          const draft = own.find(({ process }) => process === id);
          const version = published.find(({ process }) => process === id);
          const definition = draft?.definition ?? (version && (await versions.definition(version.hash)));
          return {
            id,
            name: definition?.name ?? id,
            ...(draft ? { revision: draft.revision, changedAt: draft.changedAt } : {}),
            ...(version ? { version: version.number, publishedAt: version.publishedAt } : {}),
            ...(apart.includes(id) ? { ownCopy: true as const } : {}),
          };
        }),
      );
      return { items };
    },
  }),
  route({
    id: 'definitions.create',
    method: 'post',
    path: '/definitions',
    action: 'definition.write',
    summary: 'Makes a draft, from a definition or as a copy of a template.',
    body: DraftCreated,
    answer: Saved,
    status: 201,
    async handle({ body, caller, deps }) {
      const definition =
        'template' in body
          ? await copyOfTemplate(deps, caller.org, body.template, body.id)
          : parsedDefinition(body.definition);
      return save(deps, caller, definition, 0);
    },
  }),
  route({
    id: 'definitions.get',
    method: 'get',
    path: '/definitions/:definition',
    action: 'definition.read',
    summary: 'The draft of a process, with the revision to save over.',
    params: One,
    answer: Draft,
    handle: shownDraft,
  }),
  route({
    id: 'definitions.save',
    method: 'put',
    path: '/definitions/:definition',
    action: 'definition.write',
    summary: 'Saves a draft over the revision it was read with; refused when somebody else saved meanwhile.',
    params: One,
    body: DraftSaved,
    answer: Saved,
    async handle({ params, body, caller, deps }) {
      const definition = parsedDefinition(body.definition);
      refuseOtherId(definition, params.definition);
      if (!(await deps.store.drafts.get(caller.org, params.definition)))
        throw notFound('draft', params.definition, 'definition');
      const { basedOn } = body;
      if (basedOn !== undefined && !(await deps.store.versions.get(caller.org, definition.id, basedOn)))
        throw new Problem('INVALID_ARGUMENT', `Expected a version of '${definition.id}', got ${basedOn}`, {
          path: 'basedOn',
        });
      const saved = await save(deps, caller, definition, body.revision, basedOn);
      // One that was drawn on in another window meanwhile stays.
      if (body.ownCopy !== undefined)
        await deps.store.ownCopies.remove(
          { org: caller.org, process: definition.id, person: handOf(caller) },
          body.ownCopy,
        );
      return saved;
    },
  }),
  route({
    id: 'definitions.check',
    method: 'post',
    path: '/definitions/:definition/check',
    action: 'definition.read',
    summary:
      'What is wrong or unwise in a draft, or in what is sent; with `explore` also what can go wrong when it is played, each with its story.',
    params: One,
    body: Checking,
    answer: Findings,
    async handle(call) {
      const given = call.body.definition;
      const read =
        given === undefined
          ? { ok: true as const, definition: (await ownDraft(call)).definition }
          : parseDefinition(given);
      if (!read.ok) return { findings: read.findings, publishable: false };
      const { definition } = read;
      const known = await knownTo(call.deps, call.caller.org, definition);
      const findings = check(definition, known);
      const played = call.body.explore ? await explored(definition, known) : undefined;
      return { findings, publishable: publishable(findings), ...(played ? { explored: played } : {}) };
    },
  }),
  route({
    id: 'definitions.publish',
    method: 'post',
    path: '/definitions/:definition/versions',
    action: 'definition.publish',
    summary:
      'Publishes the draft as the next version, if nothing is wrong in it. Running instances keep theirs.',
    params: One,
    body: Publication,
    answer: Version,
    status: 201,
    problems: ['CHECK_FAILED', 'APPROVAL_NEEDED'],
    async handle(call) {
      const { body, caller, deps } = call;
      const draft = await ownDraft(call);
      if (draft.revision !== body.revision) throw stale(body.revision, draft.revision);
      if (await needsApproval(deps, caller.org, draft.process))
        throw new Problem(
          'APPROVAL_NEEDED',
          'Somebody else has to approve this process first: ask with POST publish-requests',
          { path: 'definition' },
        );
      return publish(deps, caller, draft.definition, body);
    },
  }),
  route({
    id: 'definitions.versions',
    method: 'get',
    path: '/definitions/:definition/versions',
    action: 'definition.read',
    summary: 'Published versions, the newest first.',
    params: One,
    answer: Versions,
    async handle({ params, caller, deps }) {
      const all = await deps.store.versions.list(caller.org, params.definition);
      if (all.length === 0) throw notFound('published process', params.definition, 'definition');
      return { items: all.map(shownVersion) };
    },
  }),
  route({
    id: 'definitions.version',
    method: 'get',
    path: '/definitions/:definition/versions/:version',
    action: 'definition.read',
    summary: 'One published version with its definition.',
    params: OneVersion,
    answer: VersionWhole,
    async handle({ params, caller, deps }) {
      const { versions } = deps.store;
      const version = await versions.get(caller.org, params.definition, params.version);
      const definition = version && (await versions.definition(version.hash));
      if (!version || !definition)
        throw notFound('version', `${params.definition}/${params.version}`, 'version');
      return { ...shownVersion(version), definition };
    },
  }),
];

export async function ownDraft({ params, caller, deps }: Of) {
  const { org: _, ...draft } = (await deps.store.drafts.get(caller.org, params.definition)) ?? {
    org: undefined,
  };
  if (!('process' in draft)) throw notFound('draft', params.definition, 'definition');
  return draft;
}

/** The draft as it is shown: with the version it goes out from, where that is known. */
export async function shownDraft(call: Of): Promise<z.output<typeof Draft>> {
  const { process: id, hands: _, grounds, ...draft } = await ownDraft(call);
  if (!grounds) return { id, ...draft };
  // What was put into use from the draft itself since then is in it too.
  const versions = await call.deps.store.versions.list(call.caller.org, id);
  const own = versions.filter(({ revision }) => revision >= grounds.revision);
  return { id, ...draft, basedOn: Math.max(grounds.version, ...own.map(({ number }) => number)) };
}

export function refuseOtherId({ id }: Definition, wanted: string): void {
  if (id === wanted) return;
  throw new Problem('INVALID_ARGUMENT', `Expected the id '${wanted}', got '${id}'`, {
    path: 'definition.id',
  });
}

async function save(
  deps: Deps,
  { org, person }: Of['caller'],
  definition: Definition,
  revision: number,
  basedOn?: number,
): Promise<z.output<typeof Saved>> {
  const by = {
    ...(person === undefined ? {} : { by: person }),
    ...(basedOn === undefined ? {} : { basedOn }),
  };
  const saved = await deps.store.drafts.save({ org, definition, revision, at: deps.clock(), ...by });
  if (!saved.saved) {
    if (revision === 0)
      throw new Problem('ALREADY_EXISTS', `There is a draft '${definition.id}' already`, {
        path: 'definition.id',
      });
    throw stale(revision, saved.stale);
  }
  await deps.store.changes.add({ org, kind: 'definition', id: definition.id, rows: [] });
  const findings = check(definition, await knownTo(deps, org, definition));
  return { id: definition.id, revision: saved.revision, findings };
}

const publishable = (findings: Finding[]) => !findings.some(({ severity }) => severity === 'error');
