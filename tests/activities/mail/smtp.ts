/** A real SMTP server on a free port for one test, with what it received. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  raw: string;
  mail: ParsedMail;
  to: string[];
}

/** Closed when the test is over. `onData` may throw to refuse; the mail was received all the same. */
export async function smtpServer(
  options: SMTPServerOptions & { answer?: (nth: number) => Error | undefined | Promise<undefined> } = {},
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const { answer, ...rest } = options;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ raw, mail: await simpleParser(raw), to });
        done((await answer?.(received.length)) ?? null);
      });
    },
    ...rest,
  });
  // A client that goes away in the middle is part of some tests.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received };
}

/** An error with the reply code an SMTP server gives. */
export function reply(responseCode: number): Error {
  return Object.assign(new Error('a reason that names somebody@example.org'), { responseCode });
}
