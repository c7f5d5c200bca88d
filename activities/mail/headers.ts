/** The headers by which a mail is recognised: a Message-ID that never changes, the thread of its initiative, and that a machine sent it. */
import { createHash } from 'node:crypto';
import type { OutgoingMessage } from '../../contract/index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** `<…@domain>` from the message's key: the same message sent twice is recognised as one. */
export function messageIdOf(key: string, domain: string): string {
  return `<${sha256(key).slice(0, 40)}@${domain}>`;
}

/** Id of the thread that all mails about an instance hang under. Instance ids are ours and name nobody. */
export function threadIdOf(instance: string, domain: string): string {
  const local = /^[A-Za-z0-9._-]{1,80}$/.test(instance) ? instance : sha256(instance).slice(0, 40);
  return `<${local}@${domain}>`;
}

export interface MailHeaders {
  messageId: string;
  inReplyTo: string;
  references: string[];
  headers: Record<string, string>;
}

/** Headers of a message in a language. `unsubscribe`: address that stops optional reminders with one POST (RFC 8058). */
export function headersOf(
  message: OutgoingMessage,
  language: string,
  domain: string,
  unsubscribe?: string,
): MailHeaders {
  const threads = [...new Set(message.notes.map(({ instance }) => threadIdOf(instance, domain)))];
  return {
    messageId: messageIdOf(message.key, domain),
    inReplyTo: threads[0] as string,
    references: threads,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': language,
      ...(unsubscribe
        ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
  };
}
