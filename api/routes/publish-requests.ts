/** Routes of putting into use with four eyes: one asks, somebody who did not draw it approves or says why not. */
import { z } from 'zod';
import {
  FourEyes,
  FourEyesChosen,
  NothingMore,
  Publication,
  PublishRequest,
  PublishRequests,
  PublishRequestWhole,
  Rejected,
  Version,
} from '../../contract/api/definitions.ts';
import { contentHash } from '../../core/index.ts';
import type { PublishRequest as Stored } from '../../store/index.ts';
import { chooseFourEyes, fourEyesOf } from '../four-eyes.ts';
import { notFound, Problem } from '../problem.ts';
import { publish, refuseFaulty, stale } from '../publish.ts';
import { type Call, type Caller, route } from '../route.ts';
import { ownDraft } from './definitions.ts';

const One = z.object({ definition: z.string() });
const OneRequest = z.object({ definition: z.string(), request: z.coerce.number().int().positive() });
type OfRequest = Call<z.output<typeof OneRequest>, unknown, unknown>;

export const publishRequestRoutes = [
  route({
    id: 'definitions.fourEyes',
    method: 'get',
    path: '/four-eyes',
    action: 'definition.read',
    summary: 'Which processes only go into use when a second person approved.',
    query: z.object({}).strict(),
    answer: FourEyes,
    handle: ({ caller, deps }) => fourEyesOf(deps, caller.org),
  }),
  route({
    id: 'definitions.chooseFourEyes',
    method: 'put',
    path: '/four-eyes',
    action: 'publishing.write',
    summary: 'Chooses which processes need a second person: all, or those that are named.',
    body: FourEyesChosen,
    answer: FourEyes,
    async handle({ body, caller, deps }) {
      const chosen = await chooseFourEyes(deps, caller.org, body);
      await deps.store.audit.add({
        org: caller.org,
        at: deps.clock(),
        by: caller.person ?? caller.token,
        action: 'publishing.fourEyes',
        about: caller.org,
        detail: { all: chosen.all, processes: chosen.processes.join(' ') },
      });
      await deps.store.changes.add({ org: caller.org, kind: 'definition', id: 'four-eyes', rows: [] });
      return chosen;
    },
  }),
  route({
    id: 'definitions.openRequests',
    method: 'get',
    path: '/publish-requests',
    action: 'definition.read',
    summary: 'Drafts of all processes that wait for a second person.',
    query: z.object({}).strict(),
    answer: PublishRequests,
    async handle({ caller, deps }) {
      const open = await deps.store.publishRequests.list({ org: caller.org, state: 'open' });
      return { items: open.map(shown) };
    },
  }),
  route({
    id: 'definitions.requests',
    method: 'get',
    path: '/definitions/:definition/publish-requests',
    action: 'definition.read',
    summary: 'What was asked to be put into use, and what became of it; the newest first.',
    params: One,
    answer: PublishRequests,
    async handle({ params, caller, deps }) {
      const all = await deps.store.publishRequests.list({ org: caller.org, process: params.definition });
      return { items: all.map(shown) };
    },
  }),
  route({
    id: 'definitions.request',
    method: 'get',
    path: '/definitions/:definition/publish-requests/:request',
    action: 'definition.read',
    summary: 'One request, with the definition as it was when it was asked.',
    params: OneRequest,
    answer: PublishRequestWhole,
    async handle(call) {
      const request = await found(call);
      return { ...shown(request), definition: await definitionOf(call, request) };
    },
  }),
  route({
    id: 'definitions.askToPublish',
    method: 'post',
    path: '/definitions/:definition/publish-requests',
    action: 'definition.write',
    summary: 'Asks somebody else to put the draft, as it is now, into use.',
    params: One,
    body: Publication,
    answer: PublishRequest,
    status: 201,
    problems: ['CHECK_FAILED'],
    async handle(call) {
      const { body, caller, deps } = call;
      const by = personOf(caller);
      const draft = await ownDraft(call);
      if (draft.revision !== body.revision) throw stale(body.revision, draft.revision);
      const { definition } = draft;
      await refuseFaulty(deps, caller.org, definition);
      const { note, name, tag, revision } = body;
      const asked = await deps.store.publishRequests.ask({
        org: caller.org,
        process: definition.id,
        hash: contentHash(definition),
        revision,
        note,
        ...(name === undefined ? {} : { name }),
        ...(tag === undefined ? {} : { tag }),
        askedBy: by,
        askedAt: deps.clock(),
        hands: await handsOn(call, draft, by),
        definition,
      });
      if (!asked)
        throw new Problem('ALREADY_EXISTS', 'A request for this process waits already: withdraw it first', {
          path: 'definition',
        });
      await tell(call, asked, 'publishing.asked');
      return shown(asked);
    },
  }),
  route({
    id: 'definitions.approve',
    method: 'post',
    path: '/definitions/:definition/publish-requests/:request/approve',
    action: 'definition.publish',
    summary: 'Puts into use what was asked. Who worked on the draft may not.',
    params: OneRequest,
    body: NothingMore,
    answer: Version,
    status: 201,
    problems: ['CHECK_FAILED', 'PERMISSION_DENIED', 'INVALID_STATE'],
    async handle(call) {
      const { caller, deps } = call;
      const by = personOf(caller);
      const request = await found(call);
      if (request.hands.includes(by))
        throw new Problem(
          'PERMISSION_DENIED',
          'Expected somebody who did not work on this draft; you did, so a colleague has to approve it',
          { path: 'request' },
        );
      const { org, process, number, askedBy, revision, note, name, tag } = request;
      const definition = await definitionOf(call, request);
      const decision = { state: 'approved', decidedBy: by, decidedAt: deps.clock() } as const;
      if (!(await deps.store.publishRequests.decide(org, process, number, decision))) throw decided(request);
      try {
        const more = { revision, note, name, tag, approvedBy: by };
        const version = await publish(deps, { org, person: askedBy }, definition, more);
        await deps.store.publishRequests.published(org, process, number, version.version);
        await tell(call, request, 'publishing.approved');
        return version;
      } catch (error) {
        await deps.store.publishRequests.reopen(org, process, number);
        throw error;
      }
    },
  }),
  route({
    id: 'definitions.reject',
    method: 'post',
    path: '/definitions/:definition/publish-requests/:request/reject',
    action: 'definition.publish',
    summary: 'Says why it is not put into use like this.',
    params: OneRequest,
    body: Rejected,
    answer: PublishRequest,
    problems: ['INVALID_STATE'],
    handle: (call) => end(call, 'rejected', call.body.reason),
  }),
  route({
    id: 'definitions.withdraw',
    method: 'post',
    path: '/definitions/:definition/publish-requests/:request/withdraw',
    action: 'definition.write',
    summary: 'Takes back what one asked oneself.',
    params: OneRequest,
    body: NothingMore,
    answer: PublishRequest,
    problems: ['PERMISSION_DENIED', 'INVALID_STATE'],
    async handle(call) {
      const { askedBy } = await found(call);
      if (askedBy !== personOf(call.caller))
        throw new Problem('PERMISSION_DENIED', 'Expected who asked it; others reject it with a reason', {
          path: 'request',
        });
      return end(call, 'withdrawn');
    },
  }),
];

