/** Handing mail to an SMTP server, and telling "not now" from "never". */
import { createTransport } from 'nodemailer';

/** A mail ready to go. Bodies and headers only; who it is about is no business of the transport. */
export interface ReadyMail {
  from: { name: string; address: string };
  to: { name: string; address: string };
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  messageId: string;
  inReplyTo: string;
  references: string[];
  headers: Record<string, string>;
  date: Date;
  /** The first one becomes the invitation itself, further ones are attached. */
  entries: { method: 'REQUEST' | 'CANCEL'; content: string }[];
}

/** The server will never take this mail: the address is wrong, or it refuses the content. */
export class MailRefused extends Error {
  override name = 'MailRefused';
  /** `code` is the SMTP reply code; the server's sentence is left out, it often holds the address. */
  constructor(readonly code: number | undefined) {
    super(`The mail server refused the message for good${code === undefined ? '' : ` (${code})`}`);
  }
}

/** The mail was not taken now; trying again may help. */
export class MailNotTaken extends Error {
  override name = 'MailNotTaken';
  constructor(readonly reason: string) {
    super(`The mail server did not take the message (${reason})`);
  }
}

export interface MailTransport {
  /** Resolves once the server has accepted the mail. Throws MailRefused or MailNotTaken. */
  send(mail: ReadyMail): Promise<void>;
  close(): void;
}

/** Signs mails in the name of the sending domain (RFC 6376). */
export interface Signing {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
}

const SECONDS = 1000;
/** Mails under way to the server at once. */
export const CONNECTIONS = 5;

/** Mail by SMTP, e.g. `smtp://localhost:2525` or `smtps://user:secret@mail.example.nl`; connections are kept and shared. */
export function smtpTransport(url: string, signing?: Signing): MailTransport {
  const server = new URL(url);
  const transporter = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
    secure: server.protocol === 'smtps:',
    requireTLS: server.searchParams.get('tls') === 'required',
    auth: server.username
      ? { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
      : undefined,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
    dkim: signing && {
      domainName: signing.domain,
      keySelector: signing.selector,
      privateKey: signing.privateKey,
    },
  });
  return {
    async send({ entries, ...mail }) {
      const [entry, ...more] = entries;
      try {
        await transporter.sendMail({
          ...mail,
          icalEvent: entry && { method: entry.method, content: entry.content, filename: 'uitnodiging.ics' },
          attachments: more.map(({ method, content }, i) => ({
            filename: `uitnodiging-${i + 2}.ics`,
            content,
            contentType: `text/calendar; charset=utf-8; method=${method}`,
          })),
        });
      } catch (error) {
        throw understood(error);
      }
    },
    close: () => transporter.close(),
  };
}

/** A 5xx to the addresses or the content is for good; a refused login is ours to mend, so it is tried again. */
function understood(error: unknown): Error {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (aboutThisMail && (responseCode === undefined || responseCode >= 500))
    return new MailRefused(responseCode);
  return new MailNotTaken(responseCode === undefined ? code : `${code} ${responseCode}`);
}
