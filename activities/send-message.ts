/** Sends one message: words it in the recipient's language, claims it in the store, hands it over, records what happened. */
import { ApplicationFailure } from '@temporalio/common';
import { composeMail, type MailLook } from '../core/mail/index.ts';
import { messageIdOf } from './mail/headers.ts';
import { lines } from './mail/lines.ts';
import { loadHomes, loadLookups } from './mail/load-lookups.ts';
import type { LinksPort, MailStore } from './mail/ports.ts';
import { addressFor, domainOf, readyMail, type Sender } from './mail/ready-mail.ts';
import { CONNECTIONS, MailNotTaken, MailRefused, type MailTransport } from './mail/transport.ts';
import { withoutErased } from './mail/without-erased.ts';
import type { Activities } from './types.ts';

export interface SendDependencies {
  store: MailStore;
  links: LinksPort;
  sender: Sender;
  /** None: messages are kept in the outbox, where staff can read them. */
  transport?: MailTransport;
  /** Rehearsals keep their mail inside, unless a test gives them a server of its own. */
  rehearsalTransport?: MailTransport;
  /** How long a sender that died keeps others from sending, ms; longer than any hand-over takes. */
  lease?: number;
  now?: () => Date;
  /** How the mails of an organisation look; as the product's do, unless it is given. */
  look?: (org: string) => Promise<MailLook>;
}

const LEASE = 3 * 60_000;

/**
 * Never lost, and never twice but for one case: when the process dies between the server's acceptance and our record, the
 * message goes once more with the same Message-ID. A mail that will never be taken is recorded as failed, with why. Fails with
 * NOT_FOUND (non-retryable), MAIL_NOT_TAKEN or MESSAGE_HELD (try again). No failure holds an address or a text.
 */
export function createSend(dependencies: SendDependencies): Pick<Activities, 'send'> {
  const { store, links, sender, lease = LEASE, now = () => new Date() } = dependencies;
  const { messages } = store;
  // Who waits for the mail server holds no claim, or the claim might run out meanwhile and somebody else send it too.
  const inLine = lines(CONNECTIONS);

  return {
    async send({ message: asked, world }) {
      const { homes, erased } = await loadHomes(asked, store);
      const message = withoutErased(asked, erased);
      if (!message) return { status: 'erased' };
      const messageLinks = await links.forMessage(message, world);
      const around = await loadLookups(message, homes, messageLinks, store);
      if (around.recipient.erased) return { status: 'erased' };
      const look = await dependencies.look?.(around.org.id);
      const mail = composeMail(message, around.language, around.lookups, { address: sender.address, look });
      const { subject, text, html } = mail;
      const { buttons, language } = mail.rendered;
      await messages.queue({
        org: around.org.id,
        world,
        message,
        messageId: messageIdOf(message.key, domainOf(sender.address)),
        initiatives: around.initiatives,
        rendered: { subject, text, buttons, language, html },
      });

      return inLine(async () => {
        const claim = await messages.claim(message.key, lease);
        if (!claim.won) {
          if (claim.state === 'failed') return { status: 'refused' };
          if (claim.state === 'sent' || claim.state === 'outbox') return { status: 'already' };
          throw ApplicationFailure.retryable('Another sender has this message at the moment', 'MESSAGE_HELD');
        }
        const settle = (state: 'queued' | 'sent' | 'outbox' | 'failed', error?: string) =>
          messages.settle(message.key, claim.token, state, { at: now().toISOString(), error });

        const transport = world === undefined ? dependencies.transport : dependencies.rehearsalTransport;
        const byMail =
          message.channel === 'mail' || (message.channel === 'sms' && sender.smsDomain !== undefined);
        if (!transport || !byMail) {
          await settle('outbox');
          return { status: 'outbox' };
        }
        const address = addressFor(message, around, sender);
        if (!address) {
          await settle('failed', 'NO_ADDRESS');
          return { status: 'refused' };
        }
        try {
          await transport.send(readyMail(message, mail, around, messageLinks, sender, address));
        } catch (error) {
          if (error instanceof MailRefused) {
            await settle('failed', `MAIL_REFUSED ${error.code ?? ''}`.trim());
            return { status: 'refused' };
          }
          const taken = error instanceof MailNotTaken ? error : undefined;
          await settle('queued', `MAIL_NOT_TAKEN ${taken?.reason ?? 'defect'}`);
          throw taken ? ApplicationFailure.retryable(taken.message, 'MAIL_NOT_TAKEN') : error;
        }
        await kept(() => settle('sent'), lease);
        return { status: 'sent' };
      });
    },
  };
}

const BETWEEN_TRIES_MS = 500;

/** The mail is gone, so its record is worth waiting for a database that is away, as long as nobody else may take over. */
async function kept(record: () => Promise<unknown>, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  for (;;)
    try {
      await record();
      return;
    } catch (error) {
      if (Date.now() + BETWEEN_TRIES_MS > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
}
