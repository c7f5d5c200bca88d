/** Answers about messages that went out or are kept in the outbox. */
import { z } from 'zod';
import { Instant, listOf, Page, place } from './common.ts';

export const MessageList = Page.extend({
  state: z.enum(['queued', 'sending', 'sent', 'outbox', 'failed']).optional(),
  to: z.string().optional(),
  instance: z.string().optional(),
  world: z.string().optional(),
}).strict();

export const Message = z.object({
  ...place,
  key: z.string(),
  to: z.string(),
  channel: z.string(),
  at: Instant,
  state: z.string(),
  messageId: z.string(),
  about: z.array(z.string()),
  instances: z.array(z.string()),
  initiatives: z.array(z.string()),
  subject: z.string().optional(),
  error: z.string().optional(),
  settledAt: Instant.optional(),
});
export const Messages = listOf(Message);
/** As what: its data, its text, or as the mail looks. */
export const MessageQuery = z.object({ as: z.enum(['json', 'text', 'html']).default('json') }).strict();
export const MessageWhole = Message.extend({ text: z.string().optional(), html: z.string().optional() });
