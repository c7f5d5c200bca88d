/** From a rendered message to a mail: layout, headers, calendar entries, addresses. */
import type { NoteKind, OutgoingMessage } from '../../contract/index.ts';
import type { RenderedMessage } from '../../core/texts/index.ts';
import { calendarEntry } from './calendar-entry.ts';
import { headersOf } from './headers.ts';
import { layOut, type MailLook } from './layout.ts';
import type { Surroundings } from './load-lookups.ts';
import type { MessageLinks } from './ports.ts';
import type { ReadyMail } from './transport.ts';

export interface Sender {
  /** Address that mails come from; its domain is that of the Message-IDs. */
  address: string;
  /** Domain of a gateway that turns mail to `<number>@domain` into a text message. */
  smsDomain?: string;
}

export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** Where a message can go by mail: the person's address, or their number at the text-message gateway. Undefined: nowhere. */
export function addressFor(
  { channel }: OutgoingMessage,
  { recipient }: Surroundings,
  { smsDomain }: Sender,
): string | undefined {
  if (channel === 'mail') return recipient.mail;
  const number = (recipient.sms ?? recipient.phone)?.replace(/[^\d+]/g, '');
  return channel === 'sms' && smsDomain && number ? `${number}@${smsDomain}` : undefined;
}

/** Nobody must get these; they carry a way to stop them. */
const OPTIONAL: ReadonlySet<NoteKind> = new Set(['headsUp', 'chase', 'checkIn']);

/** The mail of a message as the recipient will find it. */
export function readyMail(
  message: OutgoingMessage,
  rendered: RenderedMessage,
  { org, recipient, replyTo }: Surroundings,
  links: MessageLinks,
  sender: Sender,
  address: string,
  look?: MailLook,
): ReadyMail {
  const from = { name: org.name, address: sender.address };
  const to = { name: recipient.name ?? '', address };
  const optional = message.notes.every(({ kind }) => OPTIONAL.has(kind));
  const { language, subject, text, blocks } = rendered;
  const unsubscribe = optional ? links.unsubscribe : undefined;
  const base = {
    from,
    to,
    replyTo,
    subject,
    text,
    date: new Date(message.at),
    ...headersOf(message, language, domainOf(sender.address), unsubscribe),
  };
  if (message.channel === 'sms') return { ...base, entries: [] };
  const entries = message.notes.flatMap(({ key, invite }) => {
    if (!invite) return [];
    const heading = blocks.find(({ note }) => note === key)?.heading ?? subject;
    const words = { summary: heading, url: links.page(key) };
    return [calendarEntry(invite, words, { organiser: from, attendee: to, zone: org.zone, at: message.at })];
  });
  return { ...base, html: layOut(rendered, look), entries };
}
