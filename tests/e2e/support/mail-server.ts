/** A real SMTP server that counts what it accepted by Message-ID, and lets a test act between its acceptance and its "250". */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  url: string;
  /** Message-IDs in the order of acceptance, copies included. */
  accepted: string[];
  /** The mails as they came, in the same order. */
  raw: string[];
  /** Called once, when the next mail is accepted; its "250" waits until that is done. */
  atAcceptance(act: (messageId: string) => unknown): Promise<void>;
  stop(): Promise<void>;
}

/** `refusal` may turn the n-th mail down for now. */
export async function mailServer(
  refusal: (nth: number) => Error | undefined = () => undefined,
): Promise<MailServer> {
  const accepted: string[] = [];
  const raw: string[] = [];
  let offered = 0;
  let armed: ((messageId: string) => Promise<void>) | undefined;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refusal(++offered);
        if (refused) return done(refused);
        const mail = Buffer.concat(chunks).toString('latin1');
        const messageId = idOf(mail);
        accepted.push(messageId);
        raw.push(mail);
        const act = armed;
        armed = undefined;
        // What is killed here must not hear "250" first.
        (act?.(messageId) ?? Promise.resolve()).then(() => done(null), done);
      });
    },
  });
  // Programs are killed in the middle of a conversation.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    raw,
    atAcceptance: (act) =>
      new Promise((resolve, reject) => {
        armed = async (messageId) => {
          try {
            await act(messageId);
            resolve();
          } catch (error) {
            reject(error);
          }
        };
      }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function idOf(mail: string): string {
  const found = /^message-id:\s*(<[^>]+>)/im.exec(mail)?.[1];
  if (!found) throw new Error(`Expected a mail with a Message-ID, got ${mail.slice(0, 200)}`);
  return found;
}
