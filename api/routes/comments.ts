/** Routes of comments on a process and its elements, and of who has it open. */
import { z } from 'zod';
import { Comment, CommentAdded, Comments, NothingMore, Presence } from '../../contract/api/definitions.ts';
import type { Comment as Stored } from '../../store/index.ts';
import { mailMentioned } from '../mail-mentioned.ts';
import { notFound, Problem } from '../problem.ts';
import { type Call, route } from '../route.ts';

const One = z.object({ definition: z.string() });
const OneComment = z.object({ definition: z.string(), comment: z.string() });
type Of = Call<{ definition: string }, unknown, unknown>;

export const commentRoutes = [
  route({
    id: 'definitions.comments',
    method: 'get',
    path: '/definitions/:definition/comments',
    action: 'comment.read',
    summary: 'What colleagues said about a process and its elements, the oldest first.',
    params: One,
    answer: Comments,
    async handle(call) {
      await known(call);
      const all = await call.deps.store.comments.list(call.caller.org, call.params.definition);
      return { items: all.map(shown) };
    },
  }),
  route({
    id: 'definitions.comment',
    method: 'post',
    path: '/definitions/:definition/comments',
    action: 'comment.write',
    summary: 'Says something about a process or an element; who is mentioned gets a mail.',
    params: One,
    body: CommentAdded,
    answer: Comment,
    status: 201,
    async handle(call) {
      const { body, caller, deps, params, id } = call;
      const definition = await known(call);
      const { text, element, answers } = body;
      const mentions = [...new Set(body.mentions)];
      if (element !== undefined && !definition.elements.some((one) => one.id === element))
        throw new Problem('INVALID_ARGUMENT', `There is no element '${element}' in this process`, {
          path: 'element',
        });
      if (answers !== undefined) {
        const first = await deps.store.comments.get(caller.org, answers);
        if (first?.process !== params.definition) throw notFound('comment', answers, 'answers');
      }
      const people = await deps.store.people.getMany(mentions);
      const stranger = mentions.find(
        (one) => !people.some((person) => isColleague(person, caller.org) && person.id === one),
      );
      if (stranger !== undefined)
        throw new Problem('INVALID_ARGUMENT', `'${stranger}' is nobody of this organisation`, {
          path: 'mentions',
        });
      const comment: Stored = {
        id: `com_${id}`,
        org: caller.org,
        process: params.definition,
        text,
        mentions,
        by: caller.person ?? caller.token,
        at: deps.clock(),
        ...(element === undefined ? {} : { element }),
        ...(answers === undefined ? {} : { answers }),
      };
      await deps.store.comments.add(comment);
      await tell(call);
      await mailMentioned(deps, comment, definition, people);
      return shown(comment);
    },
  }),
  route({
    id: 'definitions.resolveComment',
    method: 'post',
    path: '/definitions/:definition/comments/:comment/resolve',
    action: 'comment.write',
    summary: 'It is settled: the comment is kept, and no longer asks for attention.',
    params: OneComment,
    body: NothingMore,
    answer: Comment,
    async handle(call) {
      const { id } = await foundComment(call);
      const { caller, deps } = call;
      await deps.store.comments.resolve(caller.org, id, caller.person ?? caller.token, deps.clock());
      await tell(call);
      return shown(await foundComment(call));
    },
  }),
  route({
    id: 'definitions.reopenComment',
    method: 'post',
    path: '/definitions/:definition/comments/:comment/reopen',
    action: 'comment.write',
    summary: 'It is not settled after all.',
    params: OneComment,
    body: NothingMore,
    answer: Comment,
    async handle(call) {
      const { id } = await foundComment(call);
      await call.deps.store.comments.open(call.caller.org, id);
      await tell(call);
      return shown(await foundComment(call));
    },
  }),
  route({
    id: 'definitions.present',
    method: 'get',
    path: '/definitions/:definition/presence',
    action: 'comment.read',
    summary: 'Who has this process open now.',
    params: One,
    answer: Presence,
    handle: (call) => others(call),
  }),
  route({
    id: 'definitions.arrive',
    method: 'post',
    path: '/definitions/:definition/presence',
    action: 'comment.write',
    summary:
      'A sign of life of who has this process open; forgotten when no other follows within 50 seconds.',
    params: One,
    body: NothingMore,
    answer: Presence,
    async handle(call) {
      const { caller, deps, params } = call;
      await known(call);
      if (caller.person !== undefined) {
        const came = await deps.store.presence.here(
          caller.org,
          params.definition,
          caller.person,
          new Date().toISOString(),
        );
        if (came) await tell(call);
      }
      return others(call);
    },
  }),
  route({
    id: 'definitions.leave',
    method: 'delete',
    path: '/definitions/:definition/presence',
    action: 'comment.write',
    summary: 'Closes it again.',
    params: One,
    answer: Presence,
    async handle(call) {
      const { caller, deps, params } = call;
      if (caller.person !== undefined) {
        const went = await deps.store.presence.left(caller.org, params.definition, caller.person);
        if (went) await tell(call);
      }
      return others(call);
    },
  }),
];

const isColleague = (person: { org: string; side: string; world?: string; erased?: boolean }, org: string) =>
  person.org === org && person.side === 'us' && person.world === undefined && !person.erased;

/** The draft, else the latest version; NOT_FOUND when there is neither. */
async function known({ params, caller, deps }: Of) {
  const { drafts, versions } = deps.store;
  const draft = await drafts.get(caller.org, params.definition);
  if (draft) return draft.definition;
  const latest = await versions.latest(caller.org, params.definition);
  const definition = latest && (await versions.definition(latest.hash));
  if (!definition) throw notFound('process', params.definition, 'definition');
  return definition;
}

async function foundComment({
  params,
  caller,
  deps,
}: Call<z.output<typeof OneComment>, unknown, unknown>): Promise<Stored> {
  const comment = await deps.store.comments.get(caller.org, params.comment);
  if (comment?.process !== params.definition) throw notFound('comment', params.comment, 'comment');
  return comment;
}

async function others({ params, caller, deps }: Of): Promise<z.input<typeof Presence>> {
  const items = await deps.store.presence.list(caller.org, params.definition, new Date().toISOString());
  return { items };
}

/** Open screens read it again. */
const tell = ({ params, caller, deps }: Of) =>
  deps.store.changes.add({ org: caller.org, kind: 'definition', id: params.definition, rows: [] });

function shown({ org: _, process: _process, ...rest }: Stored): z.input<typeof Comment> {
  return rest;
}
