import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { headersOf } from '../../../activities/mail/headers.ts';
import {
  MailNotTaken,
  MailRefused,
  type ReadyMail,
  type Signing,
  smtpTransport,
} from '../../../activities/mail/transport.ts';
import { message, note } from '../../core/texts/example.ts';
import { reply, smtpServer } from './smtp.ts';

const out = message([note('std:task.new', {})]);

const mail = (more: Partial<ReadyMail> = {}): ReadyMail => ({
  from: { name: 'Welzijn Rivierwijk', address: 'initiatieven@welzijn.example' },
  to: { name: 'Ada', address: 'ada@example.org' },
  subject: 'Voor jou: ‘Eerste contact’',
  text: 'Dag Ada,\n',
  html: '<p>Dag Ada,</p>',
  date: new Date('2026-04-02T07:00:00.000Z'),
  entries: [],
  ...headersOf(out, 'nl', 'welzijn.example'),
  ...more,
});

function transportTo(url: string, signing?: Signing) {
  const transport = smtpTransport(url, signing);
  onTestFinished(() => transport.close());
  return transport;
}

test('a mail arrives with both bodies, its language, its thread and the mark of a machine', async () => {
  const { url, received } = await smtpServer();

  await transportTo(url).send(mail({ replyTo: 'bo@welzijn.example' }));

  const [{ mail: got, raw, to }] = received as [(typeof received)[0]];
  expect(to).toEqual(['ada@example.org']);
  expect(raw).toMatch(/Content-Type: multipart\/alternative/);
  expect(got.text?.trim()).toBe('Dag Ada,');
  expect(got.html).toBe('<p>Dag Ada,</p>');
  expect(got.subject).toBe('Voor jou: ‘Eerste contact’');
  expect(got.headers.get('auto-submitted')).toBe('auto-generated');
  expect(got.headers.get('content-language')).toBe('nl');
  expect(got.inReplyTo).toBe('<ins_1@welzijn.example>');
  expect(got.references).toBe('<ins_1@welzijn.example>');
  expect(got.replyTo?.text).toBe('bo@welzijn.example');
  expect(got.messageId).toMatch(/^<[0-9a-f]{40}@welzijn\.example>$/);
  expect(got.headers.has('list-unsubscribe')).toBe(false);
});

test('line breaks in a subject or a name start no header', async () => {
  const { url, received } = await smtpServer();

  await transportTo(url).send(
    mail({
      subject: 'Tuin\r\nBcc: everybody@example.org',
      to: { name: 'Ada\r\nX-Evil: 1', address: 'ada@example.org' },
    }),
  );

  const [{ mail: got, to }] = received as [(typeof received)[0]];
  expect(to).toEqual(['ada@example.org']);
  expect(got.headers.has('bcc')).toBe(false);
  expect(got.headers.has('x-evil')).toBe(false);
});

test('optional reminders can be stopped with one POST', async () => {
  const { url, received } = await smtpServer();

  await transportTo(url).send(mail(headersOf(out, 'nl', 'welzijn.example', 'https://s.example/stop/abc')));

  const raw = received[0]?.raw ?? '';
  expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/s\.example\/stop\/abc>\r$/m);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
});

describe('an answer of the server', () => {
  test('of 5xx to the address is for good, and the address is not in the error', async () => {
    const { url } = await smtpServer({ onRcptTo: (_address, _session, done) => done(reply(550)) });
    const failure = await transportTo(url)
      .send(mail())
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(MailRefused);
    expect(String((failure as Error).message)).not.toContain('@');
  });

  test('of 5xx to the content is for good', async () => {
    const { url } = await smtpServer({ answer: () => reply(554) });

    await expect(transportTo(url).send(mail())).rejects.toBeInstanceOf(MailRefused);
  });

  test('of 4xx is for now', async () => {
    const { url } = await smtpServer({ onRcptTo: (_address, _session, done) => done(reply(451)) });

    await expect(transportTo(url).send(mail())).rejects.toBeInstanceOf(MailNotTaken);
  });

  test('to a wrong password is for now: it is ours to mend', async () => {
    const { url } = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(reply(535)),
    });

    await expect(transportTo(url.replace('//', '//user:wrong@')).send(mail())).rejects.toBeInstanceOf(
      MailNotTaken,
    );
  });

  test('that never comes, since there is no server, is for now', async () => {
    await expect(transportTo('smtp://127.0.0.1:1').send(mail())).rejects.toBeInstanceOf(MailNotTaken);
  });
});

test('a mail is signed in the name of its domain, and the signature holds', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const { url, received } = await smtpServer();

  await transportTo(url, { domain: 'welzijn.example', selector: 's1', privateKey }).send(mail());

  const raw = received[0]?.raw ?? '';
  const [head = '', body = ''] = splitOnce(raw, '\r\n\r\n');
  const fields = head.replace(/\r\n([ \t])/g, '$1').split('\r\n');
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? '';
  const tags = Object.fromEntries(
    signature
      .slice('dkim-signature:'.length)
      .split(';')
      .map((tag) => splitOnce(tag.trim(), '=')),
  ) as Record<string, string>;
  const relaxed = (field: string) => {
    const [name = '', value = ''] = splitOnce(field, ':');
    return `${name.toLowerCase().trim()}:${value.replace(/\s+/g, ' ').trim()}`;
  };
  const relaxedBody = `${body
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)+$/, '')}\r\n`;
  const signed = (tags.h ?? '')
    .split(':')
    .flatMap(
      (name) =>
        fields.filter((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`)).at(-1) ?? [],
    )
    .map(relaxed);
  const own = relaxed(signature).replace(/(\bb=)[^;]*$/, '$1');

  expect(tags.d).toBe('welzijn.example');
  expect(tags.h?.toLowerCase()).toContain('subject');
  expect(tags.bh?.replace(/\s/g, '')).toBe(createHash('sha256').update(relaxedBody).digest('base64'));
  expect(
    verify(
      'sha256',
      Buffer.from([...signed, own].join('\r\n')),
      createPublicKey(publicKey),
      Buffer.from((tags.b ?? '').replace(/\s/g, ''), 'base64'),
    ),
  ).toBe(true);
});

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at), text.slice(at + by.length)];
}