/** The asker, and everybody who saved the draft since what is in use now was asked. */
async function handsOn(
  { caller, deps }: Pick<OfRequest, 'caller' | 'deps'>,
  {
    process,
    changedBy,
    hands,
  }: { process: string; changedBy?: string; hands: Readonly<Record<string, number>> },
  by: string,
): Promise<string[]> {
  const since = (await deps.store.versions.latest(caller.org, process))?.revision ?? 0;
  const drew = Object.entries(hands).flatMap(([person, revision]) => (revision > since ? [person] : []));
  return [...new Set([by, ...drew, ...(changedBy ? [changedBy] : [])])];
}

/** Four eyes are two people: a token that stands for nobody cannot be one of them. */
function personOf({ person }: Caller): string {
  if (person === undefined)
    throw new Problem('PERMISSION_DENIED', 'Expected somebody who signed in: a token stands for nobody');
  return person;
}

async function found({ params, caller, deps }: OfRequest): Promise<Stored> {
  const request = await deps.store.publishRequests.get(caller.org, params.definition, params.request);
  if (!request) throw notFound('request', `${params.definition}/${params.request}`, 'request');
  return request;
}

async function definitionOf({ deps }: OfRequest, { hash, process }: Stored) {
  const definition = await deps.store.versions.definition(hash);
  if (!definition) throw notFound('definition', process);
  return definition;
}

async function end(call: OfRequest, state: 'rejected' | 'withdrawn', reason?: string) {
  const request = await found(call);
  const { org, process, number } = request;
  const decision = {
    state,
    decidedBy: personOf(call.caller),
    decidedAt: call.deps.clock(),
    ...(reason === undefined ? {} : { reason }),
  };
  if (!(await call.deps.store.publishRequests.decide(org, process, number, decision))) throw decided(request);
  await tell(call, request, `publishing.${state}`);
  return shown({ ...request, ...decision });
}

const decided = ({ number }: Stored) =>
  new Problem('INVALID_STATE', `Request ${number} does not wait any more`, { path: 'request' });

/** In the audit trail and to open screens. */
async function tell({ caller, deps }: Pick<OfRequest, 'caller' | 'deps'>, request: Stored, action: string) {
  const { org, process, number, hash } = request;
  await deps.store.audit.add({
    org,
    at: deps.clock(),
    by: caller.person ?? caller.token,
    action,
    about: process,
    detail: { request: number, hash },
  });
  await deps.store.changes.add({ org, kind: 'definition', id: process, rows: [] });
}

function shown({ org: _, process, hash: _hash, ...rest }: Stored): z.input<typeof PublishRequest> {
  return { id: process, ...rest };
}
