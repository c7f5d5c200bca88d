/** Reads what arrived at a mail server as its readers do: by address and subject, with the links in it. */
import { type ParsedMail, simpleParser } from 'mailparser';
import type { MailServer } from './mail-server.ts';

export interface Arrived {
  subject: string;
  text: string;
  html: string;
  /** Addresses of personal pages, as the buttons have them; the first is that of the clear button. */
  links: string[];
  whole: ParsedMail;
}

/** Everything that arrived at an address, oldest first. */
export async function mailsTo({ raw }: Pick<MailServer, 'raw'>, address: string): Promise<Arrived[]> {
  const all = await Promise.all(raw.map((mail) => simpleParser(Buffer.from(mail, 'latin1'))));
  const isTo = ({ to }: ParsedMail) =>
    [to ?? []].flat().some(({ value }) => value.some((one) => one.address === address));
  return all.filter(isTo).map((whole) => {
    const html = typeof whole.html === 'string' ? whole.html : '';
    return {
      subject: whole.subject ?? '',
      text: whole.text ?? '',
      html,
      links: [...html.matchAll(/href="([^"]*\/p\/[^"]+)"/g)].map(([, href]) =>
        (href ?? '').replaceAll('&amp;', '&'),
      ),
      whole,
    };
  });
}

/** Waits until a mail with such a subject is there. */
export async function arrival(
  server: Pick<MailServer, 'raw'>,
  address: string,
  subject: RegExp,
  limitMs = 60_000,
): Promise<Arrived> {
  const until = Date.now() + limitMs;
  for (;;) {
    const mails = await mailsTo(server, address);
    const found = mails.findLast((one) => subject.test(one.subject));
    if (found) return found;
    if (Date.now() > until)
      throw new Error(
        `Expected a mail to ${address} about ${subject}, got ${mails.map((one) => one.subject).join('; ')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
