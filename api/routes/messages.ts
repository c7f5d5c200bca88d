/** Routes of messages: what went out, what is kept in the outbox, and how it reads. */
import { z } from 'zod';
import {
  type Message,
  MessageList,
  MessageQuery,
  Messages,
  MessageWhole,
} from '../../contract/api/messages.ts';
import type { StoredMessage } from '../../store/index.ts';
import { notFound } from '../problem.ts';
import { reaches, withinReach } from '../reach.ts';
import { Document, route } from '../route.ts';

export const messageRoutes = [
  route({
    id: 'messages.list',
    method: 'get',
    path: '/messages',
    action: 'message.read',
    summary: 'Messages, the newest first; those of a rehearsal when its world is named.',
    query: MessageList,
    answer: Messages,
    async handle(call) {
      const { query, caller, deps } = call;
      const reach = await withinReach(call, call.action);
      const found = await deps.store.messages.list({ org: caller.org, ...query, ...reach });
      return { items: found.map(shown) };
    },
  }),
  route({
    id: 'messages.get',
    method: 'get',
    path: '/messages/:key',
    params: z.object({ key: z.string() }),
    action: 'message.read',
    summary: 'One message by its key (percent-encoded): as data, as text, or as the mail looks.',
    query: MessageQuery,
    answer: MessageWhole,
    documents: ['text/plain', 'text/html'],
    async handle(call) {
      const { params, query, caller, deps } = call;
      const found = await deps.store.messages.get(params.key);
      if (found?.org !== caller.org) throw notFound('message', params.key, 'key');
      const { initiatives, world } = found;
      const within = await Promise.all(
        (initiatives.length > 0 ? initiatives : [undefined]).map((initiative) =>
          reaches(call, call.action, { ...(initiative ? { initiative } : {}), ...(world ? { world } : {}) }),
        ),
      );
      // What speaks of another team's initiative as well is not theirs to read.
      if (!within.every(Boolean)) throw notFound('message', params.key, 'key');
      const { rendered } = found;
      if (query.as === 'text') return new Document('text/plain; charset=utf-8', rendered?.text ?? '');
      if (query.as === 'html') return new Document('text/html; charset=utf-8', rendered?.html ?? '');
      return {
        ...shown(found),
        ...(rendered?.text === undefined ? {} : { text: rendered.text }),
        ...(rendered?.html === undefined ? {} : { html: rendered.html }),
      };
    },
  }),
];

function shown({ rendered, message: _, ...rest }: StoredMessage): z.input<typeof Message> {
  return { ...rest, ...(rendered ? { subject: rendered.subject } : {}) };
}
