// A message as a mail. What is sent, what is kept in the outbox and what the designer shows all come from here.
import type { Language, OutgoingMessage } from '../../contract/index.ts';
import { type Lookups, type RenderedMessage, renderMessage } from '../texts/index.ts';
import { layOut, type MailLook } from './layout.ts';
import { preheaderOf } from './preheader.ts';

export interface ComposedMail {
  from: { name: string; address: string };
  subject: string;
  /** What an inbox shows beside the subject. */
  preheader: string;
  /** Complete page. */
  html: string;
  /** The same for programs that show no page; of a text message the only form. */
  text: string;
  rendered: RenderedMessage;
}

/** Throws where `renderMessage` does. `address`: that mails come from; `look`: of the organisation. */
export function composeMail(
  message: OutgoingMessage,
  language: Language,
  lookups: Lookups,
  { address, look }: { address: string; look?: MailLook | undefined },
): ComposedMail {
  const rendered = renderMessage(message, language, lookups);
  return {
    from: { name: lookups.org.name, address },
    subject: rendered.subject,
    preheader: preheaderOf(rendered),
    html: layOut(rendered, look),
    text: rendered.text,
    rendered,
  };
}
