/** Routes of own copies: a draft that one person draws apart. Nobody else sees it, and it goes into use by way of the draft of all. */
import { z } from 'zod';
import { Draft, Saved } from '../../contract/api/definitions.ts';
import { OwnCopy, OwnCopyBegun, OwnCopyGone, OwnCopySaved } from '../../contract/api/own-copies.ts';
import { check } from '../../core/check/index.ts';
import type { OwnCopy as Kept } from '../../store/index.ts';
import { knownTo } from '../known-to.ts';
import { parsedDefinition } from '../parsed-definition.ts';
import { notFound } from '../problem.ts';
import { stale } from '../publish.ts';
import { type Call, handOf, route } from '../route.ts';
import { ownDraft, refuseOtherId, shownDraft } from './definitions.ts';

const One = z.object({ definition: z.string() });
const path = '/definitions/:definition/own-copy';
type Of = Call<{ definition: string }, unknown, unknown>;

const whose = ({ params, caller }: Of) => ({
  org: caller.org,
  process: params.definition,
  person: handOf(caller),
});
const shown = ({ process: id, revision, changedAt, definition, base, baseRevision }: Kept) => ({
  id,
  revision,
  changedAt,
  definition,
  base,
  baseRevision,
});

async function own(call: Of): Promise<Kept> {
  const found = await call.deps.store.ownCopies.get(whose(call));
  if (!found) throw notFound('own copy', call.params.definition, 'definition');
  return found;
}

export const ownCopyRoutes = [
  route({
    id: 'definitions.ownCopy',
    method: 'get',
    path,
    action: 'definition.write',
    summary: 'Your own copy of a draft, with the draft it began with.',
    params: One,
    answer: OwnCopy,
    handle: async (call) => shown(await own(call)),
  }),
  route({
    id: 'definitions.beginOwnCopy',
    method: 'post',
    path,
    action: 'definition.write',
    summary:
      'Begins a copy of your own with the draft as it is. Nobody else sees it; one that is there already stays.',
    params: One,
    body: OwnCopyBegun,
    answer: OwnCopy,
    status: 201,
    async handle(call) {
      const { ownCopies } = call.deps.store;
      const { definition, revision } = await ownDraft(call);
      if (revision !== call.body.revision) throw stale(call.body.revision, revision);
      const began = { definition, base: definition, baseRevision: revision, changedAt: call.deps.clock() };
      await ownCopies.begin({ ...whose(call), ...began });
      return shown(await own(call));
    },
  }),
  route({
    id: 'definitions.saveOwnCopy',
    method: 'put',
    path,
    action: 'definition.write',
    summary: 'Saves your own copy over the revision it was read with.',
    params: One,
    body: OwnCopySaved,
    answer: Saved,
    async handle(call) {
      const { params, body, caller, deps } = call;
      const definition = parsedDefinition(body.definition);
      refuseOtherId(definition, params.definition);
      const { revision } = body;
      const saved = { ...whose(call), definition, revision, changedAt: deps.clock() };
      if (!(await deps.store.ownCopies.save(saved))) throw stale(revision, (await own(call)).revision);
      const findings = check(definition, await knownTo(deps, caller.org, definition));
      return { id: definition.id, revision: revision + 1, findings };
    },
  }),
  route({
    id: 'definitions.dropOwnCopy',
    method: 'delete',
    path,
    action: 'definition.write',
    summary: 'Throws your own copy away. The draft stays as it is, and is the answer.',
    params: One,
    query: OwnCopyGone,
    answer: Draft,
    async handle(call) {
      const { revision } = call.query;
      const draft = await shownDraft(call);
      if (!(await call.deps.store.ownCopies.remove(whose(call), revision)))
        throw stale(revision, (await own(call)).revision);
      return draft;
    },
  }),
];
